package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.input.InputFile;
import io.github.oldbuffer.ports.upstream.UpstreamPrograms;
import io.github.oldbuffer.reports.folder.IssuePage;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.UpstreamNote;
import io.github.oldbuffer.suite.known.UpstreamNotes;
import io.github.oldbuffer.suite.search.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes findings as reports for those who maintain an implementation: a text, and a program that needs no kit. */
public final class IssueWriter implements AutoCloseable {

    /** The kit's own programs in the folder of a finding. */
    private static final List<String> PROGRAMS = List.of("repro.py", "repro.c");

    private static final String MODEL = "model";

    /** Ids of functions and of types that Python code uses. */
    private static final Pattern OF_PYTHON = Pattern.compile("(call|exporter):");

    private final Implementations implementations;
    private final List<String> more;
    private final Map<String, Implementation> open = new HashMap<>();

    /** @param more implementations that are asked too */
    public IssueWriter(Implementations implementations, List<String> more) {
        this.implementations = implementations;
        this.more = List.copyOf(more);
    }

    /**
     * What was written.
     *
     * @param about the finding that the text is about
     * @param headings the clauses that the findings of the cause violate, or {@code death} or {@code difference}
     * @param text the file with the text
     * @param note what became of it upstream, as far as somebody noted
     * @param program whether a program lies beside the text
     */
    public record Issue(
            FindingFile about, List<String> headings, Path text, Optional<UpstreamNote> note, boolean program) {
        public Issue {
            headings = List.copyOf(headings);
        }
    }

    private record Shown(
            Path folder, FindingReplay replay, Map<Identity, Transcript> happened, Map<String, String> programs) {

        Map<String, String> toRun() {
            String run = programs.get(UpstreamPrograms.RUN);
            return run == null ? programs : Map.of(UpstreamPrograms.RUN, run);
        }

        int order() {
            Finding finding = replay.file().finding();
            boolean exporter = programs.values().stream().anyMatch(text -> text.contains("PyBufferProcs"));
            return (programs.isEmpty() ? 100 : 0) + 10 * Causes.rank(finding) + (exporter ? 1 : 0);
        }
    }

    /**
     * Writes what a folder holds, a finding or the findings of a cause, into another folder or the same.
     *
     * @throws CommandException where it holds none, or nothing can be written
     */
    public Issue write(Path folder, Path to) throws CommandException {
        Map<Path, FindingReplay> all = findings(folder);
        boolean own =
                all.containsKey(folder) && folder.equals(to) && !kept(folder).isEmpty();
        List<Shown> candidates = new ArrayList<>();
        for (Map.Entry<Path, FindingReplay> each : all.entrySet()) {
            Map<Identity, Transcript> happened = happened(folder, each.getValue());
            candidates.add(new Shown(
                    each.getKey(),
                    each.getValue(),
                    happened,
                    own ? kept(folder) : programs(each.getValue(), happened)));
        }
        Shown gravest = candidates.stream()
                .min(java.util.Comparator.comparingInt(Shown::order))
                .orElseThrow(() -> CommandException.usage(
                        folder + " is no folder of a finding or a cause: it holds no " + FindingFile.NAME));
        FindingFile found = gravest.replay().file();
        Optional<UpstreamNote> note = note(found);
        String text = IssuePage.text(
                found,
                others(all, found),
                gravest.replay().scenario(),
                gravest.happened(),
                gravest.toRun(),
                note.map(IssueWriter::sentence).orElse(""));
        Path file = to.resolve(IssuePage.FILE);
        try {
            Files.createDirectories(to);
            WholeFile.write(file, text);
            if (!own) {
                for (Map.Entry<String, String> program : gravest.programs().entrySet()) {
                    WholeFile.write(to.resolve(program.getKey()), program.getValue());
                }
            }
        } catch (IOException cannot) {
            throw CommandException.notJudged(file + " cannot be written: " + cannot.getMessage(), cannot);
        }
        List<String> headings = all.values().stream()
                .map(each -> each.file().finding().heading())
                .distinct()
                .sorted(Clauses::compare)
                .toList();
        return new Issue(found, headings, file, note, !gravest.programs().isEmpty());
    }

    private static List<Finding> others(Map<Path, FindingReplay> all, FindingFile found) {
        return all.values().stream()
                .map(each -> each.file().finding())
                .filter(each -> !each.key().equals(found.finding().key()))
                .toList();
    }

