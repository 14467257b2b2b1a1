package io.github.oldbuffer.ports.generate;

import io.github.oldbuffer.ports.compiler.CompilerFlags;
import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.NotCompiledException;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.probe.Command;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs Cython and SWIG where the user's files are for them.
 *
 * @param environment as {@link System#getenv()} gives it; {@code CYTHON} and {@code SWIG} name other programs than those
 *     on the path
 * @param folder private; for what is written
 */
public record Generators(Map<String, String> environment, CompilerFlags flags, Path folder) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Pattern ERROR = Pattern.compile("(?i)\\.(pyx|pxd|pxi|i|swg):\\d+(:\\d+)?: |error:");

    /** Whether a file is written for one of them. */
    public static boolean isFor(Path file) {
        return Generator.of(file).isPresent();
    }

    /** The language that a file is turned into. */
    public static Language target(Path file) throws IOException {
        return Generator.of(file).orElseThrow().target(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /**
     * Turns those of the files that are for one of them into C or C++.
     *
     * @param files of the user's; absolute
     * @throws PortException in one sentence where the program is not there, or refuses the file
     */
    public List<Generation> of(List<Path> files) throws PortException {
        List<Generation> written = new ArrayList<>();
        for (Path file : files) {
            Generator generator = Generator.of(file).orElse(null);
            if (generator != null) {
                written.add(generate(generator, file));
            }
        }
        return written;
    }

    private Generation generate(Generator generator, Path file) throws PortException {
        try {
            Language language = flags.compiling().stream().anyMatch(flag -> flag.matches("-std=.*\\+\\+.*|-xc\\+\\+"))
                    ? Language.CPP
                    : generator.target(Files.readString(file, StandardCharsets.ISO_8859_1));
            Path source = folder.resolve(generator.stem(file) + language.ending());
            List<String> words = generator.words(program(generator, file), language, flags.folders(), source, file);
            Command.Result result = Command.run(words, LIMIT);
            if (result.status() != 0 && language == Language.C && wantsCpp(result)) {
                // a project may say so in its setup.py alone
                source = folder.resolve(generator.stem(file) + Language.CPP.ending());
                words = generator.words(program(generator, file), Language.CPP, flags.folders(), source, file);
                result = Command.run(words, LIMIT);
            }
            if (result.status() != 0 || !Files.exists(source)) {
                throw new NotCompiledException(file.getFileName() + " cannot be turned into C: " + firstError(result)
                        + "; the command was: " + String.join(" ", words));
            }
            return new Generation(file, source, words);
        } catch (IOException e) {
            throw new PortException(file.getFileName() + " cannot be turned into C: " + e.getMessage() + ".", e);
        }
    }

    /** Whether Cython says that a source is meant for C++. */
    private static boolean wantsCpp(Command.Result result) {
        return (result.errors() + result.output()).contains("only allowed in c++");
    }

    private String program(Generator generator, Path file) throws PortException {
        String chosen = environment.getOrDefault(generator.variable(), "").strip();
        if (!chosen.isEmpty()) {
            return chosen;
        }
        String path = environment.getOrDefault("PATH", "");
        return generator.programs().stream()
                .filter(name -> Stream.of(path.split(File.pathSeparator))
                        .filter(each -> !each.isEmpty())
                        .anyMatch(each -> isProgram(Path.of(each, name))))
                .findFirst()
                .orElseThrow(() -> new PortException(file.getFileName() + " is " + generator.words() + ", and "
                        + (generator.programs().size() > 1
                                ? "neither " + String.join(" nor ", generator.programs()) + " is"
                                : generator.programs().get(0) + " is not")
                        + " on the PATH " + generator.remedy() + "."));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static String firstError(Command.Result result) {
        List<String> lines = Stream.concat(
                        result.errors().lines(), result.output().lines())
                .filter(line ->
                        !line.isBlank() && !line.toLowerCase(Locale.ROOT).contains("warning"))
                .toList();
        return lines.stream()
                .filter(line -> ERROR.matcher(line).find())
                .findFirst()
                .or(() -> lines.stream().reduce((before, last) -> last))
                .orElse("it ended with status " + result.status())
                .strip();
    }
}
