package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.input.KnownChoice;
import io.github.oldbuffer.commandline.input.NameGlob;
import io.github.oldbuffer.commandline.journal.ScanHeader;
import io.github.oldbuffer.commandline.option.ConsumerOptions;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.Shard;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a scan does, whether it begins or goes on.
 *
 * @param out the folder of the report, as the user named it
 */
record ScanPlan(ScanHeader header, Path out) {

    /** @throws CommandException where the header of a journal in {@code out} makes no sense */
    static ScanPlan of(ScanHeader header, Path out) throws CommandException {
        try {
            LocalDate.parse(header.day());
            Path.of(header.python());
            header.paths().forEach(Path::of);
            part(header.shard());
        } catch (DateTimeParseException | InvalidPathException | CommandException damaged) {
            throw CommandException.usage("the journal in " + out + " is damaged: " + damaged.getMessage(), damaged);
        }
        return new ScanPlan(header, out);
    }

    static Shard part(String shard) throws CommandException {
        return Shard.parse(shard)
                .orElseThrow(() -> CommandException.usage("--shard takes I/N, such as 1/4, not '" + shard + "'"));
    }

    Path python() {
        return Path.of(header.python());
    }

    List<Path> paths() {
        return header.paths().stream().map(Path::of).toList();
    }

    /** Which functions are looked at, by name. */
    Predicate<String> wanted() {
        Predicate<String> chosen = header.only().isEmpty() ? name -> true : NameGlob.any(header.only());
        return chosen.and(NameGlob.any(header.skip()).negate());
    }

    /** Entries on file that count. */
    KnownDeviations known() throws CommandException {
        return KnownChoice.of(header.known()).orElseGet(CallCommand::builtIn).on(LocalDate.parse(header.day()));
    }

    /** The functions of the shard. */
    List<String> part(List<String> targets) throws CommandException {
        Shard part = part(header.shard());
        return IntStream.range(0, targets.size())
                .filter(i -> i % part.of() == part.index() - 1)
                .mapToObj(targets::get)
                .toList();
    }

    /** What the results say of the command that makes them again. */
    KitResults results() {
        return new KitResults(header.seed(), 1, false, List.of("scan"))
                .option(ConsumerOptions.PYTHON, header.named() ? header.python() : null)
                .with(header.paths().stream()
                        .flatMap(path -> Stream.of(ConsumerOptions.PATH, path))
                        .toList())
                .option("--only", header.only().isEmpty() ? null : String.join(",", header.only()))
                .option("--skip", header.skip().isEmpty() ? null : String.join(",", header.skip()))
                .option("--shard", header.shard().equals("1/1") ? null : header.shard())
                .option(KnownOption.NAME, header.known())
                .with(header.sandbox() ? List.of() : List.of("--no-sandbox"))
                .with(header.names().isEmpty() ? List.of("--stdlib") : List.of())
                .option(SeedOption.NAME, header.seed())
                .with(header.names());
    }
}
