package io.github.oldbuffer.spec.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The words for the values of an enumeration.
 *
 * @param values in the order of their declaration
 */
record Words<E>(List<E> values, Function<E, String> word) {

    /** The names in the Java code, such as {@code READ}. */
    static <E extends Enum<E>> Words<E> names(E[] values) {
        return new Words<>(List.of(values), Enum::name);
    }

    static <E extends Enum<E>> Words<E> of(E[] values, Function<E, String> word) {
        return new Words<>(List.of(values), word);
    }

    String of(E value) {
        return word.apply(value);
    }

    /** The value of a word, or {@code null}. */
    E value(String text) {
        for (E value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        return null;
    }

    /** Every word, with commas between them. */
    String list() {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(word.apply(value)));
        return String.join(", ", words);
    }
}
