package io.github.oldbuffer.cpython.checked;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.packed.HostileBytes;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Java and C agree on any scenarios at all, damaged or not, and on noise. */
class PackedAgreementProperties {

    /** One process answers so many, since it takes a second to start. */
    private static final int BATCHES = 2_000;

    @Property(tries = 1, seed = "20261122", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void bothTakeTheSameBytesForABatch(@ForAll("manyBatches") List<byte[]> batches)
            throws UnavailableException, IOException {
        int taken = Agreement.check(batches, CheckedProbe.compile());
        // otherwise the property would say nothing about what is taken, or about what is not
        assertTrue(taken > BATCHES / 10 && taken < BATCHES * 9 / 10, taken + " of " + BATCHES);
    }

    @Provide
    Arbitrary<List<byte[]>> manyBatches() {
        return HostileBytes.scenarios().list().ofSize(BATCHES);
    }
}
