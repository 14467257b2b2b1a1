package io.github.oldbuffer.reports.trend;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions in the order of their numbers: 3.9 comes before 3.10. */
final class Versions {

    static final Comparator<String> ORDER =
            Comparator.comparing((String version) -> version, Versions::compare).thenComparing(version -> version);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,40}");

    private Versions() {}

    private static int compare(String one, String other) {
        Matcher left = NUMBER.matcher(one);
        Matcher right = NUMBER.matcher(other);
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : 0;
            } else if (!more) {
                return -1;
            }
            int order = new BigInteger(left.group()).compareTo(new BigInteger(right.group()));
            if (order != 0) {
                return order;
            }
        }
    }
}
