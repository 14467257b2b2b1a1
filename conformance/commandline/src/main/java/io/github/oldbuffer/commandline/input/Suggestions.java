package io.github.oldbuffer.commandline.input;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Words near to one that does not exist. */
public final class Suggestions {

    private static final int MOST = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Suggestions() {}

    /** At most {@value #MOST} of the words, nearest first; none that has little in common with it. */
    public static List<String> near(String wrong, List<String> words) {
        int farthest = Math.max(2, Math.min(wrong.length(), 20) / 2);
        return words.stream()
                .filter(word -> distance(wrong, word) <= farthest)
                .sorted(Comparator.comparingInt((String word) -> distance(wrong, word)))
                .limit(MOST)
                .toList();
    }

    /** Such as {@code ; did you mean run or report?}; empty where there is nothing to mean. */
    public static String question(List<String> near) {
        return near.isEmpty()
                ? ""
                : "; did you mean "
                        + String.join(" or ", near.stream().limit(MOST).toList()) + "?";
    }

    private static int distance(String one, String other) {
        return DISTANCE.apply(one.toUpperCase(Locale.ROOT), other.toUpperCase(Locale.ROOT));
    }
}
