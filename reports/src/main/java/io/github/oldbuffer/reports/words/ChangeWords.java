package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.reports.compare.CauseChange;
import io.github.oldbuffer.reports.compare.CauseChange.Share;
import io.github.oldbuffer.reports.compare.CauseChange.State;
import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Filed;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became different from one run to another, in words. */
public final class ChangeWords {

    private ChangeWords() {}

    /** Such as {@code cpython:/opt/python3.8 (CPython 3.8.18), then cpython (CPython 3.14.3)}. */
    public static String heading(RunChange change) {
        String between = change.ofOneRuntime() ? ", then " : ", and ";
        return name(change.before()) + between + name(change.after());
    }

    private static String name(Identity identity) {
        return identity.id() + " (" + identity.name() + " " + identity.version() + ")";
    }

    /** How many causes are in which state, such as {@code 3 causes: 1 fixed, 2 same}. */
    public static String counts(RunChange change) {
        if (change.causes().isEmpty()) {
            return "nothing was found in either";
        }
        return Count.of(change.causes().size(), "cause", "causes") + ": "
                + Stream.of(State.values())
                        .filter(state -> change.count(state) > 0)
                        .map(state -> change.count(state) + " " + change.word(state))
                        .collect(Collectors.joining(", "));
    }

    /** What the first run has of a cause. */
    public static String before(CauseChange cause) {
        return share(cause.before(), cause.state());
    }

    /** What the second run has of it. */
    public static String after(CauseChange cause) {
        return share(cause.after(), cause.state());
    }

    private static String share(Share share, State state) {
        if (share == null) {
            return state == State.UNASKED ? "?" : "no";
        } else if (share.findings() == 0) {
            return "the other's witness shows it";
        } else if (share.scenarios() == null) {
            return Count.of(share.findings(), "finding", "findings");
        } else if (share.scenarios() == 0) {
            return "the witness on file";
        }
        return String.format(
                Locale.ROOT, "%,d %s", share.scenarios(), share.scenarios() == 1 ? "scenario" : "scenarios");
    }

    /** Why the other run cannot be said to be without it, or {@code ""}. */
    public static String why(RunChange change, CauseChange cause) {
        if (cause.why() == null) {
            return "";
        }
        return (cause.before() == null ? change.first() : change.second()) + ": " + cause.why();
    }

    /** What is on file about it, or {@code ""}. */
    public static String filed(CauseChange cause) {
        Filed filed = Stream.of(cause.after(), cause.before())
                .filter(share -> share != null && share.filed() != null)
                .map(Share::filed)
                .findFirst()
                .orElse(null);
        if (filed == null) {
            return "";
        }
        return "on file"
                + (filed.versions() == null || filed.versions().isEmpty() ? "" : " for " + filed.versions())
                + (filed.since() == null ? "" : " since " + filed.since())
                + (filed.upstream() == null ? "" : ", reported as " + filed.upstream());
    }
}
