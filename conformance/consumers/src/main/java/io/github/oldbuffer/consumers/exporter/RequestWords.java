package io.github.oldbuffer.consumers.exporter;

/** Flags of a request in the words of the documentation. */
final class RequestWords {

    private RequestWords() {}

    static String of(int flags) {
        String structure = switch (flags & ~(Answer.WRITABLE | Answer.FORMAT)) {
            case 0 -> "PyBUF_SIMPLE";
            case Answer.ND -> "PyBUF_ND";
            case Answer.STRIDES -> "PyBUF_STRIDES";
            case Answer.C_CONTIGUOUS -> "PyBUF_C_CONTIGUOUS";
            case Answer.F_CONTIGUOUS -> "PyBUF_F_CONTIGUOUS";
            case Answer.ANY_CONTIGUOUS -> "PyBUF_ANY_CONTIGUOUS";
            case Answer.INDIRECT -> "PyBUF_INDIRECT";
            default -> "0x" + Integer.toHexString(flags & ~(Answer.WRITABLE | Answer.FORMAT));
        };
        return structure
                + ((flags & Answer.FORMAT) != 0 ? " | PyBUF_FORMAT" : "")
                + ((flags & Answer.WRITABLE) != 0 ? " | PyBUF_WRITABLE" : "");
    }
}
