package io.github.oldbuffer.suite.coverage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pairs of values of two dimensions were covered; a value.
 *
 * <p>A value is covered where a pair with it is: every place has a value in more than one dimension.
 */
public final class Covered {
    public static final Covered NOTHING = new Covered(new BitSet());

    private static final int[] FIRST = first();
    private static final int VALUES = FIRST[FIRST.length - 1];

    private final BitSet pairs;

    private Covered(BitSet pairs) {
        this.pairs = pairs;
    }

    /** @param pairs numbers of {@link #pair}; taken as they are now */
    static Covered of(BitSet pairs) {
        return new Covered((BitSet) pairs.clone());
    }

    /**
     * What {@link #text} wrote.
     *
     * @throws IllegalArgumentException where it wrote nothing of the kind
     */
    @JsonCreator
    public static Covered parse(String text) {
        BitSet pairs = BitSet.valueOf(Base64.getDecoder().decode(text));
        if (pairs.length() > VALUES * VALUES) {
            throw new IllegalArgumentException("this covers more than there is");
        }
        return new Covered(pairs);
    }

    /** The pairs as text: the same ones give the same text, of the same kit. */
    @JsonValue
    public String text() {
        return Base64.getEncoder().encodeToString(pairs.toByteArray());
    }

    /** The values of a dimension that were covered, in words. */
    public List<String> values(Dimension dimension) {
        return IntStream.range(0, dimension.words().size())
                .filter(value -> Arrays.stream(Dimension.values())
                        .filter(other -> other != dimension)
                        .anyMatch(other -> IntStream.range(0, other.words().size())
                                .anyMatch(number -> pairs.get(pair(dimension, value, other, number)))))
                .mapToObj(dimension.words()::get)
                .toList();
    }

    /** The pairs of values of two different dimensions that were covered, such as {@code strided, KeyError}. */
    public List<String> pairs(Dimension one, Dimension other) {
        List<String> words = new ArrayList<>();
        for (int value = 0; value < one.words().size(); value++) {
            for (int number = 0; number < other.words().size(); number++) {
                if (pairs.get(pair(one, value, other, number))) {
                    words.add(one.words().get(value) + ", " + other.words().get(number));
                }
            }
        }
        return words;
    }

    /** What either of the two covers. */
    public Covered and(Covered other) {
        BitSet both = (BitSet) pairs.clone();
        both.or(other.pairs);
        return new Covered(both);
    }

    /** How many pairs are covered. */
    public int size() {
        return pairs.cardinality();
    }

    static int pair(Dimension one, int value, Dimension other, int otherValue) {
        int first = FIRST[one.ordinal()] + value;
        int second = FIRST[other.ordinal()] + otherValue;
        return Math.min(first, second) * VALUES + Math.max(first, second);
    }

    /** For each dimension how many values those before it have, and behind it how many all of them have. */
    private static int[] first() {
        Dimension[] dimensions = Dimension.values();
        int[] first = new int[dimensions.length + 1];
        for (int i = 0; i < dimensions.length; i++) {
            first[i + 1] = first[i] + dimensions[i].words().size();
        }
        return first;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Covered covered && pairs.equals(covered.pairs);
    }

    @Override
    public int hashCode() {
        return pairs.hashCode();
    }

    @Override
    public String toString() {
        return size() + " pairs";
    }
}
