package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.process.lines.FakeProgram.Deed;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.List;

/** A kit in a process of its own, whose program loops for ever in its second scenario; it says when that begins. */
final class KitThatIsKilled {

    private KitThatIsKilled() {}

    public static void main(String[] arguments) throws UnavailableException {
        Implementation fake = FakeProgram.start(WorkerLimits.DEFAULT);
        fake.run(List.of(Deed.SEGV.scenario(), Deed.GOOD.scenario()));
        System.out.println("ready");
        fake.run(List.of(Deed.LOOP.scenario()));
    }
}
