package io.github.oldbuffer.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a scenario looks like to those who read and write one by hand. */
class ScenarioJsonTests {

    @Test
    void oneOfEachStep() throws JsonException {
        assertText(
                Scenario.of(
                        new Step.Make(0, new Bytes(3, 1, false)),
                        Step.Call.of(Function.READ, 0),
                        new Step.Call(
                                Function.CHECK,
                                0,
                                Set.of(Step.Argument.LENGTH, Step.Argument.OBJECT),
                                ExceptionType.VALUE_ERROR),
                        new Step.Peek(Function.READ, 0),
                        new Step.Poke(0, 2, 255),
                        new Step.Change(0, -1, 0),
                        new Step.Resize(0, 9),
                        new Step.Release(0),
                        new Step.Acquire(1, 0, Request.FULL_RO),
                        new Step.ReleaseView(1),
                        new Step.Parse(0, Step.Code.Y_STAR),
                        new Step.Drop(0)),
                """
                {
                  "format": "oldbuffer-scenario",
                  "version": 1,
                  "steps": [
                    {"do": "make", "object": 0, "exporter": {"kind": "bytes", "length": 3, "seed": 1}},
                    {"do": "call", "function": "READ", "object": 0},
                    {"do": "call", "function": "CHECK", "object": 0, "nulls": ["OBJECT", "LENGTH"], "pending": "ValueError"},
                    {"do": "peek", "function": "READ", "object": 0},
                    {"do": "poke", "object": 0, "offset": 2, "value": 255},
                    {"do": "change", "object": 0, "offset": -1, "value": 0},
                    {"do": "resize", "object": 0, "length": 9},
                    {"do": "release", "object": 0},
                    {"do": "acquire", "view": 1, "object": 0, "request": "FULL_RO"},
                    {"do": "release-view", "view": 1},
                    {"do": "parse", "object": 0, "code": "y*"},
                    {"do": "drop", "object": 0}
                  ]
                }
                """);
    }

    @Test
    void withoutSteps() throws JsonException {
        assertText(Scenario.of(), """
                {
                  "format": "oldbuffer-scenario",
                  "version": 1,
                  "steps": []
                }
                """);
    }

    @Test
    void exportersInsideExporters() throws JsonException {
        Exporter view = new MemoryView(
                new Array('h', 4, 0),
                List.of(
                        new ViewOperation.Slice(null, null, -2),
                        new ViewOperation.Cast('B', List.of(2L, 2L)),
                        new ViewOperation.ToReadonly()));
        assertExporter(
                new PythonClass(view, PythonClass.Answer.RAISES, ExceptionType.CUSTOM, false),
                "{\"kind\": \"python-class\", \"base\": {\"kind\": \"memoryview\","
                        + " \"base\": {\"kind\": \"array\", \"typecode\": \"h\", \"items\": 4},"
                        + " \"operations\": [{\"do\": \"slice\", \"step\": -2},"
                        + " {\"do\": \"cast\", \"format\": \"B\", \"shape\": [2, 2]}, {\"do\": \"toreadonly\"}]},"
                        + " \"answer\": \"RAISES\", \"exception\": \"CustomError\", \"releases\": false}");
    }

    @Test
    void scriptedExporters() throws JsonException {
        assertExporter(Scripted.flat(3, 0, false), "{\"kind\": \"scripted\", \"memory\": 3}");
        assertExporter(
                new Scripted(
                        8,
                        5,
                        new Geometry(2, 2, "<H", List.of(3L), List.of(-2L), true),
                        true,
                        new Scripted.Refusal(true, ExceptionType.KEY_ERROR),
                        Scripted.Owner.OTHER,
                        new Bytes(0, 0, true),
                        true,
                        false,
                        Set.of(Quirk.RUBBISH_ON_FAILURE)),
                "{\"kind\": \"scripted\", \"memory\": 8, \"seed\": 5,"
                        + " \"geometry\": {\"offset\": 2, \"itemsize\": 2, \"format\": \"<H\", \"shape\": [3],"
                        + " \"strides\": [-2], \"indirect\": true}, \"readonly\": true,"
                        + " \"refusal\": {\"writableOnly\": true, \"exception\": \"KeyError\"},"
                        + " \"owner\": \"OTHER\", \"target\": {\"kind\": \"bytes\", \"length\": 0, \"subclass\": true},"
                        + " \"nullBuffer\": true, \"releases\": false, \"quirks\": [\"RUBBISH_ON_FAILURE\"]}");
    }

    @Test
    void fieldsInAnyOrderAndDefaultsSpeltOut() throws JsonException {
        String text = "{\"steps\":[{\"exporter\":{\"subclass\":false,\"seed\":0,\"length\":1,\"kind\":\"bytes\"},"
                + "\"object\":0,\"do\":\"make\"},{\"do\":\"call\",\"nulls\":[],\"object\":0,\"function\":\"WRITE\"}],"
                + "\"version\":1,\"format\":\"oldbuffer-scenario\"}";
        assertEquals(
                Scenario.of(new Step.Make(0, new Bytes(1, 0, false)), Step.Call.of(Function.WRITE, 0)),
                ScenarioJson.read(text));
    }

    private static void assertExporter(Exporter exporter, String json) throws JsonException {
        assertText(
                Scenario.of(new Step.Make(0, exporter)),
                "{\n  \"format\": \"oldbuffer-scenario\",\n  \"version\": 1,\n  \"steps\": [\n"
                        + "    {\"do\": \"make\", \"object\": 0, \"exporter\": " + json + "}\n  ]\n}\n");
    }

    private static void assertText(Scenario scenario, String text) throws JsonException {
        assertEquals(text, ScenarioJson.write(scenario));
        assertEquals(scenario, ScenarioJson.read(text));
    }
}
