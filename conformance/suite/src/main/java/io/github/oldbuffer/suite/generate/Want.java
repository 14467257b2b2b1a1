package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Exporter;
import java.util.ArrayList;
import java.util.List;

/** The object that a clause's property is about, and so the recipes that make it; each recipe is as likely as another. */
enum Want {
    /** One segment that can be written. */
    WRITABLE(List.of(
            Plain::byteArray,
            Plain::array,
            Plain::stream,
            Plain::writableMmap,
            Plain::hugeMmap,
            Plain::ctypes,
            c -> Plain.library(false, c),
            c -> Plain.library(false, c),
            c -> Plain.memoryView(Plain::byteArray, c),
            c -> Views.sliced(Plain::byteArray, c),
            c -> Views.cast(true, c),
            Views::castArray,
            c -> Plain.pythonClass(Plain::byteArray, c),
            c -> Scripts.oneSegment(false, c),
            c -> Scripts.oneSegment(false, c),
            c -> Scripts.huge(false, c),
            c -> Scripts.ownerless(false, c),
            c -> Scripts.wiping(false, c),
            c -> Scripts.redirected(Plain::byteArray, c),
            c -> Scripts.redirected(Scripts::recording, c))),

    /** One segment that can only be read. */
    READ_ONLY(List.of(
            Plain::bytes,
            Plain::readonlyMmap,
            c -> Plain.library(true, c),
            c -> Plain.memoryView(Plain::bytes, c),
            c -> Views.sliced(Plain::bytes, c),
            c -> Views.cast(false, c),
            c -> Views.readonly(Plain::byteArray, c),
            c -> Views.readonly(Plain::array, c),
            c -> Plain.pythonClass(Plain::bytes, c),
            c -> Scripts.oneSegment(true, c),
            c -> Scripts.oneSegment(true, c),
            c -> Scripts.huge(true, c),
            c -> Scripts.ownerless(true, c),
            c -> Scripts.wiping(true, c),
            Scripts::nowhere,
            c -> Scripts.redirected(Plain::bytes, c))),

    /** One segment of a type of Python's libraries, of which there are more than of all others. */
    OF_LIBRARIES(List.of(c -> Plain.library(false, c), c -> Plain.library(false, c), c -> Plain.library(true, c))),

    /** One segment. */
    READABLE(join(join(WRITABLE.recipes, READ_ONLY.recipes), List.of(Scripts::refusingWritable))),

    /** Memory of more than one segment. */
    MANY_SEGMENTS(List.of(
            c -> Views.strided(false, c.onceIn(2), c),
            c -> Views.strided(true, c.onceIn(2), c),
            Views::stridedRows,
            c -> Scripts.strided(c.onceIn(4), c),
            c -> Scripts.reversed(c.onceIn(4), c),
            c -> Scripts.fortran(c.onceIn(4), c),
            c -> Scripts.indirect(c.onceIn(4), c),
            Scripts::manyRefusingWritable,
            c -> Plain.memoryView(k -> Scripts.fortran(k.onceIn(4), k), c),
            c -> Plain.memoryView(k -> Scripts.indirect(k.onceIn(4), k), c),
            c -> Plain.pythonClass(k -> Views.strided(false, true, k), c),
            c -> Scripts.redirected(k -> Views.strided(true, true, k), c))),

    /** No bytes in what would be many segments if there were any: left open, but not each time anew. */
    EMPTY_ODD(List.of(
            Views::emptyStrided,
            Scripts::emptyOdd,
            Scripts::emptyOdd,
            c -> Plain.pythonClass(Views::emptyStrided, c),
            c -> Scripts.redirected(Views::emptyStrided, c))),

    /** No memory to offer. */
    NO_MEMORY(List.of(
            Plain::nonBuffer,
            Plain::oftenTaken,
            Plain::failingPythonClass,
            c -> Scripts.refusing(true, c),
            c -> Scripts.refusing(false, c))),

    /** What cannot be read as one segment; a third of it has memory. */
    UNREADABLE(join(NO_MEMORY.recipes, MANY_SEGMENTS.recipes)),

    /** What cannot be written as one segment. */
    UNWRITABLE(join(UNREADABLE.recipes, join(READ_ONLY.recipes, List.of(Scripts::refusingWritable)))),

    /** What has memory, in one segment or in many. */
    MEMORY(join(READABLE.recipes, MANY_SEGMENTS.recipes)),

    /** Anything lawful. */
    ANY(join(join(READABLE.recipes, UNREADABLE.recipes), join(EMPTY_ODD.recipes, List.of(Scripts::refusingWritable)))),

    /** What can be resized while nothing exports it. */
    RESIZABLE(List.of(Plain::byteArray, Plain::array)),

    /** The same, and what ctypes.resize moves whether anybody views it or not. */
    MOVABLE(List.of(Plain::byteArray, Plain::array, Plain::ctypes)),

    /** What can be released or closed while nothing exports it. */
    RELEASABLE(List.of(
            c -> Plain.memoryView(Plain::byteArray, c),
            c -> Views.cast(true, c),
            c -> Views.sliced(Plain::bytes, c),
            c -> Views.readonly(Plain::array, c),
            Plain::stream,
            Plain::writableMmap,
            Plain::readonlyMmap,
            Plain::releasedLibrary)),

    /** What records acquisitions and releases. */
    RECORDING(List.of(
            Scripts::recording,
            Scripts::nowhere,
            c -> Scripts.wiping(c.onceIn(2), c),
            c -> Scripts.ownerless(c.onceIn(2), c),
            c -> Scripts.redirected(Scripts::recording, c),
            c -> Scripts.redirected(Plain::byteArray, c),
            Plain::recordingPythonClass)),

    /** What runs code of the scenario's own while it is asked for its memory, and gives it up. */
    RUNNING_CODE(List.of(
            Plain::recordingPythonClass,
            c -> Plain.pythonClass(Plain::byteArray, c),
            Plain::recordingPythonClass,
            Plain::failingPythonClass)),

    /** What a memoryview stands on. */
    SLICED(List.of(Plain::byteArray, Plain::bytes, Plain::array)),

    /** What records releases and grants neither function a view. */
    REFUSING_RECORDING(List.of(Scripts::recordingRefusing, Scripts::recordingMany)),

    /** What breaks the rules of the new protocol; no clause binds. */
    UNLAWFUL(List.of(Scripts::unlawful)),

    /** The same in every layout and length, one rule broken at a time. */
    UNLAWFUL_ANYHOW(List.of(
            c -> Lawless.of(k -> Scripts.oneSegment(false, k), c),
            c -> Lawless.of(k -> Scripts.strided(false, k), c),
            c -> Lawless.of(k -> Scripts.reversed(false, k), c),
            c -> Lawless.of(k -> Scripts.fortran(false, k), c),
            c -> Lawless.of(k -> Scripts.indirect(false, k), c),
            c -> Lawless.of(Scripts::emptyOdd, c),
            c -> Lawless.of(k -> Scripts.huge(false, k), c),
            c -> Lawless.of(Lawless::tiny, c)));

    private final List<Recipe> recipes;

    Want(List<Recipe> recipes) {
        this.recipes = recipes;
    }

    List<Recipe> recipes() {
        return recipes;
    }

    Exporter make(Choices choices) {
        return choices.oneOf(recipes).make(choices);
    }

    private static List<Recipe> join(List<Recipe> some, List<Recipe> others) {
        List<Recipe> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
