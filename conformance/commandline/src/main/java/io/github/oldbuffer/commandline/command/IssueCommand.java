package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.InputFile;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.report.FindingReplay;
import io.github.oldbuffer.reports.folder.IssuePage;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.search.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./conform issue}: a finding as a text that can be sent to those who maintain what it was found in. */
@Command(
        name = "issue",
        description = {
            "Writes ISSUE.md into the folder of a finding, or of a cause, for those who maintain the implementation.",
            "The witness is run again, by the implementation that showed it and by those that -i names: the text says"
                    + " what each of them does today."
        })
public final class IssueCommand implements Callable<Integer> {

    private static final List<String> PROGRAMS = List.of("repro.py", "repro.c");

    private final Terminal terminal;
    private final Implementations implementations;

    @Parameters(
            paramLabel = "FOLDER",
            description = "The folder of a finding, or of a cause: then the text is about its gravest finding.")
    private Path folder;

    @Mixin
    private ImplementationOption implementation;

    public IssueCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        List<String> more = implementation.provided(implementations);
        Map<Path, FindingReplay> all = findings();
        Map.Entry<Path, FindingReplay> gravest = all.entrySet().stream()
                .min(Comparator.comparingInt(
                        entry -> Causes.rank(entry.getValue().file().finding())))
                .orElseThrow(() -> CommandException.usage(
                        folder + " is no folder of a finding or a cause: it holds no " + FindingFile.NAME));
        FindingReplay replay = gravest.getValue();
        FindingFile found = replay.file();
        List<Finding> others = all.values().stream()
                .map(each -> each.file().finding())
                .filter(each -> !each.key().equals(found.finding().key()))
                .toList();
        String text =
                IssuePage.text(found, others, replay.scenario(), happened(replay, more), programs(gravest.getKey()));
        Path file = folder.resolve(IssuePage.FILE);
        try {
            WholeFile.write(file, text);
        } catch (IOException cannot) {
            throw CommandException.notJudged(file + " cannot be written: " + cannot.getMessage(), cannot);
        }
        terminal.out().println(file);
        return ExitStatus.CONFORMS;
    }

    /** Of a finding's folder it is one; of a cause's folder they are all that lie in it. */
    private Map<Path, FindingReplay> findings() throws CommandException {
        Map<Path, FindingReplay> all = new TreeMap<>();
        if (Files.isRegularFile(folder.resolve(FindingFile.NAME))) {
            all.put(folder, FindingReplay.in(folder));
            return all;
        }
        for (Path each : folders()) {
            if (Files.isRegularFile(each.resolve(FindingFile.NAME))) {
                all.put(each, FindingReplay.in(each));
            }
        }
        return all;
    }

    private List<Path> folders() throws CommandException {
        if (!Files.isDirectory(folder)) {
            throw CommandException.usage(folder + " is no folder");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw CommandException.usage(folder + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Map<Identity, Transcript> happened(FindingReplay replay, List<String> more) throws CommandException {
        List<String> ids = new ArrayList<>();
        if (replay.ofPort().isPresent()) {
            throw CommandException.usage(
                    folder + " is about a port: its README.md is for you, and there is nobody else to send it to");
        }
        ids.add(replay.file().implementation().id());
        replay.other().ifPresent(ids::add);
        more.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        Map<Identity, Transcript> happened = new LinkedHashMap<>();
        for (String id : ids) {
            try (Implementation shown = implementations.open(id)) {
                happened.put(shown.identity(), Transcripts.of(shown, replay.scenario()));
            }
        }
        return happened;
    }

    private static Map<String, String> programs(Path finding) throws CommandException {
        Map<String, String> programs = new LinkedHashMap<>();
        Optional<String> first = PROGRAMS.stream()
                .filter(name -> Files.isRegularFile(finding.resolve(name)))
                .findFirst();
        if (first.isPresent()) {
            programs.put(first.get(), InputFile.text(finding.resolve(first.get())));
        }
        return programs;
    }
}
