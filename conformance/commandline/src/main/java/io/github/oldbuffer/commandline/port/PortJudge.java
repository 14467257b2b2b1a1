package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.print.RunProgress;
import io.github.oldbuffer.commandline.report.FindingEvidence;
import io.github.oldbuffer.commandline.report.KnownRemarks;
import io.github.oldbuffer.commandline.report.Programs;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.DeathNotes;
import io.github.oldbuffer.ports.DeathPlaces;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.PortResult;
import io.github.oldbuffer.ports.PortVerification;
import io.github.oldbuffer.ports.TemporaryFolder;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Place;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Transcripts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a port in one CPython after the other.
 *
 * @param said what the user has read already
 */
record PortJudge(
        Terminal terminal,
        Implementations implementations,
        Report report,
        PortTask task,
        KnownDeviations onFile,
        Set<String> said) {

    PortJudge(
            Terminal terminal, Implementations implementations, Report report, PortTask task, KnownDeviations onFile) {
        this(terminal, implementations, report, task, onFile, new LinkedHashSet<>());
    }

    /**
     * What came of it.
     *
     * @param port that was judged; its library is gone
     * @param status that what cannot be seen in the run asks for
     */
    record Judged(Port port, PortResult result, Run run, int status) {}

    /**
     * Builds the port, and judges it.
     *
     * @param tries scenarios for each clause
     * @throws PortException where it cannot be built
     */
    Judged in(PortPython python, int tries, long seed)
            throws PortException, UnavailableException, IOException, CommandException {
        PythonRuntime runtime = python.runtime();
        try (TemporaryFolder temporary = TemporaryFolder.create();
                Starting reference = Starting.of(() -> PortLoader.reference(python.id(), runtime, PortTask.limits()))) {
            Port port = task.build(python, temporary);
            port.notes().forEach(note -> once("note: " + note));
            // of what cannot be judged nothing but the reason is said
            once("seed " + seed);
            return judge(port, python, reference.started(), PortVerification.options(port, tries, seed));
        }
    }

    private void once(String line) {
        if (said.add(line)) {
            terminal.err().println(line);
        }
    }

    private Judged judge(Port port, PortPython python, Implementation reference, SuiteOptions options)
            throws UnavailableException, CommandException {
        Stopwatch stopwatch = Stopwatch.start();
        DeathNotes notes = new DeathNotes();
        try (Implementation model = implementations.open(Implementations.MODEL);
                Implementation loaded = PortLoader.open(port, task.sanitizers(), PortTask.limits(), notes);
                RunProgress progress = RunProgress.of(port.identity(), terminal)) {
            LocalDate today = LocalDate.now();
            boolean comparing = !task.contractOnly();
            PortResult result = PortVerification.verify(
                            loaded,
                            port.names().keySet(),
                            reference,
                            options,
                            comparing,
                            onFile.on(today),
                            progress.listener())
                    .without(task.ignored());
            KnownDeviations lapsed = new KnownDeviations(onFile.of(loaded.identity()).entries().stream()
                    .filter(entry -> !entry.countsOn(today))
                    .toList());
            Explored explored = result.explored()
                    .andReplays(
                            PortVerification.examiner(
                                    loaded, reference, port.names().keySet(), comparing),
                            lapsed);
            int remarked = new KnownRemarks(onFile, today).say(explored.run(), terminal);
            Programs programs = Programs.ofPort(port, python.executable(), task.sanitizers(), model);
            FindingEvidence evidence = new FindingEvidence(
                    scenario -> Optional.of(Transcripts.of(model, scenario)), programs::of, own(port));
            DeathPlaces deaths = new DeathPlaces(port, loaded, notes, task.sanitizers());
            Run run = placed(evidence.of(explored.run()), port, deaths).withMeasured(stopwatch.measured());
            return new Judged(port, result, run, ExitStatus.worse(remarked, report.remarks(explored)));
        }
    }

    /** With the lines of the source at which a search for each fault may begin. */
    private static Run placed(Run run, Port port, DeathPlaces deaths) {
        return run.withFindings(run.findings().stream()
                .map(finding -> finding.known() ? finding : placed(finding, port, deaths))
                .toList());
    }

    private static Finding placed(Finding finding, Port port, DeathPlaces deaths) {
        Optional<Place> died = finding.kind() == Finding.Kind.DEATH ? deaths.of(finding) : Optional.empty();
        return finding.withPlace(died.or(() -> port.texts().of(finding)).orElse(null));
    }

    /** What the port calls the functions. */
    private static Map<String, String> own(Port port) {
        return port.names().entrySet().stream()
                .collect(Collectors.toMap(name -> name.getKey().cName(), Map.Entry::getValue));
    }
}
