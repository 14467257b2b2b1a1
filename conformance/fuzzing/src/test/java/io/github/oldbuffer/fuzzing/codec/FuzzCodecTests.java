package io.github.oldbuffer.fuzzing.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.suite.generate.Choices;
import io.github.oldbuffer.suite.generate.ScenarioGenerator;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.sweep.Sweep;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzCodecTests {

    @Test
    void whatTheSuiteGeneratesComesBack() {
        List<Theme> themes = Stream.concat(
                        Clauses.all().stream().map(clause -> Themes.of(clause.id())), Themes.reference().stream())
                .toList();
        SplittableRandom random = new SplittableRandom(1);
        for (Theme theme : themes) {
            for (int turn = 0; turn < 200; turn++) {
                comesBack(ScenarioGenerator.generate(theme, turn, Choices.random(random.split())));
            }
        }
    }

    @Test
    void whatASweepRunsComesBack() {
        Sweep sweep = Sweep.of(1);
        IntStream.range(0, sweep.blocks())
                .filter(block -> block % 7 == 0)
                .forEach(block -> sweep.block(block).forEach(FuzzCodecTests::comesBack));
    }

    private static void comesBack(Scenario scenario) {
        byte[] input = FuzzCodec.encode(scenario).orElseThrow(() -> new AssertionError(ScenarioJson.write(scenario)));
        assertEquals(Optional.of(scenario), FuzzCodec.decode(input));
    }

    @Test
    void anyBytesAreAValidScenarioWithACall() {
        SplittableRandom random = new SplittableRandom(2);
        int inputs = 20_000;
        int useless = 0;
        for (int i = 0; i < inputs; i++) {
            byte[] input = new byte[random.nextInt(2, 120)];
            random.nextBytes(input);
            Scenario scenario = FuzzCodec.decode(input).orElseThrow();
            assertEquals(
                    Optional.empty(),
                    Facts.problem(scenario),
                    () -> HexFormat.of().formatHex(input));
            useless += scenario.steps().size() < 2 ? 1 : 0;
        }
        assertTrue(useless < inputs / 4, useless + " of " + inputs + " random inputs have fewer than two steps");
    }

    @Test
    void oneChangedByteMostlyLeavesAScenarioOfTheSameSize() {
        SplittableRandom random = new SplittableRandom(3);
        int kept = 0;
        int inputs = 5_000;
        for (int i = 0; i < inputs; i++) {
            Scenario scenario = ScenarioGenerator.generate(Themes.anything(), i, Choices.random(random.split()));
            byte[] input = FuzzCodec.encode(scenario).orElseThrow();
            input[random.nextInt(1, input.length)] = (byte) random.nextInt();
            int steps = FuzzCodec.decode(input).orElseThrow().steps().size();
            kept += Math.abs(steps - scenario.steps().size()) <= 2 ? 1 : 0;
        }
        assertTrue(kept > inputs / 2, kept + " of " + inputs);
    }

    /** These inputs may lie in somebody's corpus: what they stand for never changes, and the table only grows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            010001027f00000000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 2, "seed": 127}}, {"do": "call", "function": "CHAR", "object": 0} ] } `
            010002000101010f7700000300000000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "non-buffer", "object": "STR"}}, {"do": "make", "object": 1, "exporter": {"kind": "bytearray", "length": 15, "seed": 119}}, {"do": "call", "function": "WRITE", "object": 0}, {"do": "call", "function": "CHAR", "object": 0} ] } `
            01000208010101103800080b0101000000090b | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "non-buffer", "object": "TYPE"}}, {"do": "make", "object": 1, "exporter": {"kind": "bytearray", "length": 16, "seed": 56}}, {"do": "acquire", "view": 11, "object": 1, "request": "WRITABLE"}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "release-view", "view": 11} ] } `
            0100040307322c010000000a000000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "memoryview", "base": {"kind": "array", "typecode": "I", "items": 50, "seed": 44}, "operations": [{"do": "slice", "step": 5}]}}, {"do": "call", "function": "CHAR", "object": 0} ] } `
            010002010000000b00 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "non-buffer", "object": "INT"}}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "drop", "object": 0} ] } `
            010001cfa900000000060000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 4095, "seed": 169}}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "resize", "object": 0, "length": 0} ] } `
            010009000001c2000000020400030100010802000001010400ff00000000000000e0920001010a01011c000000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 12, "seed": 194, "geometry": {"itemsize": 4, "shape": [3, 1], "strides": [4, 1]}}}, {"do": "make", "object": 1, "exporter": {"kind": "memoryview", "base": {"kind": "bytes", "length": 224, "seed": 146}, "operations": [{"do": "cast", "format": "q", "shape": [28]}]}}, {"do": "call", "function": "CHAR", "object": 0} ] } `
            010001141100010101ff00000000000000dea2000a00010001000500062c0b00 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 20, "seed": 17}}, {"do": "make", "object": 1, "exporter": {"kind": "bytearray", "length": 222, "seed": 162}}, {"do": "parse", "object": 0, "code": "w*"}, {"do": "call", "function": "READ", "object": 0}, {"do": "change", "object": 0, "offset": 6, "value": 44}, {"do": "drop", "object": 0} ] } `
            010004003a35000100000004010106022780080a0003000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "memoryview", "base": {"kind": "bytes", "length": 58, "seed": 53}, "operations": [{"do": "slice", "step": 2}]}}, {"do": "make", "object": 1, "exporter": {"kind": "mmap", "access": "COPY", "length": 39, "seed": 128}}, {"do": "acquire", "view": 10, "object": 0, "request": "FULL"}, {"do": "call", "function": "READ", "object": 0} ] } `
            0100010e8500000100050000e7030100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 14, "seed": 133}}, {"do": "call", "function": "READ", "object": 0}, {"do": "change", "object": 0, "offset": 0, "value": 231}, {"do": "peek", "function": "READ", "object": 0} ] } `
            0100090000015d0000000101000b00000700000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 18, "seed": 93, "geometry": {"offset": 7, "shape": [11]}}}, {"do": "call", "function": "READ", "object": 0} ] } `
            010001d0af000101090200010009000001310000000407000200000100000000000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 4096, "seed": 175}}, {"do": "make", "object": 1, "exporter": {"kind": "scripted", "memory": 0, "owner": "OTHER", "target": {"kind": "scripted", "memory": 0, "seed": 49, "geometry": {"itemsize": 7, "shape": [2, 0, 0, 1]}}}}, {"do": "call", "function": "READ", "object": 0} ] } `
            0100020101010800010100020a01000200000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "non-buffer", "object": "INT"}}, {"do": "make", "object": 1, "exporter": {"kind": "python-class", "base": {"kind": "bytes", "length": 1, "seed": 1}, "answer": "RAISES", "exception": "SystemExit"}}, {"do": "call", "function": "CHECK", "object": 0}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            0100010230000101090000019b00000003010003030401000000000201000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 2, "seed": 48}}, {"do": "make", "object": 1, "exporter": {"kind": "scripted", "memory": 36, "seed": 155, "geometry": {"shape": [3, 3, 4], "indirect": true}}}, {"do": "call", "function": "CHECK", "object": 1}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            010000034d0001010400388b000100000003000201000201000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytes", "length": 3, "seed": 77}}, {"do": "make", "object": 1, "exporter": {"kind": "memoryview", "base": {"kind": "bytes", "length": 56, "seed": 139}, "operations": [{"do": "slice", "step": -2}]}}, {"do": "call", "function": "CHECK", "object": 1}, {"do": "call", "function": "CHECK", "object": 1}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            01000108ff00000000000000d801010101d1ff00000000000000d9000500067a0003000400001b | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 8, "seed": 216, "subclass": true}}, {"do": "make", "object": 1, "exporter": {"kind": "bytearray", "length": 4097, "seed": 217}}, {"do": "change", "object": 0, "offset": 6, "value": 122}, {"do": "call", "function": "WRITE", "object": 0}, {"do": "poke", "object": 0, "offset": 0, "value": 27} ] } `
            01000205010105ff0000000000000cc6ff00000000000000db000200 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "non-buffer", "object": "TUPLE"}}, {"do": "make", "object": 1, "exporter": {"kind": "bytesio", "length": 3270, "seed": 219}}, {"do": "call", "function": "CHECK", "object": 0} ] } `
            01000140b70001010900020101a801000001010002000000000003000a0001 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 64, "seed": 183}}, {"do": "make", "object": 1, "exporter": {"kind": "scripted", "memory": 2, "seed": 168, "readonly": true, "refusal": {"exception": "TypeError"}}}, {"do": "call", "function": "WRITE", "object": 0}, {"do": "parse", "object": 0, "code": "w*"} ] } `
            01000110aa0102030004000600a7 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytearray", "length": 16, "seed": 170, "subclass": true}}, {"do": "call", "function": "WRITE", "object": 0, "nulls": ["LENGTH"]}, {"do": "resize", "object": 0, "length": 167} ] } `
            010009010001ff00000000000000f300000102010200040001080000000000000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 14, "seed": 243, "geometry": {"itemsize": 2, "shape": [4], "strides": [4]}, "owner": "NOBODY", "quirks": ["FAILS_WITH_MINUS_TWO"]}}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            0100030b672f000000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "array", "typecode": "Q", "items": 103, "seed": 47}}, {"do": "call", "function": "CHAR", "object": 0} ] } `
            0100090100013a0100000002010127000000000101010151000000000b00 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 2, "seed": 58, "geometry": {"itemsize": 2, "format": "H", "shape": []}, "readonly": true, "owner": "NOBODY"}}, {"do": "make", "object": 1, "exporter": {"kind": "bytearray", "length": 1, "seed": 81}}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "drop", "object": 0} ] } `
            010003000241010107010805ff00000000000000f90a0001000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "array", "typecode": "b", "items": 2, "seed": 65}}, {"do": "make", "object": 1, "exporter": {"kind": "ctypes", "shape": "STRUCTURE", "element": "q", "items": 5, "seed": 249}}, {"do": "parse", "object": 0, "code": "w*"}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            010004030b0319020000000102010101048300050100e6050100ab000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "memoryview", "base": {"kind": "array", "typecode": "Q", "items": 3, "seed": 25}, "operations": [{"do": "slice", "step": -1}, {"do": "toreadonly"}]}}, {"do": "make", "object": 1, "exporter": {"kind": "bytearray", "length": 4, "seed": 131}}, {"do": "change", "object": 1, "offset": 0, "value": 230}, {"do": "change", "object": 1, "offset": 0, "value": 171}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            010009010001ff00000000000000e7010000010400040001080000010109020001000403046cff00000000000000d20100000005000200 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 16, "seed": 231, "geometry": {"itemsize": 4, "shape": [4], "strides": [4]}, "readonly": true, "owner": "NOBODY"}}, {"do": "make", "object": 1, "exporter": {"kind": "scripted", "memory": 0, "owner": "OTHER", "target": {"kind": "memoryview", "base": {"kind": "array", "typecode": "h", "items": 108, "seed": 210}, "operations": [{"do": "slice", "step": -3}]}}}, {"do": "call", "function": "CHECK", "object": 0} ] } `
            01000900020a013b01000108010200050001080000000200 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 18, "seed": 59, "geometry": {"itemsize": 2, "shape": [5], "strides": [4]}, "readonly": true, "refusal": {"exception": "SystemExit"}, "quirks": ["SUCCEEDS_WITH_ONE"]}}, {"do": "call", "function": "CHECK", "object": 0} ] } `
            010004000575000201000102050100000004000000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "memoryview", "base": {"kind": "bytes", "length": 5, "seed": 117}, "operations": [{"do": "cast", "format": "B", "shape": [5, 1]}, {"do": "slice", "step": 2}]}}, {"do": "call", "function": "CHAR", "object": 0} ] } `
            01000500ba0101040006be0100000000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "bytesio", "length": 0, "seed": 186}}, {"do": "make", "object": 1, "exporter": {"kind": "memoryview", "base": {"kind": "bytes", "length": 6, "seed": 190, "subclass": true}}}, {"do": "call", "function": "CHAR", "object": 0} ] } `
            01000401d06f000008000000070009000700 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "memoryview", "base": {"kind": "bytearray", "length": 4096, "seed": 111}}}, {"do": "acquire", "view": 0, "object": 0, "request": "SIMPLE"}, {"do": "release", "object": 0}, {"do": "release-view", "view": 0}, {"do": "release", "object": 0} ] } `
            01000900020b01700000000302000403030001240c04000001010900020801870000000101005d00000000000001000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 72, "seed": 112, "geometry": {"itemsize": 2, "shape": [4, 3, 3], "strides": [18, 6, 2]}, "refusal": {"exception": "DerivedTypeError"}}}, {"do": "make", "object": 1, "exporter": {"kind": "scripted", "memory": 93, "seed": 135, "refusal": {"exception": "StopIteration"}}}, {"do": "call", "function": "CHAR", "object": 1}, {"do": "call", "function": "READ", "object": 0} ] } `
            010009000001ff00000000000000ed00000180010200060001080000000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 22, "seed": 237, "geometry": {"itemsize": 2, "shape": [6], "strides": [4]}, "quirks": ["LENGTH_IN_ITEMS"]}}, {"do": "call", "function": "READ", "object": 0} ] } `
            0100090000013c0100010103080003040000000200000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 2, "seed": 60, "geometry": {"offset": 2, "itemsize": 8, "shape": [3, 4, 0]}, "readonly": true, "quirks": ["FAILS_WITHOUT_EXCEPTION"]}}, {"do": "call", "function": "READ", "object": 0} ] } `
            0100040101ff00000000000000db000102000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "memoryview", "base": {"kind": "bytearray", "length": 1, "seed": 219}, "operations": [{"do": "toreadonly"}]}}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            01000900020501550100019003060001020100000100000200000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 13, "seed": 85, "geometry": {"offset": 1, "itemsize": 6, "shape": [1, 2, 1]}, "readonly": true, "refusal": {"exception": "OSError"}, "quirks": ["SUCCEEDS_WITH_EXCEPTION", "LENGTH_IN_ITEMS"]}}, {"do": "call", "function": "CHECK", "object": 0}, {"do": "call", "function": "READ", "object": 0} ] } `
            010009000101018f00000003010003020101000000010109000001b60100000108000b00010f00000a01010000000b00 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 6, "seed": 143, "geometry": {"shape": [3, 2, 1], "indirect": true}, "refusal": {"writableOnly": true, "exception": "TypeError"}}}, {"do": "make", "object": 1, "exporter": {"kind": "scripted", "memory": 88, "seed": 182, "geometry": {"offset": 80, "itemsize": 8, "shape": [11], "strides": [-8]}, "readonly": true}}, {"do": "parse", "object": 1, "code": "w*"}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "drop", "object": 0} ] } `
            0100040104720002010501000100000000000003000000000a0000 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "memoryview", "base": {"kind": "bytearray", "length": 4, "seed": 114}, "operations": [{"do": "cast", "format": "I", "shape": []}, {"do": "cast", "format": "B"}]}}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "call", "function": "WRITE", "object": 0}, {"do": "call", "function": "CHAR", "object": 0}, {"do": "parse", "object": 0, "code": "y*"} ] } `
            01000901010c0130010001200101002200000100000100000200 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 35, "seed": 48, "geometry": {"offset": 1, "shape": [34]}, "readonly": true, "refusal": {"writableOnly": true, "exception": "CustomError"}, "owner": "NOBODY", "quirks": ["GRANTS_WRITABLE"]}}, {"do": "call", "function": "READ", "object": 0}, {"do": "call", "function": "CHECK", "object": 0} ] } `
            01000901020001ff00000000000000ea01000120010200040001080000000100000200 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 14, "seed": 234, "geometry": {"itemsize": 2, "shape": [4], "strides": [4]}, "readonly": true, "refusal": {"exception": "BufferError"}, "owner": "NOBODY", "quirks": ["GRANTS_WRITABLE"]}}, {"do": "call", "function": "READ", "object": 0}, {"do": "call", "function": "CHECK", "object": 0} ] } `
            010009010001ff00000000000000e300000120010100d000000000000300 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 4096, "seed": 227, "owner": "NOBODY", "quirks": ["GRANTS_WRITABLE"]}}, {"do": "call", "function": "WRITE", "object": 0} ] } `
            05001c0202030700000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "ctypes-matrix", "element": "h", "rows": 2, "columns": 3, "seed": 7}}, {"do": "call", "function": "READ", "object": 0}]}`
            05001d020700000100 | `{ "format": "oldbuffer-scenario", "version": 1, "steps": [ {"do": "make", "object": 0, "exporter": {"kind": "raw-array", "items": 2, "seed": 7}}, {"do": "call", "function": "READ", "object": 0}]}`
            """)
    void oldInputsStandForWhatTheyAlwaysStoodFor(String input, String scenario) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(input);
        Scenario expected = ScenarioJson.read(scenario);
        assertEquals(Optional.of(expected), FuzzCodec.decode(bytes));
        assertArrayEquals(bytes, FuzzCodec.encode(expected).orElseThrow());
    }

    /** Most inputs of a corpus are no scenario's own: what any bytes stand for in a version that has a later one never changes. */
    @Test
    void anyBytesStandForWhatTheyAlwaysStoodFor() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < 6_000; i++) {
            byte[] input = new byte[random.nextInt(2, 120)];
            random.nextBytes(input);
            input[0] = (byte) (i % 5);
            digest.update(ScenarioJson.write(FuzzCodec.decode(input).orElseThrow())
                    .replaceAll("\\s", "")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                "36afc54e1aeb742107e859599124e14531fdb87c0514ecec87ec90795cef1460",
                HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void whatNoInputStandsForIsSaidSo() {
        Step.Make cast = new Step.Make(
                0, new MemoryView(new Bytes(4, 1, false), List.of(new ViewOperation.Slice(1L << 50, null, 1))));
        assertEquals(Optional.empty(), Facts.problem(Scenario.of(cast)));
        assertEquals(Optional.empty(), FuzzCodec.encode(Scenario.of(cast)));
    }

    @Test
    void lessThanTwoBytesAreRejected() {
        assertEquals(Optional.empty(), FuzzCodec.decode(new byte[0]));
        assertEquals(Optional.empty(), FuzzCodec.decode(new byte[] {1}));
    }
}
