package io.github.oldbuffer.commandline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words near to one that does not exist. */
final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /** At most {@value #MOST} of the words, nearest first; none that has little in common with it. */
    static List<String> near(String wrong, List<String> words) {
        String upper = wrong.toUpperCase(Locale.ROOT);
        int farthest = Math.max(2, Math.min(wrong.length(), 20) / 2);
        return words.stream()
                .filter(word -> distance(upper, word.toUpperCase(Locale.ROOT)) <= farthest)
                .sorted(Comparator.comparingInt(word -> distance(upper, word.toUpperCase(Locale.ROOT))))
                .limit(MOST)
                .collect(Collectors.toUnmodifiableList());
    }

    /** How many letters must be added, taken away or replaced to make one word of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
