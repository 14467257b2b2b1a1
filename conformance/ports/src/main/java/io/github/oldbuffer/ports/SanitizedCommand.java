package io.github.oldbuffer.ports;

import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.process.LastWords;
import io.github.oldbuffer.process.WorkerCommand;
import io.github.oldbuffer.process.WorkerFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the program that embeds a Python and loads a port, both with sanitizers in them.
 *
 * @param program as {@code host_program.c} describes it
 * @param sanitizers get the reports
 */
record SanitizedCommand(Path program, Port port, Sanitizers sanitizers) implements WorkerCommand {

    /**
     * Reports go to standard error, and that to a file in the worker's folder with the number of the process behind its
     * name: with both sanitizers in a program their own option for it does not hold.
     */
    private static final String REPORT = "sanitizer";

    private static final String LAUNCH = "ulimit -c 0; exec 2>" + REPORT + ".$$; exec \"$@\"";

    private static final String OPTIONS = "log_path=" + REPORT
            + ":abort_on_error=1:halt_on_error=1:print_stacktrace=1:detect_leaks=0" + ":allocator_may_return_null=1";

    /** The line that says what is wrong, such as {@code ==7==ERROR: AddressSanitizer: heap-use-after-free on ...}. */
    private static final Pattern ADDRESS = Pattern.compile("(AddressSanitizer: [A-Za-z-]+)");

    private static final Pattern UNDEFINED = Pattern.compile("runtime error: ([^\\n]{1,120})");

    @Override
    public List<String> words(WorkerFolder folder) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh"));
        words.addAll(List.of(
                program.toString(),
                folder.in().toString(),
                folder.out().toString(),
                port.library().toString()));
        port.portLibrary().names().forEach(name -> words.add(name == null ? "" : name));
        return words;
    }

    /** Python's own allocator would hide from the sanitizer where objects end. */
    @Override
    public Map<String, String> environment() {
        return Map.of(
                "PYTHONHOME",
                port.python().home(),
                "PYTHONMALLOC",
                "malloc",
                "ASAN_OPTIONS",
                OPTIONS,
                "UBSAN_OPTIONS",
                OPTIONS);
    }

    @Override
    public Optional<String> signal(WorkerFolder folder, long pid) throws IOException {
        Path file = folder.path().resolve(REPORT + "." + pid);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String report = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.delete(file);
        Optional<String> name = name(report);
        name.ifPresentOrElse(death -> sanitizers.add(death, report), () -> sanitizers.lastWords(report));
        return name;
    }

    private static Optional<String> name(String report) {
        Matcher address = ADDRESS.matcher(report);
        if (address.find()) {
            return Optional.of(address.group(1));
        }
        Matcher undefined = UNDEFINED.matcher(report);
        return LastWords.death(report).isEmpty() && undefined.find()
                ? Optional.of("UndefinedBehaviorSanitizer: " + words(undefined.group(1)))
                : LastWords.aborted(report);
    }

    /** Addresses and numbers change from run to run. */
    private static String words(String found) {
        return found.replaceAll("(address )?0x[0-9a-f]+", "an address").replaceAll("-?\\d+", "N");
    }
}
