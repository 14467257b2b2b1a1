package io.github.oldbuffer.fuzzing.codec;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How steps are written down, version 1: one byte says which, then come its parts.
 *
 * <p>Numbers of objects that are not there are folded into those that are, so that hardly a step is lost.
 */
final class StepGrammar {

    private static final List<Function> FUNCTIONS = List.of(Function.values());
    private static final List<Function> WITH_OUTPUTS = List.of(Function.CHAR, Function.READ, Function.WRITE);
    private static final List<Step.Argument> ARGUMENTS = List.of(Step.Argument.values());
    private static final List<Way> WAYS = List.of(Way.values());
    private static final List<Sharing> SHARINGS = List.of(Sharing.values());
    private static final List<Sharing> SHARINGS_OF_4 = SHARINGS.subList(0, SHARINGS.indexOf(Sharing.SLICE));
    private static final List<Moment> MOMENTS = List.of(Moment.values());
    private static final Step.Within ANY_WITHIN = new Step.Within(0, Moment.BUFFER, new Step.Drop(0));
    private static final Step ANY = new Step.Make(0, new ByteArray(4, 1, false));

    /** What a step is; the order is part of the version. */
    private enum Word {
        CALL(Step.Call.class),
        MAKE(Step.Make.class),
        UNUSUAL_CALL(Step.Call.class),
        PEEK(Step.Peek.class),
        POKE(Step.Poke.class),
        CHANGE(Step.Change.class),
        RESIZE(Step.Resize.class),
        RELEASE(Step.Release.class),
        ACQUIRE(Step.Acquire.class),
        RELEASE_VIEW(Step.ReleaseView.class),
        PARSE(Step.Parse.class),
        DROP(Step.Drop.class),
        BORDER(Step.Border.class),
        SHARE(Step.Share.class),
        APPEND(Step.Append.class),
        WITHIN(Step.Within.class);

        private static final List<Word> ALL = List.of(values());
        /** Those that there were in versions 1 and 2. */
        private static final List<Word> FIRST = ALL.subList(0, ALL.indexOf(BORDER));

        /** Those of version 3. */
        private static final List<Word> OF_3 = ALL.subList(0, ALL.indexOf(SHARE));

        /** Those of version 4. */
        private static final List<Word> OF_4 = ALL.subList(0, ALL.indexOf(APPEND));

        private final Class<? extends Step> type;

        Word(Class<? extends Step> type) {
            this.type = type;
        }

        /** A word that the version does not have is told as another, which whoever writes finds out. */
        static Word written(Coder c, Word word) {
            List<Word> words = c.version() > 4 ? ALL : c.version() > 3 ? OF_4 : c.version() > 2 ? OF_3 : FIRST;
            return c.oneOf(words, words.contains(word) ? word : CALL);
        }

