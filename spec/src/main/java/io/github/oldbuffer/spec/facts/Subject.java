package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.Layout.Segments;
import io.github.oldbuffer.spec.scenario.Request;
import java.util.List;

/**
 * What an exporter's description says about the object, whatever runs it.
 *
 * @param exporter the description
 * @param lawful whether the object keeps the rules of the new buffer protocol; clauses bind only where it does
 * @param layout where its items lie, or {@code null} where it has no memory to offer
 * @param memory bytes that the object stands on
 * @param seed of their contents
 * @param mutable whether those bytes can be changed by other means
 * @param refusesWritable whether it refuses writable requests although its memory is writable
 * @param writableOpen whether the rules leave open if it offers writable memory
 * @param unknown whether nothing is known of it before it is made: what it offers turns out then
 */
public record Subject(
        Exporter exporter,
        boolean lawful,
        Layout layout,
        long memory,
        int seed,
        boolean mutable,
        boolean refusesWritable,
        boolean writableOpen,
        boolean unknown) {

    /** Length in bytes of what the object offers; 0 where it offers nothing. */
    public long length() {
        return layout == null ? 0 : layout.length();
    }

    /** Whether the memory is one segment, many, or left open; MANY where there is none. */
    public Segments segments() {
        return layout == null ? Segments.MANY : layout.segments();
    }

    /** Whether the object has memory, though perhaps not in one segment or not writable. */
    public boolean hasMemory() {
        return layout != null;
    }

    public boolean readonly() {
        return layout != null && layout.readonly();
    }

    /** Whether the object supports what CHAR, READ and CHECK ask for. */
    public Support readable() {
        return granted(Request.SIMPLE);
    }

    /** Whether the object supports what WRITE asks for. */
    public Support writable() {
        return granted(Request.WRITABLE);
    }

    /** Whether a lawful exporter grants the request. */
    public Support granted(Request request) {
        if (unknown) {
            return Support.OPEN;
        }
        if (layout == null) {
            return Support.NO;
        }
        if (request.writable() && (layout.readonly() || refusesWritable)) {
            return Support.NO;
        }
        Support support = understood(request);
        return request.writable() && writableOpen && support == Support.YES ? Support.OPEN : support;
    }

    /** Whether a consumer that asks so can find its way in the memory. */
    private Support understood(Request request) {
        if (layout.indirect() && !request.indirect()) {
            return layout.items() == 0 ? Support.OPEN : Support.NO;
        }
        Support support = Support.YES;
        if (!request.strides() || request.orderOfC()) {
            support = inOrderOfC();
        } else if (request.orderOfFortran()) {
            support = inOrderOfFortran();
        } else if (request.anyOrder()) {
            support = inOrderOfC() == Support.YES ? Support.YES : inOrderOfFortran();
        }
        return support;
    }

    private Support inOrderOfC() {
        return switch (layout.segments()) {
            case ONE -> Support.YES;
            case MANY -> Support.NO;
            case EMPTY_ODD -> Support.OPEN;
        };
    }

    /** Of memory without bytes any order can be said, and none. */
    private Support inOrderOfFortran() {
        boolean ordered = layout.shape().size() > 1 ? layout.fortran() : layout.segments() == Segments.ONE;
        return ordered ? Support.YES : layout.items() == 0 ? Support.OPEN : Support.NO;
    }

    /** Another object over the same memory. */
    Subject of(Exporter other, Layout its) {
        return new Subject(other, lawful, its, memory, seed, mutable, refusesWritable, writableOpen, unknown);
    }

    /** The same of which nothing is known any more. */
    Subject asUnknown() {
        return new Subject(exporter, lawful, null, memory, seed, mutable, false, false, true);
    }

    Subject withLayout(Layout changed) {
        return new Subject(exporter, lawful, changed, memory, seed, mutable, refusesWritable, writableOpen, unknown);
    }

    Subject resized(long length) {
        if (layout.shape().isEmpty()) {
            Layout single =
                    new Layout(0, (int) length, layout.format(), List.of(), List.of(), false, layout.readonly());
            return new Subject(exporter, lawful, single, length, seed, mutable, refusesWritable, writableOpen, unknown);
        }
        Layout line = Layout.line(length / layout.itemsize(), layout.itemsize(), layout.format(), layout.readonly());
        return new Subject(exporter, lawful, line, length, seed, mutable, refusesWritable, writableOpen, unknown);
    }
}
