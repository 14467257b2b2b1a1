package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.process.FakeHost.Deed;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.List;

/** A kit in a process of its own, whose worker loops for ever; it prints its worker's folder first. */
final class KitThatIsKilled {

    private KitThatIsKilled() {}

    public static void main(String[] arguments) throws UnavailableException {
        JavaWorkerCommand fake = FakeHostFactory.command("1000");
        WorkerCommand command = folder -> {
            System.out.println(folder.path());
            return fake.words(folder);
        };
        new PackedImplementation(new Identity("fake", "Fake", "1"), WorkerHost.start(command, WorkerLimits.DEFAULT))
                .run(List.of(Deed.scenario(Deed.LOOP)));
    }
}
