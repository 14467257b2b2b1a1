package io.github.oldbuffer.reports.samples;

import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Command;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.results.Strength;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.Map;

/** Results in which every kind of finding and every verdict occurs. */
public final class SampleResults {

    public static final Results.Kit KIT = new Results.Kit("0.1.0", 42, 1000);
    public static final Cause EXCEPTIONS = new Cause("exceptions", "The exporter's exception passes through");
    public static final Cause MESSAGES = new Cause("messages", "Messages are worded differently");
    public static final Cause DEATHS = new Cause("deaths", "CheckReadBuffer follows a NULL pointer");
    private static final Identity MODEL = new Identity("model", "Model", "1");
    private static final Identity CPYTHON = new Identity("cpython:/opt/python3.6", "CPython", "3.6.15");

    private SampleResults() {}

    /** Without anything that may be missing: evidence, the command, how long it took. */
    public static Results withEverything() {
        return new Results(
                KIT,
                List.of(
                        run(MODEL, List.of(clause("READ-1", Verdict.HOLDS, null)), List.of()),
                        new Run(
                                CPYTHON,
                                2000,
                                7,
                                List.of(
                                        clause("READ-3", Verdict.VIOLATED, null),
                                        clause("CHECK-2", Verdict.DIED, "28 of its 200 scenarios died"),
                                        new ClauseResult(
                                                "NEW-3", "implied", Verdict.NOT_APPLICABLE, "Python 2.7 has no y*", 0),
                                        new ClauseResult(
                                                "NEW-5", "implied", Verdict.NOT_EXERCISED, "never seen: a mmap", 3)),
                                List.of(known(), fresh(), death(), difference()),
                                List.of(
                                        new Replayed(
                                                "PyObject_AsCharBuffer", "CHAR-3", List.of("an old one"), "d1", true),
                                        new Replayed(
                                                "PyObject_AsReadBuffer",
                                                "READ-3",
                                                List.of("BufferError instead of TypeError"),
                                                "d2",
                                                false)),
                                null,
                                null,
                                null)));
    }

    /** The same, with all that may be missing. */
    public static Results withEvidence() {
        Results plain = withEverything();
        Run run = plain.runs().get(1);
        Filed filed = new Filed(
                known().filed().reason(), ">=3.6", "2026-11-22", "https://example.org/issues/1", "2027-01-31");
        List<Finding> findings = List.of(
                known().withFiled(filed).withEvidence(evidence()),
                fresh(),
                death().withEvidence(evidence()
                        .withFiles(Map.of(
                                "repro.c", "#include <Python.h>\n\nstatic void repeat(void)\n{\n    abort();\n}\n"))),
                difference().withEvidence(evidence().withFiles(Map.of("repro.py", "# python3 repro.py\nexit(1)\n"))));
        return new Results(
                Results.SCHEMA,
                KIT,
                List.of(
                        plain.runs().get(0),
                        run.withFindings(findings)
                                .withMeasured(new Run.Measured("2026-11-22T09:00:00Z", 1500))
                                .withCoverage(coverage())),
                new Command(List.of(
                        "run", "-i", "model", "-i", "cpython:/opt/my python", "--tries", "1000", "--seed", "42")),
                strength());
    }

    public static Run run(Identity identity, List<ClauseResult> clauses, List<Finding> findings) {
        return new Run(identity, 1000, 0, clauses, findings, List.of(), null, null, null);
    }

    public static ClauseResult clause(String id, Verdict verdict, String why) {
        return new ClauseResult(id, "contract", verdict, why, 600);
    }

    public static Finding violation(String clause, String symptom, Cause cause, String witness) {
        return new Finding(
                clause + "-" + symptom.length(),
                Finding.Kind.VIOLATION,
                "PyObject_AsReadBuffer",
                clause,
                symptom,
                cause,
                "memoryview",
                "in the witness: " + symptom,
                null,
                null,
                null,
                witness,
                null,
                null);
    }

    public static Finding known() {
        return violation(
                        "READ-3",
                        "BufferError instead of TypeError",
                        EXCEPTIONS,
                        "deviations/exceptions/READ-3-buffererror/witness.json")
                .withFiled(new Filed("CPython lets the exporter's exception through", "", null, null, null));
    }

    public static Finding fresh() {
        return violation("READ-3", "no exception", EXCEPTIONS, "deviations/exceptions/READ-3-none/witness.json");
    }

    public static Finding death() {
        return new Finding(
                "death-1",
                Finding.Kind.DEATH,
                "PyObject_CheckReadBuffer",
                null,
                "CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                DEATHS,
                "scripted",
                "PyObject_CheckReadBuffer on object 0: SIGSEGV",
                null,
                "SIGSEGV",
                null,
                "deviations/deaths/death-crashed/witness.json",
                null,
                null);
    }

    public static Finding difference() {
        return new Finding(
                "difference-1",
                Finding.Kind.DIFFERENCE,
                "PyObject_AsReadBuffer",
                null,
                "another message",
                MESSAGES,
                "NULL",
                "it said no; the other: it said never",
                null,
                null,
                MODEL,
                "deviations/messages/difference-another-message/witness.json",
                null,
                null);
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
                List.of(death().withEvidence(evidence())));
    }

    /** Of two clauses: one mutant was found at once, one late, and one not with every seed. */
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
        Identity identity = new Identity(script, script, script);
        Evidence evidence = new Evidence(
                evidence().scenario(),
                List.of(new Evidence.Seen(script, script, script)),
                evidence().drawings(),
                null,
                Map.of("repro.c", script));
        Filed filed = new Filed(script, script, null, "javascript:window.pwned=3", null);
        Cause cause = new Cause("hostile", script);
        Finding violation = new Finding(
                script,
                Finding.Kind.VIOLATION,
                script,
                "READ-3",
                script,
                cause,
                script,
                script,
                filed,
                null,
                null,
                "deviations/x/witness.json",
                evidence,
                null);
        Finding death = new Finding(
                script,
                Finding.Kind.DEATH,
                script,
                null,
                script,
                cause,
                script,
                script,
                filed,
                script,
                null,
                "deviations/y/witness.json",
                evidence,
                null);
        Finding difference = new Finding(
                script,
                Finding.Kind.DIFFERENCE,
                script,
                null,
                script,
                new Cause("hostile-too", script),
                script,
                script,
                null,
                null,
                identity,
                "deviations/z/witness.json",
                evidence,
                null);
        Run run = new Run(
                identity,
                10,
                0,
                List.of(
                        clause("READ-3", Verdict.VIOLATED, null),
                        clause("READ-4", Verdict.DIED, script),
                        clause("READ-5", Verdict.NOT_EXERCISED, script)),
                List.of(violation, death, difference),
                List.of(new Replayed(script, "CHAR-3", List.of(script), script, true)),
                script,
                null,
                null);
        return new Results(
                Results.SCHEMA,
                new Results.Kit(script, 1, 1),
                List.of(run),
                new Command(List.of(script, "$(touch pwned)", "`reboot`", "a'b")),
                new Strength(1, 1, List.of(new Strength.Mutant(script, "READ-3", script, 1, 1, 1, List.of("READ-1")))));
    }
}