        static Word of(Step step) {
            if (step instanceof Step.Call call) {
                return call.plain() ? CALL : UNUSUAL_CALL;
            }
            return ALL.stream()
                    .filter(word -> word.type.isInstance(step))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private StepGrammar() {}

    /** @param like the step to write, or {@code null} where a reader reads */
    static Step step(Coder c, World world, Step like) {
        Step given = like == null ? ANY : like;
        // the first step is always a make: nothing else makes sense
        Word word = anObject(world) < 0 ? Word.MAKE : Word.written(c, Word.of(given));
        return switch (word) {
            case MAKE -> {
                Step.Make make = given instanceof Step.Make some ? some : (Step.Make) ANY;
                int object = free(world, c.integer(0, Scenario.MAX_NAME, make.object()));
                Exporter exporter = ExporterGrammar.exporter(c, make.exporter());
                boolean inPython = c.version() > 2 && Born.inPython(exporter) && c.flag(make.born() == Born.PYTHON);
                yield new Step.Make(object, exporter, inPython ? Born.PYTHON : Born.C);
            }
            case CALL -> {
                Step.Call call = given instanceof Step.Call some ? some : Step.Call.of(Function.READ, 0);
                Function function = c.oneOf(FUNCTIONS, call.function());
                yield Step.Call.of(function, object(c, world, call.object()));
            }
            case UNUSUAL_CALL ->
                unusual(c, world, given instanceof Step.Call some ? some : Step.Call.of(Function.READ, 0));
            case PEEK -> {
                Step.Peek peek = given instanceof Step.Peek some ? some : new Step.Peek(Function.READ, 0);
                Function function = c.oneOf(WITH_OUTPUTS, peek.function());
                yield new Step.Peek(function, object(c, world, peek.object()));
            }
            case POKE -> {
                Step.Poke poke = given instanceof Step.Poke some ? some : new Step.Poke(0, 0, 0);
                int object = object(c, world, poke.object());
                yield new Step.Poke(object, offset(c, world, object, poke.offset()), c.choice(256, poke.value()));
            }
            case CHANGE -> {
                Step.Change change = given instanceof Step.Change some ? some : new Step.Change(0, 0, 0);
                int object = object(c, world, change.object());
                yield new Step.Change(object, offset(c, world, object, change.offset()), c.choice(256, change.value()));
            }
            case RESIZE -> {
                Step.Resize resize = given instanceof Step.Resize some ? some : new Step.Resize(0, 0);
                int object = object(c, world, resize.object());
                int itemsize = unit(world.object(object));
                long length = itemsize * c.number(0, Pattern.SPARSE_ABOVE / itemsize, resize.length() / itemsize);
                Way way = c.version() > 3 ? c.oneOf(WAYS, resize.way()) : Way.ANY;
                yield new Step.Resize(object, length, way);
            }
            case RELEASE -> new Step.Release(object(c, world, given instanceof Step.Release some ? some.object() : 0));
            case ACQUIRE -> {
                Step.Acquire acquire =
                        given instanceof Step.Acquire some ? some : new Step.Acquire(0, 0, Request.SIMPLE);
                int view = c.integer(0, Scenario.MAX_NAME, acquire.view());
                int object = object(c, world, acquire.object());
                yield new Step.Acquire(view, object, c.oneOf(List.of(Request.values()), acquire.request()));
            }
            case RELEASE_VIEW ->
                new Step.ReleaseView(
                        c.integer(0, Scenario.MAX_NAME, given instanceof Step.ReleaseView some ? some.view() : 0));
            case PARSE -> {
                Step.Parse parse = given instanceof Step.Parse some ? some : new Step.Parse(0, Step.Code.Y_STAR);
                int object = object(c, world, parse.object());
                yield new Step.Parse(object, c.oneOf(List.of(Step.Code.values()), parse.code()));
            }
            case DROP -> new Step.Drop(object(c, world, given instanceof Step.Drop some ? some.object() : 0));
            case SHARE -> {
                Step.Share share =
                        given instanceof Step.Share some ? some : new Step.Share(0, 0, Sharing.MEMORYVIEW, 0);
                int object = free(world, c.integer(0, Scenario.MAX_NAME, share.object()));
                int of = object(c, world, share.of());
                List<Sharing> sharings = c.version() > 4 ? SHARINGS : SHARINGS_OF_4;
                boolean told = sharings.contains(share.sharing());
                Sharing sharing = c.oneOf(sharings, told ? share.sharing() : Sharing.MEMORYVIEW);
                yield new Step.Share(
                        object, of, sharing, c.number(0, world.object(of).length(), share.start()));
            }
            case APPEND -> {
                Step.Append append = given instanceof Step.Append some ? some : new Step.Append(0, 0, Way.ADD);
                int object = object(c, world, append.object());
                yield new Step.Append(object, object(c, world, append.of()), c.oneOf(WAYS, append.way()));
            }
            case WITHIN -> within(c, world, given instanceof Step.Within some ? some : ANY_WITHIN);
            case BORDER -> new Step.Border(object(c, world, given instanceof Step.Border some ? some.object() : 0));
        };
    }

    private static Step within(Coder c, World world, Step.Within like) {
        int object = object(c, world, like.object());
        Moment moment = c.oneOf(MOMENTS, like.moment());
        int target = object(c, world, StepSubject.named(like.inside()));
        int kind = like.inside() instanceof Step.Call
                ? 0
                : like.inside() instanceof Step.Resize ? 1 : like.inside() instanceof Step.Release ? 2 : 3;
        Step inside = switch (c.choice(4, kind)) {
            case 0 -> {
                Function function = like.inside() instanceof Step.Call call ? call.function() : Function.READ;
                yield Step.Call.of(c.oneOf(FUNCTIONS, function), target);
            }
            case 1 -> {
                Step.Resize resize = like.inside() instanceof Step.Resize some ? some : new Step.Resize(0, 0);
                long length = c.number(0, Pattern.SPARSE_ABOVE, resize.length());
                yield new Step.Resize(target, length, c.oneOf(WAYS, resize.way()));
            }
            case 2 -> new Step.Release(target);
            default -> new Step.Drop(target);
        };
        return new Step.Within(object, moment, inside);
    }

    private static Step unusual(Coder c, World world, Step.Call like) {
        Function function = c.oneOf(FUNCTIONS, like.function());
        int object = object(c, world, like.object());
        int mask = 0;
        for (Step.Argument argument : like.nulls()) {
            mask |= 1 << argument.ordinal();
        }
        int bits = c.choice(1 << ARGUMENTS.size(), mask);
        Set<Step.Argument> nulls = EnumSet.noneOf(Step.Argument.class);
        for (Step.Argument argument : ARGUMENTS) {
            // CHECK has no argument but the object
            boolean has = function.hasOutputs() || argument == Step.Argument.OBJECT;
            if (has && (bits >> argument.ordinal() & 1) != 0) {
                nulls.add(argument);
            }
        }
        boolean pending = c.flag(like.pending() != null);
        ExceptionType exception = pending
                ? ExporterGrammar.exception(c, like.pending() == null ? ExceptionType.KEY_ERROR : like.pending())
                : null;
        return new Step.Call(function, object, nulls, exception);
    }

    private static int object(Coder c, World world, int like) {
        int object = c.integer(0, Scenario.MAX_NAME, like);
        return world.object(object) == null ? anObject(world) : object;
    }

    /** The first object there is, or -1. */
    private static int anObject(World world) {
        for (int i = 0; i <= Scenario.MAX_NAME; i++) {
            if (world.object(i) != null) {
                return i;
            }
        }
        return -1;
    }

    private static int free(World world, int wanted) {
        for (int i = 0; i <= Scenario.MAX_NAME; i++) {
            int object = (wanted + i) % (Scenario.MAX_NAME + 1);
            if (world.object(object) == null) {
                return object;
            }
        }
        return wanted;
    }

    private static long offset(Coder c, World world, int object, long like) {
        return c.number(0, Math.max(0, world.object(object).length() - 1), like);
    }

    /** What a new length is a multiple of: an array's items; an object of ctypes without dimensions takes any length. */
    private static int unit(State state) {
        boolean items =
                state.subject().hasMemory() && !state.subject().layout().shape().isEmpty();
        return items ? state.subject().layout().itemsize() : 1;
    }
}
