package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.Layout.Segments;
import io.github.oldbuffer.spec.transcript.Sample;

/**
 * An object at one moment of a scenario; immutable.
 *
 * @param object its number
 * @param subject what its description says, as of now
 * @param version no two objects of a scenario share one, and it changes whenever a step may change what the functions
 *     answer: a resize, a release
 * @param views how many views a step holds on it
 * @param sharers how many objects stand on its memory and pin it
 */
public record State(int object, Subject subject, Contents contents, int version, int views, int sharers) {

    public Exporter exporter() {
        return subject.exporter();
    }

    public boolean lawful() {
        return subject.lawful();
    }

    public long length() {
        return subject.length();
    }

    /** Whether a view held by the scenario, or another of its objects, pins the object. */
    public boolean exported() {
        return views > 0 || sharers > 0;
    }

    /**
     * The byte (0 to 255) at an offset of the object's memory.
     *
     * @param offset from 0 to {@code length() - 1}; the object's memory must be one segment
     */
    public int byteAt(long offset) {
        return contents.at(subject.layout().start() + offset);
    }

    /** A sample of the object's memory, which must be one segment. */
    public Sample sample() {
        return contents.sample(subject.layout().start(), length());
    }

    /** Whether the object's bytes can be named by one offset each: it has memory in one segment. */
    public boolean addressable() {
        return subject.hasMemory() && subject.segments() == Segments.ONE;
    }

    State withViews(int count) {
        return new State(object, subject, contents, version, count, sharers);
    }

    State withSharers(int count) {
        return new State(object, subject, contents, version, views, count);
    }

    State withContents(Contents changed) {
        return new State(object, subject, changed, version, views, sharers);
    }

    State changed(long offset, int value) {
        return new State(
                object, subject, contents.changed(subject.layout().start() + offset, value), version, views, sharers);
    }

    State resized(long length, int newVersion) {
        return new State(object, subject.resized(length), contents.resized(length), newVersion, views, sharers);
    }

    State unknown(int newVersion) {
        return new State(object, subject.asUnknown(), contents, newVersion, views, sharers);
    }

    State released(int newVersion) {
        return new State(object, subject.withLayout(null), contents, newVersion, views, sharers);
    }
}
