package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Writer;

/** The eight bytes that open a batch: {@code OB}, what it is a batch of, the version, and how many follow. */
final class Headers {

    static final char SCENARIOS = 'S';
    static final char TRANSCRIPTS = 'T';

    private static final int VERSION_OF_SCENARIOS = 1;
    private static final int VERSION_OF_TRANSCRIPTS = 2;

    private Headers() {}

    private static int version(char content) {
        return content == SCENARIOS ? VERSION_OF_SCENARIOS : VERSION_OF_TRANSCRIPTS;
    }

    static void write(Writer out, char content, int count) {
        out.u8('O');
        out.u8('B');
        out.u8(content);
        out.u8(version(content));
        out.i32(count);
    }

    /**
     * Reads a header.
     *
     * @param leastBytes that one scenario or transcript takes
     * @return how many follow
     */
    static int read(Reader in, char content, int leastBytes) throws MalformedException {
        if (in.u8("magic") != 'O' || in.u8("magic") != 'B' || in.u8("magic") != content) {
            throw new MalformedException(0, "a batch begins with OB" + content + ", and this does not");
        }
        int version = in.u8("version");
        if (version != version(content)) {
            throw new MalformedException(
                    3, "this is version " + version + " of the packed form, not " + version(content));
        }
        return in.backed(in.u32("count"), leastBytes, "count of the batch");
    }
}
