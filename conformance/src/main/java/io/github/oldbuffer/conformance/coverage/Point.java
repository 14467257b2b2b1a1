package io.github.oldbuffer.conformance.coverage;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where in the space a call lies: one value for each dimension, such as {@code layout strided}.
 *
 * @param values in the order of the dimensions: kind, layout, length, writability, failure, function
 */
record Point(List<String> values) {
    private static final long WHOLE_SAMPLE = 64;
    private static final long TWO_GIB = 1L << 31;

    Point {
        values = List.copyOf(values);
    }

    /** The points of the calls of a scenario that the contract speaks about; objects are taken as they were made. */
    static Set<Point> in(Scenario scenario) {
        Map<Integer, List<String>> objects = new HashMap<>();
        Set<Point> points = new HashSet<>();
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Make make) {
                objects.put(make.object(), ofObject(make.exporter()));
            } else if (step instanceof Step.Call call && call.plain()) {
                List<String> object = objects.get(call.object());
                if (!object.isEmpty()) {
                    points.add(of(object, "function " + call.function()));
                }
            }
        }
        return points;
    }

    private static Point of(List<String> object, String function) {
        List<String> values = new ArrayList<>(object);
        values.add(function);
        return new Point(values);
    }

    /** Empty for an unlawful exporter, which no clause speaks about. */
    private static List<String> ofObject(Exporter exporter) {
        Subject subject;
        try {
            subject = Subjects.of(exporter);
        } catch (InvalidException invalid) {
            throw new IllegalArgumentException("an invalid scenario covers nothing: " + invalid.getMessage());
        }
        if (!subject.lawful()) {
            return List.of();
        }
        return List.of(
                "kind " + exporter.kind().word(),
                "layout " + (subject.hasMemory() ? layout(subject.layout()) : "none"),
                "length " + (subject.hasMemory() ? length(subject.length()) : "none"),
                "memory " + writability(subject),
                "failure " + failure(exporter));
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
            return String.valueOf(bytes);
        }
        return bytes <= WHOLE_SAMPLE ? "2 to 64" : bytes < TWO_GIB ? "65 and more" : "2 GiB and more";
    }

    private static String writability(Subject subject) {
        if (!subject.hasMemory()) {
            return "none";
        }
        return subject.readonly() ? "read-only" : subject.refusesWritable() ? "refused for writing" : "writable";
    }

    private static String failure(Exporter exporter) {
        if (exporter instanceof Scripted scripted && scripted.refusal() != null) {
            return scripted.refusal().exception().pythonName();
        } else if (exporter instanceof PythonClass python && python.answer() != PythonClass.Answer.VIEW) {
            return python.exception() == null
                    ? "no memoryview"
                    : python.exception().pythonName();
        }
        return "none";
    }
}
