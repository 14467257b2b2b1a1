package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.WorkerCommand;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The probe as an extension module in an ordinary Python process serves the same protocol as a Java worker. */
class ModuleWorkerTests {

    private static final String SERVE = """
            import sys
            from importlib.util import module_from_spec, spec_from_file_location
            spec = spec_from_file_location("oldbuffer_probe", sys.argv[1])
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            module.serve(sys.argv[2], sys.argv[3])
            """;

    private static final Scenario GOOD =
            Scenario.of(new Step.Make(0, new Bytes(3, 1, false)), Step.Call.of(Function.READ, 0));

    private static final Scenario CRASH = Scenario.of(
            new Step.Make(0, new Bytes(3, 1, false)),
            new Step.Call(Function.CHECK, 0, Set.of(Step.Argument.OBJECT), null));

    @Test
    void installedInterpretersServe() throws UnavailableException, IOException {
        for (Path executable : InstalledPythons.find()) {
            PythonRuntime python = InstalledPython.inspect(executable);
            Path module = ProbeCompiler.ofUser().module(python.includes());
            WorkerCommand command = folder -> List.of(
                    executable.toString(),
                    "-I",
                    "-c",
                    SERVE,
                    module.toString(),
                    folder.in().toString(),
                    folder.out().toString());
            try (PackedImplementation served = new PackedImplementation(
                    new Identity("served", "CPython", python.version()),
                    WorkerHost.start(command, WorkerLimits.DEFAULT))) {
                List<Outcome> outcomes = served.run(List.of(GOOD, CRASH, GOOD)).stream()
                        .map(Transcript::outcome)
                        .toList();
                Outcome crashed = new Outcome.Died(Outcome.Death.CRASHED, 1, "SIGSEGV");
                assertEquals(List.of(Outcome.COMPLETED, crashed, Outcome.COMPLETED), outcomes, executable.toString());
            }
        }
    }
}
