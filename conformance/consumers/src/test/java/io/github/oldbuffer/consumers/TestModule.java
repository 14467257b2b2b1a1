package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.scan.Sandbox;
import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.consumers.scan.ScanMemory;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An extension module of the tests: its source is compiled, and says of each function what is expected. */
final class TestModule {

    private static final Path SOURCES = Path.of("src/test/c");
    private static final Pattern EXPECTED =
            Pattern.compile("/\\* ([A-Z]+-?\\d*):? .*?\\*/\\s*(?:FUNCTION|FAST|KEYWORDS|TYPE)\\((\\w+)\\)");

    private TestModule() {}

    /** An interpreter with headers: of those that the environment names the 3.11, or the first; else the python3. */
    static Interpreter python() throws Exception {
        String named = System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "");
        List<Path> all = Stream.of(named.split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
        Optional<Path> chosen = all.stream()
                .filter(path -> path.toString().contains("3.11"))
                .findFirst()
                .or(() -> all.stream().findFirst());
        return PythonChoice.of(chosen.orElse(null), System.getenv());
    }

    /** A sandbox where modules of these folders are called. */
    static WorkerSetting setting(List<Path> folders) throws Exception {
        return WorkerSetting.prepare(python(), folders, Duration.ofSeconds(20)).in(Sandbox.words(System.getenv()));
    }

    /** What a scan of a module says, which is compiled into a folder first. */
    static Scan.Result scanned(String module, Path folder, long seed) throws Exception {
        Interpreter python = python();
        ProbeCompiler.ofUser()
                .extension(
                        SOURCES.resolve(module + ".c"),
                        python.includes(),
                        List.of("-D_DEFAULT_SOURCE", "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter"),
                        folder.resolve(module + ".so"));
        WorkerSetting setting = setting(List.of(folder));
        Scan scan =
                new Scan(setting, seed, KnownDeviations.NONE, name -> true, 2, () -> false, (done, all, taking) -> {});
        return scan.look(scan.targets(List.of(module)).targets(), true, ScanMemory.NONE);
    }

    /** The function that was judged, without its module and arguments. */
    static String function(Judgement judged) {
        return judged.run().implementation().id().replaceFirst("^call:\\w+\\.(\\w+).*$", "$1");
    }

    /** For each function the first word of the comment in front of it, such as {@code USE-6}. */
    static Map<String, String> expected(String module) throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        Matcher found = EXPECTED.matcher(Files.readString(SOURCES.resolve(module + ".c")));
        while (found.find()) {
            expected.put(found.group(2), found.group(1));
        }
        return expected;
    }
}
