package io.github.oldbuffer.suite.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The space of a sweep, counted without the sweep's own code: every value of every dimension with every value of every
 * other one.
 */
class SweptSpaceTests {
    private static final List<Request> REQUESTS =
            List.of(Request.SIMPLE, Request.WRITABLE, Request.STRIDES, Request.FULL, Request.FULL_RO);
    private static final List<Step.Code> CODES = List.of(Step.Code.Y_STAR, Step.Code.W_STAR);

    private static final int FAILURES = 1 + 2 * ExceptionType.values().length;
    private static final int LAWFULNESS = 1 + Quirk.values().length + 1;
    private static final int PENDING = 2;
    private static final int CALLS = PENDING * (3 * 4 + 1);

    @Test
    void thereAreAsManyScenariosAsTheDimensionsMake() {
        int plain = NonBuffer.Kind.values().length
                + 6 * (2 * 2 + 1)
                + 6 * Mmap.Access.values().length
                + 6 * LibraryType.values().length
                - 4 // mmaps, shared memory and copies of no bytes
                + 3 * Array.TYPECODES.length()
                + (1 + 1 + 3 + 2) * Ctypes.ELEMENTS.length();
        int views = 8 * 13 * 2;
        int classes = 2 * (8 + 1 + 1 + ExceptionType.values().length);
        int layouts = 17;
        int readonly = 2;
        int ownersAndReleases = 2 * 2;
        int scripted = layouts * readonly * FAILURES * (ownersAndReleases + LAWFULNESS - 1);
        int redirecting = 5 * FAILURES * 2;
        long withoutObject = CALLS;
        int together = 11 * 4 * 4 * (2 + 11);
        int shared = 2 * (3 + 2 * 5 + 3 + 1) * (2 * 4 + 2);
        int resized = 2 * (24 + 19 + 9 + 12 + 6 + 4);
        // bases of bytes and of bytearray, whose own memory can go; in a call, between two views and so on, and slices
        int appendedAlike =
                2 * 2 * (4 + 3) + 2 + 2 * 2 * 2; // to memoryviews, and to what was dropped: one way for three
        int inside = 2 * ((2 * (5 + 4 + 4 + 3) + 2) * (4 + 3 + 3) - appendedAlike + 4);
        assertEquals(
                (long) (plain + views + classes + scripted + redirecting) * CALLS
                        + withoutObject
                        + together
                        + shared
                        + resized
                        + inside
                        + births().size(),
                Sweep.of(1).size());
    }

    @Test
    void asManyAreMadeAsAreTold() {
        Sweep sweep = Sweep.of(2);
        long made = IntStream.range(0, sweep.blocks())
                .mapToLong(number -> sweep.block(number).count())
                .sum();
        assertEquals(made, sweep.size());
    }

    @Test
    void whatPythonCodeCanMakeIsSweptThatWayToo() {
        Set<Exporter> makeable =
                Sweep.of(1).exporters().stream().filter(Born::inPython).collect(Collectors.toSet());
        List<Scenario> births = births();
        assertTrue(births.stream()
                .allMatch(scenario -> ((Step.Make) scenario.steps().get(0)).born() == Born.PYTHON));
        assertEquals(births.size(), Set.copyOf(births).size());
        Map<Exporter, Long> calledAsMade = births.stream()
                .filter(scenario -> scenario.steps().size() == 2)
                .collect(Collectors.groupingBy(SweptSpaceTests::exporter, Collectors.counting()));
        assertEquals(makeable, calledAsMade.keySet());
        assertEquals(Set.of((long) CALLS), Set.copyOf(calledAsMade.values()));
        Set<Exporter> released = births.stream()
                .filter(scenario -> scenario.steps().get(1) instanceof Step.Release)
                .map(SweptSpaceTests::exporter)
                .collect(Collectors.toSet());
        Set<Exporter> releasable = makeable.stream()
                .filter(each -> each instanceof MemoryView
                        || each instanceof BytesIoBuffer
                        || each instanceof Mmap
                        || each instanceof Library library && library.type().released())
                .collect(Collectors.toSet());
        assertEquals(releasable, released);
    }

