package io.github.oldbuffer.ports.place;

import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.declaration.CythonName;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.results.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines of sources, out of the debug information of a library. */
public final class DebugLine {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Pattern LINE = Pattern.compile("(.+):(\\d+)( \\(discriminator \\d+\\))?");

    private static final Pattern FRAME =
            Pattern.compile("#\\d+ 0x[0-9a-f]+ in (.+?) (/\\S+?):(\\d+)(?::\\d+)?$", Pattern.MULTILINE);

    private DebugLine() {}

    /**
     * The line of the user's that an address belongs to.
     *
     * @param offset of an instruction, from the library's beginning
     */
    public static Optional<Place> of(Port port, long offset) {
        List<String> words = List.of(
                "addr2line", "-f", "-C", "-i", "-e", port.library().toString(), "0x" + Long.toHexString(offset));
        try {
            Command.Result result = Command.run(words, LIMIT);
            List<String> lines = result.output().lines().toList();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                Matcher line = LINE.matcher(lines.get(i + 1));
                if (line.matches()) {
                    Optional<Place> found =
                            place(port, lines.get(i), Path.of(line.group(1)), Integer.parseInt(line.group(2)));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The innermost line of the user's in a sanitizer's report. */
    public static Optional<Place> inReport(String report, Port port) {
        return FRAME.matcher(report)
                .results()
                .flatMap(frame ->
                        place(port, frame.group(1), Path.of(frame.group(2)), Integer.parseInt(frame.group(3))).stream())
                .findFirst();
    }

    /** Without what the kit adds, and what was generated and has no lines of the user's. */
    private static Optional<Place> place(Port port, String function, Path file, int line) {
        String name = plain(function);
        return file(port, name, file)
                .filter(own -> Files.isRegularFile(own) && line > 0)
                .map(own -> Excerpt.around(name, own, line));
    }

    /** The user's file; where a source includes another, some versions of the program name the wrong one of them. */
    private static Optional<Path> file(Port port, String function, Path told) {
        List<Declaration> functions = port.texts().texts().values().stream()
                .flatMap(text -> text.functions().stream())
                .toList();
        return Stream.concat(
                        port.files().stream().filter(each -> each.getFileName().equals(told.getFileName())),
                        Stream.concat(
                                functions.stream().map(Declaration::file).filter(told::equals),
                                functions.stream()
                                        .filter(each -> FunctionText.name(each).equals(function)
                                                || each.simpleName().equals(function))
                                        .map(Declaration::file)))
                .findFirst();
    }

    /** Without parameters, and without what compilers add to the names of parts of functions. */
    private static String plain(String function) {
        return CythonName.plain(function.replaceFirst("[(.\\[ ].*", ""));
    }
}
