package io.github.oldbuffer.fuzzing.targets;

import java.util.Arrays;
import java.util.Optional;

/** The targets, by the word that the command line uses. */
public enum FuzzTarget {
    CONTRACT("contract", ContractTarget.class, 1, "judges an implementation by the contract"),
    DIFFERENTIAL("differential", DifferentialTarget.class, 2, "compares two implementations"),
    PROBE("probe", ProbeTarget.class, 0, "reads the packed form of scenarios and transcripts from hostile bytes"),
    PROTOCOL("protocol", ProtocolTarget.class, 0, "reads the JSON lines of hostile programs"),
    ROUNDTRIP("roundtrip", RoundtripTarget.class, 0, "writes scenarios in every form and reads them back"),
    EMPTY("empty", EmptyTarget.class, 0, "does nothing; what the speed of the others is held against");

    private final String word;
    private final Class<?> type;
    private final int implementations;
    private final String sentence;

    FuzzTarget(String word, Class<?> type, int implementations, String sentence) {
        this.word = word;
        this.type = type;
        this.implementations = implementations;
        this.sentence = sentence;
    }

    public static Optional<FuzzTarget> of(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word.equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    /** The name of the class with {@code fuzzerTestOneInput}. */
    public String className() {
        return type.getName();
    }

    /** How many implementations it runs: 0 where it is about the kit itself. */
    public int implementations() {
        return implementations;
    }

    /** What it does, in a few words. */
    public String sentence() {
        return sentence;
    }
}