    private static List<Scenario> births() {
        Sweep sweep = Sweep.of(1);
        return sweep.block(sweep.blocks() - 1).toList();
    }

    /** Layout and length, writability, failure and lawfulness, function, NULL and pending. */
    @Test
    void scriptedExportersHaveEveryCombinationOfEveryDimension() {
        assertFactorial(scenarios()
                .filter(scenario -> exporter(scenario) instanceof Scripted scripted
                        && scripted.owner() == Scripted.Owner.SELF
                        && scripted.releases())
                .map(scenario -> {
                    Scripted scripted = (Scripted) exporter(scenario);
                    String lawfulness =
                            scripted.nullBuffer() ? "NULL" : scripted.quirks().toString();
                    return List.of(
                            List.of(scripted.memory(), scripted.geometry()),
                            scripted.readonly(),
                            String.valueOf(scripted.refusal()),
                            lawfulness,
                            scenario.steps().get(1));
                }));
        assertFactorial(scenarios()
                .filter(scenario -> exporter(scenario) instanceof Scripted scripted
                        && scripted.owner() != Scripted.Owner.OTHER
                        && scripted.quirks().isEmpty()
                        && !scripted.nullBuffer())
                .map(scenario -> {
                    Scripted scripted = (Scripted) exporter(scenario);
                    return List.of(
                            List.of(scripted.memory(), scripted.geometry()),
                            scripted.readonly(),
                            String.valueOf(scripted.refusal()),
                            scripted.owner(),
                            scripted.releases(),
                            scenario.steps().get(1));
                }));
    }

    @Test
    void objectsOfPythonHaveEveryCombinationToo() {
        assertFactorial(of(Bytes.class, each -> List.of(each.length(), each.subclass())));
        assertFactorial(of(ByteArray.class, each -> List.of(each.length(), each.subclass())));
        assertFactorial(of(BytesIoBuffer.class, each -> List.of(each.length())));
        assertFactorial(of(Mmap.class, each -> List.of(each.access(), each.length())));
        assertFactorial(of(Array.class, each -> List.of(each.typecode(), each.items())));
        assertFactorial(of(Ctypes.class, each -> List.of(List.of(each.shape(), each.items()), each.element())));
        assertFactorial(of(MemoryView.class, each -> List.of(each.base(), each.operations())));
        assertFactorial(of(
                PythonClass.class,
                each -> List.of(Arrays.asList(each.base(), each.answer(), each.exception()), each.releases())));
        assertEquals(
                Set.of(NonBuffer.Kind.values()),
                Set.copyOf(of(NonBuffer.class, each -> List.of(each.kindOfObject()))
                        .map(row -> row.get(0))
                        .distinct()
                        .toList()));
    }

    @Test
    void everyKindOfStepStandsBetweenEveryTwoFunctions() {
        Map<List<Function>, Set<Object>> between = new HashMap<>();
        Sweep sweep = Sweep.of(2);
        IntStream.rangeClosed(1, sweep.exporters().size())
                .filter(number -> !(sweep.exporters().get(number - 1) instanceof Scripted) || number % 97 == 0)
                .boxed()
                .flatMap(sweep::block)
                .map(Scenario::steps)
                .filter(steps -> steps.stream().filter(Call.class::isInstance).count() == 2)
                .forEach(steps -> {
                    Call first = (Call) steps.get(1);
                    Call last = (Call) steps.get(steps.size() - 1);
                    Set<Object> seen = between.computeIfAbsent(
                            List.of(first.function(), last.function()), none -> new HashSet<>());
                    steps.subList(2, steps.size() - 1).forEach(step -> {
                        seen.add(step.getClass());
                        if (step instanceof Step.Acquire acquire) {
                            seen.add(acquire.request());
                        } else if (step instanceof Step.Parse parse) {
                            seen.add(parse.code());
                        }
                    });
                });
        List<Object> kinds = new ArrayList<>(List.of(Step.class.getPermittedSubclasses()));
        kinds.remove(Call.class);
        // which have nothing to do with what stands between calls of one object
        kinds.remove(Step.Border.class);
        kinds.remove(Step.Share.class);
        kinds.remove(Step.Append.class);
        kinds.remove(Step.Within.class);
        kinds.addAll(REQUESTS);
        kinds.addAll(CODES);
        assertEquals(16, between.size());
        between.forEach((functions, seen) -> {
            Set<Object> missing = new HashSet<>(kinds);
            missing.removeAll(seen);
            // a pointer to read or write through comes from the function before
            if (!functions.get(0).hasOutputs()) {
                missing.remove(Step.Peek.class);
            }
            if (functions.get(0) != Function.WRITE) {
                missing.remove(Step.Poke.class);
            }
            assertEquals(Set.of(), missing, functions::toString);
        });
    }

