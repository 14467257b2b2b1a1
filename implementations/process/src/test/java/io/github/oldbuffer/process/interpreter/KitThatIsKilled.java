package io.github.oldbuffer.process.interpreter;

import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;

/** A kit in a process of its own, with an interpreter that waits; it prints its worker's folder, then reads for ever. */
final class KitThatIsKilled {

    private KitThatIsKilled() {}

    public static void main(String[] arguments) throws UnavailableException, IOException {
        Interpreter interpreter = Interpreter.inspect(Path.of(arguments[0]));
        InterpreterWorkerCommand command = new InterpreterWorkerCommand(
                interpreter.executable(), ProbeCompiler.ofUser().module(interpreter.includes()));
        WorkerHost.start(
                folder -> {
                    System.out.println(folder.path());
                    return command.words(folder);
                },
                WorkerLimits.DEFAULT);
        System.out.println("ready");
        System.in.transferTo(System.out);
    }
}
