package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.schema.EventShape;
import io.github.oldbuffer.spec.schema.ExporterShape;
import io.github.oldbuffer.spec.schema.InsideShape;
import io.github.oldbuffer.spec.schema.StepShape;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code ranges.h} has the ranges that the description of scenarios has: neither is changed alone. */
class RangesHeaderTests {

    private static final Pattern DEFINED = Pattern.compile("(?m)^#define ([A-Z_]+) (\\S.*?)(?: +/\\*.*\\*/)?$");

    @Test
    void everyLimitIsTheOneOfTheDescription() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("MAX_STEPS", number(Scenario.MAX_STEPS));
        expected.put("NAMES", number(Scenario.MAX_NAME + 1));
        expected.put("MAX_NESTING", number(Limits.NESTING));
        expected.put("MAX_DIMENSIONS", number(Limits.DIMENSIONS));
        expected.put("MAX_OPERATIONS", number(Limits.OPERATIONS));
        expected.put("MAX_FORMAT", number(Limits.FORMAT));
        expected.put("MAX_LENGTH", "(INT64_C(1) << " + Long.numberOfTrailingZeros(Limits.LENGTH) + ")");
        expected.put("SPARSE_ABOVE", number(Limits.SOLID_LENGTH));
        expected.put("MAX_SEED", number(Limits.SEED));
        expected.put("MAX_EXPRESSION", number(PythonExpression.MOST_BYTES));
        expected.put("MAX_TRAFFIC", number(Limits.TRAFFIC));
        expected.put("SAMPLE_WHOLE", number(Sample.WHOLE));
        expected.put("TYPECODES", '"' + Array.TYPECODES + '"');
        expected.put("ELEMENTS", '"' + Ctypes.ELEMENTS + '"');
        expected.put("NON_BUFFERS", number(NonBuffer.Kind.values().length));
        expected.put("ACCESSES", number(Mmap.Access.values().length));
        expected.put("CTYPES_SHAPES", number(Ctypes.Shape.values().length));
        expected.put("ANSWERS", number(PythonClass.Answer.values().length));
        expected.put("OWNERS", number(Scripted.Owner.values().length));
        expected.put("QUIRKS", number(Quirk.values().length));
        expected.put("EXCEPTION_TYPES", number(ExceptionType.values().length));
        expected.put("FUNCTIONS", number(Function.values().length));
        expected.put("ARGUMENTS", number(Step.Argument.values().length));
        expected.put("REQUESTS", number(Request.values().length));
        expected.put("WAYS", number(Way.values().length));
        expected.put("SHARINGS", number(Sharing.values().length));
        expected.put("MOMENTS", number(Moment.values().length));
        expected.put("CODES", number(Step.Code.values().length));
        assertEquals(expected, defined());
    }

    /** The last of each list of tags, and so their number: a kind that one side has not got shows here. */
    @Test
    void everyKindHasItsTag() throws IOException {
        assertEquals(StepShape.rows().size(), tags("scenario.h", "step_tag"));
        assertEquals(InsideShape.rows().size(), tags("scenario.h", "inside_tag"));
        long ofTheirOwn = Pattern.compile("&\\w+_kind,")
                .matcher(source("kind.c"))
                .results()
                .count();
        assertEquals(ExporterShape.rows().size(), tags("exporter.h", "exporter_tag") + ofTheirOwn);
        assertEquals(Traffic.Kind.values().length, tags("recorder.h", "traffic_kind"));
        assertEquals(9, EventShape.rows().size(), "the probe writes events of nine kinds");
        assertEquals(
                true, source("exporter.h").contains("extern const uint8_t library_types"), LibraryType.class.getName());
    }

    private static String number(long value) {
        return String.valueOf(value);
    }

    private static Map<String, String> defined() throws IOException {
        Map<String, String> defined = new LinkedHashMap<>();
        for (Matcher each = DEFINED.matcher(source("ranges.h")); each.find(); ) {
            defined.put(each.group(1), each.group(2));
        }
        return defined;
    }

    private static int tags(String file, String name) throws IOException {
        Matcher tags = Pattern.compile("enum " + name + " \\{([^}]*)\\}").matcher(source(file));
        assertEquals(true, tags.find(), name);
        return tags.group(1).split(",").length;
    }

    private static String source(String file) throws IOException {
        try (InputStream text = RangesHeaderTests.class.getResourceAsStream("/probe/" + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
