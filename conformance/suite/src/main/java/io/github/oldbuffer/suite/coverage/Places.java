package io.github.oldbuffer.suite.coverage;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the places of objects and of calls; an object is taken as it was made. */
final class Places {
    private static final long WHOLE_SAMPLE = 64;
    private static final long TWO_GIB = 1L << 31;

    private static final int ALL_GIVEN = 0;
    private static final int NULL_FOR_BUFFER = 1;
    private static final int NULL_FOR_LENGTH = 2;
    private static final int NULL_FOR_BOTH_OUTPUTS = 3;
    private static final int NULL_FOR_OBJECT = 4;

    private Places() {}

    /** The dimensions that the call decides on; those of its object are left open. */
    static long ofCall(Step.Call call) {
        return Place.of(Dimension.FUNCTION, call.function().ordinal())
                | Place.of(Dimension.ARGUMENTS, arguments(call.nulls()))
                | Place.of(Dimension.PENDING, call.pending() == null ? 0 : 1);
    }

    /** The dimensions of an object; one place for each of its quirks. */
    static long[] ofObject(Exporter exporter) {
        try {
            return ofObject(exporter, Subjects.of(exporter));
        } catch (InvalidException invalid) {
            throw new IllegalArgumentException("an invalid scenario covers nothing: " + invalid.getMessage());
        }
    }

    /** The same of an object whose description is known to mean this. */
    static long[] ofObject(Exporter exporter, Subject subject) {
        long place = Place.of(Dimension.KIND, exporter.kind().ordinal())
                | Place.of(Dimension.LAYOUT, subject.hasMemory() ? layout(subject.layout()) : Dimension.NO_MEMORY)
                | Place.of(Dimension.LENGTH, subject.hasMemory() ? length(subject.length()) : Dimension.NO_MEMORY)
                | Place.of(Dimension.WRITABILITY, writability(subject))
                | Place.of(Dimension.FAILURE, failure(exporter));
        if (subject.lawful()
                && !(exporter instanceof Scripted scripted && !scripted.quirks().isEmpty())) {
            return new long[] {place | lawfulness(Dimension.LAWFUL)};
        }
        Scripted scripted = (Scripted) exporter;
        Stream<String> nullBuffer =
                scripted.nullBuffer() && subject.length() > 0 ? Stream.of(Dimension.NULL_BUFFER) : Stream.of();
        return Stream.concat(nullBuffer, scripted.quirks().stream().map(Dimension::word))
                .mapToLong(way -> place | lawfulness(way))
                .toArray();
    }

    private static long lawfulness(String value) {
        return Place.of(Dimension.LAWFULNESS, value);
    }

    private static int arguments(Set<Argument> nulls) {
        if (nulls.contains(Argument.OBJECT)) {
            return NULL_FOR_OBJECT;
        }
        boolean buffer = nulls.contains(Argument.BUFFER);
        boolean length = nulls.contains(Argument.LENGTH);
        return buffer && length
                ? NULL_FOR_BOTH_OUTPUTS
                : buffer ? NULL_FOR_BUFFER : length ? NULL_FOR_LENGTH : ALL_GIVEN;
    }

    private static String layout(Layout layout) {
        boolean single = layout.segments() == Layout.Segments.ONE;
        if (layout.indirect()) {
            return "indirect";
        } else if (!single) {
            boolean reversed = layout.strides().stream().anyMatch(stride -> stride < 0);
            boolean fortran = layout.shape().size() > 1 && layout.strides().get(0) == layout.itemsize();
            return reversed ? "reversed" : fortran ? "Fortran order" : "strided";
        } else if (layout.shape().size() != 1) {
            return layout.shape().isEmpty() ? "no dimensions" : "several dimensions";
        }
        return layout.itemsize() > 1 ? "wide items" : layout.start() > 0 ? "with an offset" : "flat";
    }

    private static String length(long bytes) {
        if (bytes <= 1) {
            return bytes == 0 ? "0 bytes" : "1 byte";
        }
        return bytes <= WHOLE_SAMPLE ? "2 to 64 bytes" : bytes < TWO_GIB ? "65 bytes and more" : "2 GiB and more";
    }

    private static String writability(Subject subject) {
        if (!subject.hasMemory()) {
            return Dimension.NO_MEMORY;
        }
        return subject.readonly() ? "read-only" : subject.refusesWritable() ? "refused for writing" : "writable";
    }

    private static String failure(Exporter exporter) {
        if (exporter instanceof Scripted scripted && scripted.refusal() != null) {
            return scripted.refusal().exception().pythonName();
        } else if (exporter instanceof PythonClass python && python.answer() != PythonClass.Answer.VIEW) {
            return python.exception() == null
                    ? Dimension.NO_MEMORYVIEW
                    : python.exception().pythonName();
        }
        return Dimension.NO_FAILURE;
    }
}
