package io.github.oldbuffer.spec.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The words for the values of an enumeration.
 *
 * @param values in the order of their declaration
 */
public record Words<E>(List<E> values, Function<E, String> word) {

    /** The names in the Java code, such as {@code READ}. */
    public static <E extends Enum<E>> Words<E> names(E[] values) {
        return new Words<>(List.of(values), Enum::name);
    }

    public static <E extends Enum<E>> Words<E> of(E[] values, Function<E, String> word) {
        return new Words<>(List.of(values), word);
    }

    public String of(E value) {
        return word.apply(value);
    }

    /** The value of a word, or {@code null}. */
    public E value(String text) {
        for (E value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        return null;
    }

    /** Every word, with commas between them. */
    public String list() {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(word.apply(value)));
        return String.join(", ", words);
    }
}
