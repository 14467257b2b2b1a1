package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;

/**
 * How large things are: what is easier to read is smaller.
 *
 * <p>A step outweighs whatever its exporter may save, and an exporter of a simpler kind outweighs any length, so that a
 * search by size ends with few steps on plain objects.
 */
final class Sizes {

    private static final long STEP = 1_000_000;
    private static final long KIND = 1_000;

    private Sizes() {}

    static long of(Scenario scenario) {
        long size = 0;
        for (Step step : scenario.steps()) {
            size += STEP + of(step);
        }
        return size;
    }

    private static long of(Step step) {
        if (step instanceof Step.Border) {
            return -1;
        } else if (step instanceof Step.Make make) {
            return of(make.exporter()) + make.object() + flag(make.born() == Born.PYTHON);
        } else if (step instanceof Step.Call call) {
            return call.nulls().size()
                    + (call.pending() == null ? 0 : 1 + call.pending().ordinal());
        } else if (step instanceof Step.Poke poke) {
            return bits(poke.offset()) + (poke.value() == 255 ? 0 : 1);
        } else if (step instanceof Step.Change change) {
            return bits(change.offset()) + (change.value() == 255 ? 0 : 1);
        } else if (step instanceof Step.Resize resize) {
            return bits(resize.length()) + resize.way().ordinal();
        } else if (step instanceof Step.Share share) {
            return bits(share.start()) + share.sharing().ordinal() + share.object();
        } else if (step instanceof Step.Within within) {
            return of(within.inside());
        } else if (step instanceof Step.Acquire acquire) {
            return acquire.request().ordinal() + acquire.view();
        }
        return 0;
    }

    static long of(Exporter exporter) {
        if (exporter instanceof NonBuffer nothing) {
            return nothing.kindOfObject().ordinal();
        } else if (exporter instanceof Bytes bytes) {
            return KIND + owned(bytes.length(), bytes.seed()) + flag(bytes.subclass());
        } else if (exporter instanceof ByteArray bytes) {
            return 2 * KIND + owned(bytes.length(), bytes.seed()) + flag(bytes.subclass());
        } else if (exporter instanceof Array array) {
            return 3 * KIND + owned(array.items(), array.seed()) + Array.TYPECODES.indexOf(array.typecode());
        } else if (exporter instanceof BytesIoBuffer stream) {
            return 3 * KIND + owned(stream.length(), stream.seed());
        } else if (exporter instanceof Mmap mmap) {
            return 4 * KIND + owned(mmap.length(), mmap.seed()) + mmap.access().ordinal();
        } else if (exporter instanceof Ctypes ctypes) {
            return 4 * KIND
                    + owned(ctypes.items(), ctypes.seed())
                    + Ctypes.ELEMENTS.indexOf(ctypes.element())
                    + ctypes.shape().ordinal();
        } else if (exporter instanceof MemoryView view) {
            long size = 5 * KIND + of(view.base());
            for (ViewOperation operation : view.operations()) {
                size += KIND + of(operation);
            }
            return size;
        } else if (exporter instanceof PythonClass python) {
            return 6 * KIND
                    + of(python.base())
                    + flag(python.releases())
                    + (python.exception() == null ? 0 : python.exception().ordinal());
        }
        if (exporter instanceof Library library) {
            return 4 * KIND
                    + owned(library.items(), library.seed())
                    + library.type().ordinal();
        }
        return exporter instanceof PythonExpression python
                ? 8 * KIND
                        + bits(python.expression().length())
                        + bits(python.setup().length())
                : of((Scripted) exporter);
    }

    private static long of(Scripted scripted) {
        Geometry geometry = scripted.geometry();
        long size = 7 * KIND + owned(scripted.memory(), scripted.seed()) + flag(scripted.readonly());
        size += flag(!scripted.releases()) + flag(scripted.nullBuffer());
        size += scripted.quirks().size() * KIND / 4;
        size += scripted.owner().ordinal() * KIND / 4;
        size += scripted.target() == null ? 0 : of(scripted.target());
        size += scripted.refusal() == null
                ? 0
                : KIND / 4 + scripted.refusal().exception().ordinal();
        size += geometry.format() == null ? 0 : geometry.format().length();
        size += bits(geometry.offset())
                + geometry.itemsize()
                + dimensions(geometry.shape().size());
        size += geometry.indirect() ? 30 : 0;
        for (long extent : geometry.shape()) {
            size += bits(extent);
        }
        if (geometry.strides() != null) {
            for (long stride : geometry.strides()) {
                size += 1 + 2 * bits(Math.abs(stride)) + flag(stride < 0);
            }
        }
        return size;
    }

    private static long of(ViewOperation operation) {
        if (operation instanceof ViewOperation.Slice slice) {
            return bound(slice.start())
                    + bound(slice.stop())
                    + 2 * bits(Math.abs(slice.step()))
                    + flag(slice.step() < 0);
        } else if (operation instanceof ViewOperation.Cast cast) {
            long size = cast.format() == 'B' ? 0 : 1;
            if (cast.shape() != null) {
                size += 10 + dimensions(cast.shape().size());
                for (long extent : cast.shape()) {
                    size += bits(extent);
                }
            }
            return size;
        }
        return 0;
    }

    private static long bound(Long bound) {
        return bound == null ? 0 : 1 + bits(Math.abs(bound)) + flag(bound < 0);
    }

    /** One dimension is the plainest; none at all is rarer than two. */
    private static long dimensions(int count) {
        return count == 0 ? 30 : 20L * (count - 1);
    }

    /** Lengths weigh finely when they are small, and seeds hardly at all. */
    private static long owned(long length, int seed) {
        return bits(length) + (seed == 1 ? 0 : 1);
    }

    private static long bits(long value) {
        return value <= 16 ? value : 16 + 4L * (64 - Long.numberOfLeadingZeros(value));
    }

    private static long flag(boolean set) {
        return set ? 1 : 0;
    }
}
