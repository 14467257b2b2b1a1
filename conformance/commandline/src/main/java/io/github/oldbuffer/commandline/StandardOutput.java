package io.github.oldbuffer.commandline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream that remembers what kept it from being written: a {@link java.io.PrintStream} tells nobody. */
final class StandardOutput extends FilterOutputStream {

    /** Who reads the first lines and goes away wants no more: no loss. */
    private static final String READER_GONE = "Broken pipe";

    private String loss;

    StandardOutput(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failed) {
            if (!READER_GONE.equals(failed.getMessage())) {
                loss = String.valueOf(failed.getMessage());
            }
            throw failed;
        }
    }

    /** Why something that was printed is lost. */
    Optional<String> loss() {
        return Optional.ofNullable(loss);
    }
}
