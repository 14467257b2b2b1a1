package io.github.oldbuffer.reports.results;

import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Difference;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.Map;

/** Results in which every kind of finding occurs. */
public final class SampleResults {

    private SampleResults() {}

    public static Results withEverything() {
        return new Results(
                Results.SCHEMA, new Results.Kit("0.1.0", 42, 1000), List.of(conforming(), withEveryKindOfFinding()));
    }

    private static Run conforming() {
        return new Run(
                new Identity("model", "Model", "1"),
                true,
                1000,
                0,
                List.of(new ClauseResult("READ-1", "contract", Overall.HOLDS, 1000, List.of(), List.of())),
                List.of(),
                List.of(),
                List.of());
    }

    private static Run withEveryKindOfFinding() {
        return new Run(
                new Identity("cpython:/opt/python3.6", "CPython", "3.6.15"),
                false,
                2000,
                7,
                List.of(
                        new ClauseResult(
                                "READ-3",
                                "contract",
                                Overall.VIOLATED,
                                600,
                                List.of(),
                                List.of(
                                        new ViolationResult(
                                                "BufferError instead of TypeError",
                                                "PyObject_AsReadBuffer raised BufferError",
                                                true,
                                                "CPython lets the exporter's exception through",
                                                "deviations/READ-3-buffererror/witness.json"),
                                        new ViolationResult(
                                                "no exception",
                                                "none was set",
                                                false,
                                                null,
                                                "deviations/x/witness.json"))),
                        new ClauseResult("NEW-5", "implied", Overall.NOT_EXERCISED, 3, List.of("a mmap"), List.of())),
                List.of(new Crash(
                        "CRASHED",
                        "SIGSEGV",
                        "CHECK-2",
                        "CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                        false,
                        null,
                        "deviations/CHECK-2-crashed/witness.json")),
                List.of(new Difference("another message", "deviations/y/witness.json")),
                List.of(new Stale("CHAR-3", "an old one")));
    }

    /** The same, with evidence for what is on file, and measured. */
    public static Results withEvidence() {
        Results plain = withEverything();
        Run run = plain.runs().get(1);
        ClauseResult clause = run.clauses().get(0);
        ViolationResult known = clause.violations().get(0);
        List<ViolationResult> violations = List.of(
                new ViolationResult(
                        known.symptom(),
                        known.reason(),
                        known.known(),
                        known.why(),
                        new Filed(">=3.6", "2026-11-22", "https://example.org/issues/1", "2027-01-31"),
                        known.witness(),
                        evidence()),
                clause.violations().get(1));
        ClauseResult evident = new ClauseResult(
                clause.id(), clause.level(), clause.verdict(), clause.scenarios(), clause.missing(), violations);
        Run measured = new Run(
                run.implementation(),
                run.conforms(),
                run.scenarios(),
                run.unsupported(),
                List.of(evident, run.clauses().get(1)),
                run.crashes(),
                List.of(new Difference("another message", "deviations/y/witness.json", shown())),
                run.stale(),
                new Run.Measured("2026-11-22T09:00:00Z", 1500),
                coverage());
        return new Results(
                plain.schema(),
                plain.kit(),
                List.of(plain.runs().get(0), measured),
                new Command(List.of(
                        "run", "-i", "model", "-i", "cpython:/opt/my python", "--tries", "1000", "--seed", "42")),
                strength());
    }

    private static Shown shown() {
        return new Shown(
                new Identity("model", "Model", "1"),
                "it said no; the other: it said never",
                evidence().with(Map.of("repro.py", "raise SystemExit(1)\n")));
    }

    /** Of a space with three dimensions: a value and three pairs are missing. */
    public static Coverage coverage() {
        return new Coverage(
                List.of(
                        new Coverage.DimensionCoverage("kind", 2, List.of()),
                        new Coverage.DimensionCoverage("layout", 3, List.of("indirect")),
                        new Coverage.DimensionCoverage("function", 4, List.of())),
                List.of(
                        new Coverage.PairCoverage("kind", "layout", 4, List.of("scripted, indirect")),
                        new Coverage.PairCoverage("kind", "function", 8, List.of()),
                        new Coverage.PairCoverage(
                                "layout", "function", 12, List.of("indirect, READ", "indirect, WRITE"))),
                40,
                List.of(new Coverage.Death(
                        "CRASHED (SIGSEGV) in PyObject_AsReadBuffer", "deviations/beyond-crashed/witness.json")));
    }

    /** Of two clauses: one mutant was found out at once, one late, and one not with every seed. */
    public static Strength strength() {
        return new Strength(
                1000,
                20,
                List.of(
                        new Strength.Mutant(
                                "READ-3/sets-no-exception",
                                "READ-3",
                                "It fails and raises nothing.",
                                20,
                                1,
                                4,
                                List.of()),
                        new Strength.Mutant(
                                "READ-3/raises-late",
                                "READ-3",
                                "It raises what it likes.",
                                20,
                                40,
                                310,
                                List.of("READ-9")),
                        new Strength.Mutant(
                                "NEW-5/pins-nothing", "NEW-5", "It pins nothing.", 19, 700, 950, List.of())));
    }

    /** Of a strided memoryview that READ refuses with another exception than the model. */
    public static Evidence evidence() {
        Scenario witness = Scenario.of(
                new Step.Make(0, new MemoryView(new Bytes(3, 1, false), List.of())), Step.Call.of(Function.READ, 0));
        return new Evidence(
                ScenarioJson.toTree(witness),
                List.of(
                        new Evidence.Seen("Make o0 = memoryview(bytes(3, seed 1))[::2]", "done", "done"),
                        new Evidence.Seen("PyObject_AsReadBuffer(o0)", "-1, BufferError", "-1, TypeError")),
                List.of(new Evidence.Drawing(
                        1,
                        "PyObject_AsReadBuffer(o0)",
                        3,
                        0,
                        1,
                        List.of(2L),
                        List.of(2L),
                        false,
                        true,
                        "WITHIN",
                        0,
                        3)));
    }

    /** Results in which every text tries to be something else. */
    public static Results hostile() {
        String script = "</script><script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>"
                + "]]>\u0000\u0007\ud800 {{{data}}} | ` [x](javascript:alert(1)) @everyone <!--";
        ViolationResult violation = new ViolationResult(
                script,
                script,
                true,
                script,
                new Filed(script, null, "javascript:window.pwned=3", null),
                "deviations/x/witness.json",
                hostileEvidence(script));
        Run run = new Run(
                new Identity(script, script, script),
                true,
                10,
                0,
                List.of(new ClauseResult("READ-3", "contract", Overall.VIOLATED, 10, List.of(), List.of(violation))),
                List.of(new Crash("CRASHED", script, "READ-1", script, true, script, "deviations/y/witness.json")),
                List.of(new Difference(
                        script,
                        "deviations/y/witness.json",
                        new Shown(new Identity(script, script, script), script, hostileEvidence(script)))),
                List.of(new Stale("CHAR-3", script)));
        return new Results(
                Results.SCHEMA,
                new Results.Kit(script, 1, 1),
                List.of(run),
                new Command(List.of(script, "$(touch pwned)", "`reboot`", "a'b")),
                new Strength(1, 1, List.of(new Strength.Mutant(script, "READ-3", script, 1, 1, 1, List.of("READ-1")))));
    }

    private static Evidence hostileEvidence(String script) {
        Evidence evidence = evidence();
        return new Evidence(
                evidence.scenario(),
                List.of(new Evidence.Seen(script, script, script)),
                evidence.drawings(),
                null,
                new Attached(Map.of("repro.c", script)));
    }
}
