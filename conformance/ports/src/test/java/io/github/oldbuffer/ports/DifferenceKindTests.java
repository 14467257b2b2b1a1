package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceKindTests {

    @Test
    void anotherExceptionIsOneKindWhicheverItIs() {
        assertEquals(
                kind("f: the exception: TypeError, the other: KeyError"),
                kind("f: the exception: TypeError, the other: OSError"));
        assertNotEquals(
                kind("f: the exception: none, the other: KeyError"),
                kind("f: the exception: TypeError, the other: KeyError"));
    }

    @Test
    void otherFlagsAreOneKindWhateverTheAnswer() {
        String granted =
                "f: what the exporter saw: acquired with PyBUF_STRIDES, released, the other: acquired with PyBUF_SIMPLE, released";
        String refused = "f: what the exporter saw: refused PyBUF_STRIDES, the other: refused PyBUF_SIMPLE";
        String lost =
                "f: what the exporter saw: acquired with PyBUF_SIMPLE, the other: acquired with PyBUF_SIMPLE, released";
        assertEquals(kind(granted), kind(refused));
        assertNotEquals(kind(granted), kind(lost));
    }

    @Test
    void whatDiffersWithoutAPendingExceptionSaysNothingNewWithOne() {
        assertTrue(DifferenceKind.redundant("f (an exception pending): the result: 0", List.of("f: the result: 0")));
        assertFalse(DifferenceKind.redundant("f (an exception pending): the result: 0", List.of("f: the length")));
        assertFalse(DifferenceKind.redundant("f: the result: 0", List.of("f: the result: 0")));
    }

    @Test
    void whatDiffersWithFewerNullsSaysNothingNewWithMore() {
        List<String> one = List.of("f (NULL buffer): the result: 0");
        assertTrue(DifferenceKind.redundant("f (NULL buffer, NULL buffer_len): the result: 0", one));
        assertTrue(DifferenceKind.redundant("f (NULL buffer, an exception pending): the result: 0", one));
        assertFalse(DifferenceKind.redundant("f (NULL buffer_len): the result: 0", one));
        assertFalse(DifferenceKind.redundant("f (NULL buffer): the result: 0", List.of("f: the result: 0")));
    }

    @Test
    void theTextOfWhatReplacedAPendingExceptionSaysNothingNew() {
        List<String> replaced =
                List.of(kind("f (NULL object, an exception pending): the exception: KeyError, the other: SystemError"));
        assertTrue(DifferenceKind.redundant(
                "f (NULL object, an exception pending): the text of the SystemError differs", replaced));
        assertFalse(DifferenceKind.redundant("f (NULL object): the text of the SystemError differs", replaced));
    }

    private static String kind(String symptom) {
        return DifferenceKind.of(symptom);
    }
}
