package io.github.oldbuffer.suite.coverage;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The dimensions of the space of scenarios, each with all of its values in words. */
public enum Dimension {
    KIND("kind", Arrays.stream(ExporterKind.values()).map(ExporterKind::word)),
    LAYOUT(
            "layout",
            Stream.of(
                    Dimension.NO_MEMORY,
                    "flat",
                    "with an offset",
                    "wide items",
                    "no dimensions",
                    "several dimensions",
                    "strided",
                    "reversed",
                    "Fortran order",
                    "indirect")),
    LENGTH(
            "length",
            Stream.of(
                    Dimension.NO_MEMORY, "0 bytes", "1 byte", "2 to 64 bytes", "65 bytes and more", "2 GiB and more")),
    WRITABILITY("writability", Stream.of(Dimension.NO_MEMORY, "writable", "refused for writing", "read-only")),
    LAWFULNESS(
            "lawfulness",
            Stream.concat(
                    Stream.of(Dimension.LAWFUL, Dimension.NULL_BUFFER),
                    Arrays.stream(Quirk.values()).map(Dimension::word))),
    FAILURE(
            "failure",
            Stream.concat(
                    Stream.of(Dimension.NO_FAILURE, Dimension.NO_MEMORYVIEW),
                    Arrays.stream(ExceptionType.values()).map(ExceptionType::pythonName))),
    FUNCTION("function", Arrays.stream(Function.values()).map(Function::name)),
    ARGUMENTS(
            "arguments",
            Stream.of("all given", "NULL for buffer", "NULL for length", "NULL for both outputs", "NULL for object")),
    PENDING("pending", Stream.of("nothing pending", "an exception pending")),
    BORN("born", Stream.of("made through the C API", "made by Python code"));

    static final String NO_MEMORY = "no memory";
    static final String NO_FAILURE = "no failure";
    static final String NO_MEMORYVIEW = "no memoryview";
    static final String LAWFUL = "lawful";
    /** Such as {@link Quirk}, though not one of its words: NULL for the address of bytes that there are. */
    static final String NULL_BUFFER = "NULL instead of memory";

    private final String word;
    private final List<String> words;
    /** Of the words: every object of every scenario is looked up. */
    private final Map<String, Integer> numbers = new HashMap<>();

    Dimension(String word, Stream<String> words) {
        this.word = word;
        this.words = words.toList();
        for (String value : this.words) {
            numbers.put(value, numbers.size());
        }
    }

    /** What the dimension is called in reports. */
    public String word() {
        return word;
    }

    /** Every value in words, in the order of their numbers. */
    public List<String> words() {
        return words;
    }

    /** The number of a value, from 0 on. */
    int number(String value) {
        Integer number = numbers.get(value);
        if (number == null) {
            throw new AssertionError("the dimension " + word + " has no value " + value);
        }
        return number;
    }

    static String word(Quirk quirk) {
        return quirk.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