    /** By trying whatever may be said in one step, and in those that come in pairs, for one exporter. */
    @Test
    void thePairsOfABytearrayAreAllThatMakeSense() {
        Exporter exporter = new ByteArray(2, 1, false);
        Step make = new Step.Make(0, exporter);
        List<List<Step>> pool = new ArrayList<>();
        pool.add(List.of());
        for (Function function : new Function[] {Function.CHAR, Function.READ, Function.WRITE}) {
            pool.add(List.of(new Step.Peek(function, 0)));
        }
        for (long offset = 0; offset < 2; offset++) {
            pool.add(List.of(new Step.Poke(0, offset, 255)));
            pool.add(List.of(new Step.Change(0, offset, 254)));
        }
        pool.add(List.of(new Step.Resize(0, 0)));
        pool.add(List.of(new Step.Resize(0, 3)));
        for (Request request : REQUESTS) {
            pool.add(List.of(new Step.Acquire(0, 0, request), new Step.ReleaseView(0)));
        }
        for (Step.Code code : CODES) {
            pool.add(List.of(new Step.Parse(0, code)));
        }
        pool.add(List.of(new Step.Acquire(0, 0, Request.SIMPLE), new Step.Resize(0, 0), new Step.ReleaseView(0)));
        pool.add(List.of(new Step.Drop(0), make));
        Set<Scenario> expected = new HashSet<>();
        for (Function first : Function.values()) {
            for (List<Step> middle : pool) {
                for (Function second : Function.values()) {
                    List<Step> steps = new ArrayList<>(List.of(make, Call.of(first, 0)));
                    steps.addAll(middle);
                    steps.add(Call.of(second, 0));
                    Scenario scenario = new Scenario(steps);
                    if (Facts.problem(scenario).isEmpty()) {
                        expected.add(scenario);
                    }
                }
            }
        }
        Sweep sweep = Sweep.of(2);
        Set<Scenario> swept = new HashSet<>(sweep.block(sweep.exporters().indexOf(exporter) + 1)
                .filter(scenario -> scenario.steps().size() > 2)
                .toList());
        assertEquals(expected, swept);
    }

    private static Stream<Scenario> scenarios() {
        Sweep sweep = Sweep.of(1);
        return IntStream.rangeClosed(1, sweep.exporters().size()).boxed().flatMap(sweep::block);
    }

    private static Exporter exporter(Scenario scenario) {
        return ((Step.Make) scenario.steps().get(0)).exporter();
    }

    private static <E extends Exporter> Stream<List<Object>> of(
            Class<E> kind, java.util.function.Function<E, List<Object>> dimensions) {
        return scenarios()
                .filter(scenario -> kind.isInstance(exporter(scenario)))
                .map(scenario -> {
                    List<Object> row = new ArrayList<>(dimensions.apply(kind.cast(exporter(scenario))));
                    row.add(scenario.steps().get(1));
                    return row;
                });
    }

    /** As many rows as the values of each column make, when each is combined with each. */
    private static void assertFactorial(Stream<? extends List<?>> rows) {
        Set<List<?>> distinct = new HashSet<>();
        List<Set<Object>> values = new ArrayList<>();
        rows.forEach(row -> {
            assertTrue(distinct.add(row), row::toString);
            for (int i = 0; i < row.size(); i++) {
                if (values.size() == i) {
                    values.add(new HashSet<>());
                }
                values.get(i).add(row.get(i));
            }
        });
        long product = 1;
        for (Set<Object> column : values) {
            product *= column.size();
        }
        assertEquals(product, distinct.size());
        assertEquals(CALLS, values.get(values.size() - 1).size());
    }
}