    private static Optional<UpstreamNote> note(FindingFile found) {
        return Optional.ofNullable(found.finding().filed())
                .flatMap(filed -> UpstreamNotes.of(found.implementation().id(), filed.reason()));
    }

    /** What the text says about it at its head. */
    private static String sentence(UpstreamNote note) {
        String looked = " (looked up on " + note.looked() + ")";
        String address = note.address() == null ? "" : note.address() + looked + ". ";
        return switch (note.state()) {
            case REPORTED -> "Reported already, not to be sent again: " + address + note.says();
            case FIXED -> "Mended in the current source, not to be sent: " + address + note.says();
            case PRESENT -> "The current source still does it: " + address + note.says();
            case UNCLEAR -> "Whether the current source still does it is not clear: " + address + note.says();
            case AS_CPYTHON -> "Not to be sent" + looked + ": " + note.says();
        };
    }

    /** Of a finding's folder it is one; of a cause's folder they are all that lie in it. */
    private static Map<Path, FindingReplay> findings(Path folder) throws CommandException {
        Map<Path, FindingReplay> all = new TreeMap<>();
        if (Files.isRegularFile(folder.resolve(FindingFile.NAME))) {
            all.put(folder, finding(folder));
            return all;
        }
        for (Path each : folders(folder)) {
            if (Files.isRegularFile(each.resolve(FindingFile.NAME))) {
                all.put(each, finding(each));
            }
        }
        return all;
    }

    private static FindingReplay finding(Path folder) throws CommandException {
        Path file = folder.resolve(FindingFile.NAME);
        try {
            String id = FindingFile.read(InputFile.text(file)).implementation().id();
            if (OF_PYTHON.matcher(id).lookingAt()) {
                throw CommandException.usage(folder + " is about " + id
                        + ", not about an implementation of the four functions: its README.md says what is wrong, and"
                        + " repro.py, where there is one, shows it without the kit");
            }
        } catch (ResultsException wrong) {
            throw CommandException.usage(file + " is no finding: " + wrong.getMessage(), wrong);
        }
        return FindingReplay.in(folder);
    }

    /** The folders in a folder, by name. */
    public static List<Path> folders(Path folder) throws CommandException {
        if (!Files.isDirectory(folder)) {
            throw CommandException.usage(folder + " is no folder");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw CommandException.usage(folder + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Map<Identity, Transcript> happened(Path folder, FindingReplay replay) throws CommandException {
        if (replay.ofPort().isPresent()) {
            throw CommandException.usage(
                    folder + " is about a port: its README.md is for you, and there is nobody else to send it to");
        }
        List<String> ids = new ArrayList<>();
        ids.add(replay.file().implementation().id());
        replay.other().ifPresent(ids::add);
        more.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        Map<Identity, Transcript> happened = new LinkedHashMap<>();
        for (String id : ids) {
            Implementation shown = opened(id);
            happened.put(shown.identity(), Transcripts.of(shown, replay.scenario()));
        }
        return happened;
    }

    private Implementation opened(String id) throws CommandException {
        Implementation there = open.get(id);
        if (there == null) {
            there = implementations.open(id);
            open.put(id, there);
        }
        return there;
    }

    private Map<String, String> programs(FindingReplay replay, Map<Identity, Transcript> happened)
            throws CommandException {
        List<Transcript> transcripts = List.copyOf(happened.values());
        Finding finding = replay.file().finding();
        boolean asFound =
                transcripts.get(0).outcome() instanceof Outcome.Completed || finding.kind() == Finding.Kind.DEATH;
        if (!asFound) {
            return Map.of();
        }
        List<String> what = new ArrayList<>();
        what.add(Printable.of(
                finding.cause() == null ? finding.symptom() : finding.cause().title()));
        what.add(Printable.of((finding.clause() == null ? "" : finding.clause() + ": ") + finding.reason()));
        return new UpstreamPrograms(opened(MODEL))
                .of(
                        finding,
                        what,
                        replay.scenario(),
                        transcripts.get(0),
                        replay.other().isPresent() ? transcripts.get(1) : null)
                .orElse(Map.of());
    }

    private static Map<String, String> kept(Path finding) throws CommandException {
        for (String name : PROGRAMS) {
            if (Files.isRegularFile(finding.resolve(name))) {
                return Map.of(name, InputFile.text(finding.resolve(name)));
            }
        }
        return Map.of();
    }

    @Override
    public void close() {
        open.values().forEach(Implementation::close);
    }
}
