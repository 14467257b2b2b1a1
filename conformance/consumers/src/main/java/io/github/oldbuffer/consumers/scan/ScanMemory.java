package io.github.oldbuffer.consumers.scan;

import java.util.Optional;

/** What a scan keeps, so that one that is interrupted need not look at everything again. For use by several threads. */
public interface ScanMemory {

    /** Of a scan that nobody will go on with. */
    ScanMemory NONE = new ScanMemory() {
        @Override
        public Optional<Looked> past(String target) {
            return Optional.empty();
        }

        @Override
        public void add(Looked looked) {}
    };

    /** What was found of a function before the scan was interrupted. */
    Optional<Looked> past(String target);

    /** Hears of each function once. */
    void add(Looked looked);
}
