package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step.Code;

/**
 * What the codes of {@code PyArg_ParseTuple} take, by their table: "Parsing arguments" in the documentation of the C API,
 * https://docs.python.org/3/c-api/arg.html#strings-and-buffers.
 */
public final class Codes {

    /** The bytes of the str that scenarios have, in UTF-8: {@code text}. */
    private static final long TEXT = 4;

    private Codes() {}

    /** Whether a code takes an object. */
    static Support support(Code code, Subject subject) {
        if (subject.unknown()) {
            return Support.OPEN;
        }
        if (isText(subject.exporter()) && code.takesText() || isNone(subject.exporter()) && code.takesNone()) {
            return Support.YES;
        }
        Support granted = subject.granted(request(code));
        return code.pins() || granted != Support.YES ? granted : unpinned(subject);
    }

    /** What a code asks the object for. */
    static Request request(Code code) {
        return code == Code.W_STAR ? Request.WRITABLE : Request.SIMPLE;
    }

    /** The length that a code tells of an object that it takes. */
    public static long length(Code code, Subject subject) {
        return code.takesText() && isText(subject.exporter()) ? TEXT : subject.length();
    }

    /** Whether a code takes the object for none, and tells NULL. */
    public static boolean none(Code code, Subject subject) {
        return code.takesNone() && isNone(subject.exporter());
    }

    /**
     * Whether an object of one segment is a "read-only bytes-like object", which has no {@code bf_releasebuffer}. What is
     * read-only and has one, or can be changed and has none, the two sentences of the table say different things of.
     */
    private static Support unpinned(Subject subject) {
        Exporter exporter = subject.exporter();
        if (exporter instanceof Bytes) {
            return Support.YES;
        } else if (exporter instanceof ByteArray || exporter instanceof Array) {
            return Support.NO;
        } else if (exporter instanceof Scripted scripted && scripted.owner() == Scripted.Owner.SELF) {
            return scripted.releases() && !scripted.readonly()
                    ? Support.NO
                    : !scripted.releases() && scripted.readonly() ? Support.YES : Support.OPEN;
        }
        return Support.OPEN;
    }

    private static boolean isText(Exporter exporter) {
        return exporter instanceof NonBuffer other && other.kindOfObject() == NonBuffer.Kind.STR;
    }

    private static boolean isNone(Exporter exporter) {
        return exporter instanceof NonBuffer other && other.kindOfObject() == NonBuffer.Kind.NONE;
    }
}
