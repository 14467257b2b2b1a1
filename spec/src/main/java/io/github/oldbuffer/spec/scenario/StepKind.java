package io.github.oldbuffer.spec.scenario;

/** The kinds of step, each with the word that JSON uses. */
public enum StepKind {
    MAKE("make", Step.Make.class),
    CALL("call", Step.Call.class),
    PEEK("peek", Step.Peek.class),
    POKE("poke", Step.Poke.class),
    CHANGE("change", Step.Change.class),
    RESIZE("resize", Step.Resize.class),
    RELEASE("release", Step.Release.class),
    ACQUIRE("acquire", Step.Acquire.class),
    RELEASE_VIEW("release-view", Step.ReleaseView.class),
    PARSE("parse", Step.Parse.class),
    DROP("drop", Step.Drop.class),
    BORDER("border", Step.Border.class),
    SHARE("share", Step.Share.class),
    APPEND("append", Step.Append.class),
    WITHIN("within", Step.Within.class);

    private final String word;
    private final Class<? extends Step> type;

    StepKind(String word, Class<? extends Step> type) {
        this.word = word;
        this.type = type;
    }

    public String word() {
        return word;
    }

    public static StepKind of(Step step) {
        for (StepKind kind : values()) {
            if (kind.type.isInstance(step)) {
                return kind;
            }
        }
        throw new AssertionError("a step without a kind: " + step.getClass());
    }
}
