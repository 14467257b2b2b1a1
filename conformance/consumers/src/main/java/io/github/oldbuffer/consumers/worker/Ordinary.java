package io.github.oldbuffer.consumers.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a call with ordinary objects, in words.
 *
 * @param result the one that it gave a result of; {@code null} where there is none
 * @param deadly those that ended the process
 * @param death how the last of these ended it; {@code null} where none did
 * @param waits how many of these did not come back
 */
public record Ordinary(String result, List<String> deadly, String death, int waits) {

    static final Ordinary NONE = new Ordinary(null, List.of(), null, 0);

    private static final int MOST_DEATHS = 8;
    private static final int MOST_WAITS = 2;
    private static final int TOLD = 3;

    public Ordinary {
        deadly = List.copyOf(deadly);
    }

    /** @param how it ended the process; {@code null} where it gave a result */
    Ordinary with(String object, String how) {
        if (how == null) {
            return new Ordinary(object, deadly, death, waits);
        }
        List<String> more = new ArrayList<>(deadly);
        more.add(object);
        return new Ordinary(result, more, how, waits + (how.startsWith(Caller.TIMED_OUT) ? 1 : 0));
    }

    /** The same of some alone, whose names begin so. */
    public Ordinary only(String names) {
        return new Ordinary(
                result, deadly.stream().filter(each -> each.startsWith(names)).toList(), death, waits);
    }

    boolean enough() {
        return deadly.size() >= MOST_DEATHS || waits >= MOST_WAITS;
    }

    /** Some of those that ended the process, for people. */
    public String told() {
        return String.join(", ", deadly.subList(0, Math.min(TOLD, deadly.size())));
    }
}
