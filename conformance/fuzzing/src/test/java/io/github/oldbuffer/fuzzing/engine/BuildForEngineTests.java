package io.github.oldbuffer.fuzzing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Builds for ClusterFuzz as its images do, and starts every target as its machines do, with Jazzer's own driver. */
@Timeout(300)
class BuildForEngineTests {

    private static final int SEEDS = 300;
    private static final int STATUS_OF_A_FINDING = 77;

    /** What the images start targets with. */
    private static final List<String> OF_THE_IMAGE = List.of("--", "-rss_limit_mb=2560", "-timeout=25");

    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs in");

    private static EngineFolder folder;

    @BeforeAll
    static void build(@TempDir Path temporary) throws Exception {
        folder = EngineFolder.build(EngineFolder.checkout().resolve(".clusterfuzzlite/build.sh"), temporary);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EMPTY")
    void everyTargetRunsFromAnotherFolder(FuzzTarget target) throws Exception {
        String name = target.word();
        Map<Path, String> before = folder.content();
        EngineFolder.Ended ended = folder.start(
                name,
                join(
                        OF_THE_IMAGE,
                        "-max_total_time=3",
                        folder.corpus(name, SEEDS).toString(),
                        "-max_len=512",
                        "-dict=" + folder.out().resolve(name + ".dict")));
        assertEquals(0, ended.status(), ended.output());
        Matcher runs = RUNS.matcher(ended.output());
        assertTrue(runs.find(), ended.output());
        assertTrue(Long.parseLong(runs.group(1)) > SEEDS, ended.output());
        assertEquals(before, folder.content(), "a target may not write beside itself");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EMPTY")
    void everyTargetLooksAsEnginesWantIt(FuzzTarget target) throws Exception {
        Path program = folder.out().resolve(target.word());
        assertTrue(Files.isExecutable(program));
        assertTrue(target.word().matches("[A-Za-z0-9_-]+"));
        assertTrue(Files.readString(program).contains("LLVMFuzzerTestOneInput"));
        assertTrue(Files.readString(folder.out().resolve(target.word() + ".options"))
                .startsWith("[libfuzzer]\n"));
        assertTrue(Files.readAllLines(folder.out().resolve(target.word() + ".dict")).stream()
                .allMatch(line -> line.matches("\"(\\\\x[0-9A-F]{2}|[^\"\\\\])+\"")));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTRACT", "DIFFERENTIAL", "ROUNDTRIP"})
    void everySeedIsAScenario(FuzzTarget target) throws Exception {
        Map<String, byte[]> seeds = folder.seeds(target.word());
        assertTrue(seeds.size() > SEEDS);
        seeds.forEach((name, seed) ->
                assertFalse(FuzzCodec.decode(seed).orElseThrow().steps().isEmpty(), name));
    }

    @Test
    void aMutantIsAFindingThatItsInputShowsAgain() throws Exception {
        String mutant = "--additional_jvm_args=-Doldbuffer.fuzz.implementation=mutant\\:READ-11/forgets-the-release";
        EngineFolder.Ended ended = folder.start(
                "contract",
                join(
                        OF_THE_IMAGE,
                        mutant,
                        "-max_total_time=30",
                        folder.corpus("contract", SEEDS).toString()));
        assertEquals(STATUS_OF_A_FINDING, ended.status(), ended.output());
        assertTrue(ended.output().contains("java.lang.AssertionError: READ-1"), ended.output());
        Path crash = crash();
        EngineFolder.Ended again = folder.start("contract", join(OF_THE_IMAGE, mutant, crash.toString()));
        assertEquals(STATUS_OF_A_FINDING, again.status(), again.output());
        EngineFolder.Ended right = folder.start("contract", join(OF_THE_IMAGE, crash.toString()));
        assertEquals(0, right.status(), right.output());
    }

    private static Path crash() throws Exception {
        try (Stream<Path> files = Files.list(folder.elsewhere())) {
            List<Path> crashes = files.filter(
                            file -> file.getFileName().toString().startsWith("crash-"))
                    .toList();
            assertEquals(1, crashes.size(), crashes.toString());
            return crashes.get(0);
        }
    }

    private static List<String> join(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }
}
