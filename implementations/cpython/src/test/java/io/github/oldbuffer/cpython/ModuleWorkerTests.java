package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.WorkerCommand;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The probe as an extension module in an ordinary Python process serves the same protocol as a Java worker. */
class ModuleWorkerTests {

    private static final String SERVE = """
            import sys
            from importlib.util import module_from_spec, spec_from_file_location
            spec = spec_from_file_location("oldbuffer_probe", sys.argv[1])
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            module.serve(sys.argv[2], sys.argv[3])
            """;

    private static final Scenario GOOD =
            Scenario.of(new Step.Make(0, new Bytes(3, 1, false)), Step.Call.of(Function.READ, 0));

    private static final Scenario CRASH = Scenario.of(
            new Step.Make(0, new Bytes(3, 1, false)),
            new Step.Call(Function.CHECK, 0, Set.of(Step.Argument.OBJECT), null));

    @Test
    void aDebugBuildIsNotAskedForWhatItsAssertionsForbid() throws UnavailableException, IOException {
        Scripted plain = Scripted.flat(3, 1, false);
        List<Outcome> outcomes = outcomes(
                InstalledPythons.find().get(0),
                "import sys\nsys.gettotalrefcount = int\n" + SERVE,
                List.of(
                        GOOD,
                        Scenario.of(new Step.Make(0, plain)),
                        Scenario.of(new Step.Make(0, quirky(plain, Quirk.SUCCEEDS_WITH_EXCEPTION))),
                        Scenario.of(new Step.Make(0, quirky(plain, Quirk.FAILS_WITHOUT_EXCEPTION))),
                        Scenario.of(
                                new Step.Make(0, new Bytes(3, 1, false)),
                                new Step.Call(Function.READ, 0, Set.of(), ExceptionType.KEY_ERROR))));

        String exporter = "an exporter of which a debug build dies";
        assertEquals(
                List.of(
                        Outcome.COMPLETED,
                        Outcome.COMPLETED,
                        new Outcome.Unsupported(0, exporter),
                        new Outcome.Unsupported(0, exporter),
                        new Outcome.Unsupported(1, "a call with an exception pending, of which a debug build dies")),
                outcomes);
    }

    private static Scripted quirky(Scripted plain, Quirk quirk) {
        return new Scripted(
                plain.memory(),
                plain.seed(),
                plain.geometry(),
                plain.readonly(),
                plain.refusal(),
                plain.owner(),
                plain.target(),
                plain.nullBuffer(),
                plain.releases(),
                Set.of(quirk));
    }

    @Test
    void installedInterpretersServe() throws UnavailableException, IOException {
        for (Path executable : InstalledPythons.find()) {
            Outcome crashed = new Outcome.Died(Outcome.Death.CRASHED, 1, "SIGSEGV");
            assertEquals(
                    List.of(Outcome.COMPLETED, crashed, Outcome.COMPLETED),
                    outcomes(executable, SERVE, List.of(GOOD, CRASH, GOOD)),
                    executable.toString());
        }
    }

    private static List<Outcome> outcomes(Path executable, String code, List<Scenario> batch)
            throws UnavailableException {
        PythonRuntime python = InstalledPython.inspect(executable);
        Path module = ProbeCompiler.ofUser().module(python.includes());
        WorkerCommand command = folder -> List.of(
                executable.toString(),
                "-I",
                "-c",
                code,
                module.toString(),
                folder.in().toString(),
                folder.out().toString());
        try (PackedImplementation served = new PackedImplementation(
                new Identity("served", "CPython", python.version()), WorkerHost.start(command, WorkerLimits.DEFAULT))) {
            return served.run(batch).stream().map(Transcript::outcome).toList();
        }
    }
}
