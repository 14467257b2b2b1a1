package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.transcript.Sample;

/** A sample in the packed form. */
final class SampleForm {

    private static final Sample.State[] STATES = Sample.State.values();
    private static final Sample EMPTY = Sample.read(new byte[0]);

    private SampleForm() {}

    static void write(Writer out, Sample sample) {
        out.oneOf(sample.state());
        if (sample.state() == Sample.State.READ) {
            out.u8(sample.size(), 0, Sample.WHOLE, "size of the sample");
            for (int i = 0; i < sample.size(); i++) {
                out.u8(sample.at(i));
            }
        }
    }

    static Sample read(Reader in) throws MalformedException {
        return switch (in.oneOf(STATES, "state of the sample")) {
            case NONE -> Sample.NONE;
            case UNREADABLE -> Sample.UNREADABLE;
            case READ -> {
                int size = in.u8(0, Sample.WHOLE, "size of the sample");
                yield size == 0 ? EMPTY : Sample.read(in.bytes(size, "sample"));
            }
        };
    }
}
