package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.properties.ConformanceSuite;
import io.github.oldbuffer.suite.properties.Trial;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/**
 * The whole contract as a test class: extend it, open an implementation, and each clause is a test.
 *
 * <p>The implementation is opened once for each test class and closed when jqwik's run ends. Whoever needs another
 * life for it implements {@link ConformanceSuite} with a {@link StrictTrial} instead.
 */
public abstract class OldBufferConformance implements ConformanceSuite {

    private Trial trial;

    /**
     * Opens the implementation to judge.
     *
     * @throws UnavailableException where it cannot be used here, which fails every test with its sentence
     */
    protected abstract Implementation open() throws UnavailableException;

    /** What the suite is to do; the clauses are left to JUnit's own filters. */
    protected SuiteOptions options() {
        return SuiteOptions.DEFAULT;
    }

    /** Deviations that are on file, and so do not fail. */
    protected KnownDeviations known() {
        return KnownDeviations.NONE;
    }

    @Override
    public final Trial trial() {
        if (trial == null) {
            Store<Opened> opened = Store.getOrCreate(getClass(), Lifespan.RUN, () -> Opened.by(this));
            trial = new StrictTrial(opened.get().implementation(), options(), known());
        }
        return trial;
    }

    /** Closed by jqwik. */
    private record Opened(Implementation implementation) implements Store.CloseOnReset {
        private static Opened by(OldBufferConformance conformance) {
            try {
                return new Opened(conformance.open());
            } catch (UnavailableException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            implementation.close();
        }
    }
}
