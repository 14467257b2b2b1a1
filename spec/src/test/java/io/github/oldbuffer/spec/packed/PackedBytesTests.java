package io.github.oldbuffer.spec.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Batches byte by byte, as {@code spec/packed-form.md} has them: what a decoder in another language must agree with. */
class PackedBytesTests {

    @Test
    void emptyBatches() {
        assertScenarios(List.of(), "4f425301 00000000");
        assertEquals(hex("4f425402 00000000"), hex(PackedTranscripts.encode(List.of(), ByteBuffer.allocate(8))));
    }

    @Test
    void makeAndCall() {
        Scenario scenario = Scenario.of(
                new Step.Make(0, new Bytes(3, 1, true)),
                new Step.Call(Function.CHECK, 0, Set.of(Step.Argument.OBJECT), ExceptionType.VALUE_ERROR));
        assertScenarios(
                List.of(scenario),
                "4f425301 01000000" + "14000000 0200" + "01 00 01 0300000000000000 01 01" + "02 02 00 01 03");
    }

    @Test
    void viewOfAnArray() {
        Scenario scenario = Scenario.of(new Step.Make(
                63,
                new MemoryView(
                        new Array('h', 2, 250),
                        List.of(
                                new ViewOperation.Slice(null, -1L, 2),
                                new ViewOperation.Cast('B', null),
                                new ViewOperation.Cast('B', List.of()),
                                new ViewOperation.Cast('i', List.of(1L)),
                                new ViewOperation.ToReadonly()))));
        assertScenarios(
                List.of(scenario),
                "4f425301 01000000"
                        + "3c000000 0100"
                        + "01 3f 05 05"
                        + "01 0000000000000080 ffffffffffffffff 0200000000000000"
                        + "02 42 ff"
                        + "02 42 00"
                        + "02 69 01 0100000000000000"
                        + "03"
                        + "04 68 0200000000000000 fa");
    }

    @Test
    void scriptedExporterThatRedirects() {
        Scripted scripted = new Scripted(
                16,
                7,
                new Geometry(4, 2, "<H", List.of(3L), List.of(-2L), true),
                true,
                new Scripted.Refusal(true, ExceptionType.TYPE_ERROR),
                Scripted.Owner.OTHER,
                new Bytes(0, 0, false),
                false,
                true,
                Set.of(Quirk.FAILS_WITHOUT_EXCEPTION, Quirk.LENGTH_IN_ITEMS, Quirk.WIPES_VIEW_ON_RELEASE));
        assertScenarios(
                List.of(Scenario.of(new Step.Make(1, scripted))),
                "4f425301 01000000"
                        + "43000000 0100"
                        + "01 01 0a 1000000000000000 07"
                        + "0400000000000000 02000000 02 3c48 01 0300000000000000 01 feffffffffffffff 01"
                        + "01 01 01 02 00 01 8101"
                        + "01 0000000000000000 00 00");
    }

    @Test
    void transcript() {
        Event called = new Event.Called(
                -1,
                new Raised("TypeError", true, "no\u00e9"),
                Pointer.within(5),
                null,
                Sample.read(new byte[] {1, -1}),
                1,
                new Counts(List.of(new Count(3, 1, -2), new Count(0, 0, Event.UNCOUNTED)), true),
                new Damage(2L, -3),
                List.of(new Traffic(2, 1, Traffic.Kind.REFUSED, 0x11D)));
        Transcript transcript = new Transcript(
                new Outcome.Died(Outcome.Death.TIMED_OUT, 2, "10 s"), List.of(called, new Event.Poked(-1)));
        assertEquals(
                hex("4f425402 01000000"
                        + "67000000"
                        + "02 01 0200 04 31302073"
                        + "0200"
                        + "02 ffffffff"
                        + "01 01 09 547970654572726f72 0400 6e6fc3a9"
                        + "02 0500000000000000 00 0000000000000000 01 02 01ff"
                        + "01000000 01 0200 03 01 feffffff 00 00 00000080"
                        + "02 fdffffffffffffff 0200000000000000"
                        + "01 02 01 01 1d010000"
                        + "05 ffff"),
                hex(PackedTranscripts.encode(List.of(transcript), ByteBuffer.allocate(8))));
    }

    private static void assertScenarios(List<Scenario> batch, String expected) {
        assertEquals(hex(expected), hex(PackedScenarios.encode(batch, ByteBuffer.allocate(8))));
    }

    private static String hex(String spaced) {
        return spaced.replace(" ", "");
    }

    private static String hex(ByteBuffer batch) {
        return HexFormat.of().formatHex(Arrays.copyOf(batch.array(), batch.limit()));
    }
}
