package io.github.oldbuffer.fuzzing.engine;

import io.github.oldbuffer.cpython.PreparedPython;
import io.github.oldbuffer.fuzzing.campaign.CorpusSeeds;
import io.github.oldbuffer.fuzzing.campaign.JazzerCommand;
import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Fills the folder {@code $OUT} of OSS-Fuzz and ClusterFuzzLite: for each target a program, seeds, a dictionary and
 * options, and beside them whatever they need to run on a machine that has a Java and nothing else.
 *
 * <p>{@code conformance/oss-fuzz/build.sh} runs it.
 */
public final class BuildForEngine {

    /** Inputs as long as those of {@code ./conform fuzz}; a scenario that takes longer than 25 seconds hangs. */
    private static final String OPTIONS = """
            [libfuzzer]
            max_len = 512
            timeout = 25
            """;

    /** All but the one that is there for measurements. */
    private static final Set<FuzzTarget> TARGETS = EnumSet.complementOf(EnumSet.of(FuzzTarget.EMPTY));

    private BuildForEngine() {}

    /**
     * Ends with status 1 and one sentence on standard error where it cannot be done.
     *
     * @param words {@code $OUT}; the source of a port that does all that CPython does
     */
    public static void main(String[] words) {
        try {
            if (words.length != 2) {
                throw new UnavailableException("Two words are wanted: OUT PORT.c");
            }
            build(Path.of(words[0]).toAbsolutePath(), Path.of(words[1]).toAbsolutePath());
        } catch (UnavailableException | IOException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private static void build(Path out, Path port) throws IOException, UnavailableException {
        Layout layout = new Layout(out);
        // CPython goes along unpacked, and GraalPy is run by no target
        String classPath = JazzerCommand.classPath(List.of(), System.getProperty("java.class.path"));
        List<String> jars = ShippedJars.copy(classPath, Files.createDirectories(layout.jars()));
        PreparedPython python = PreparedPython.make(Files.createDirectories(layout.python()));
        new ProbeCompiler(new CacheFolder(layout.python()), CCompiler.find(System.getenv()))
                .extension(port, python.runtime().includes(), List.of("-Wl,-Bsymbolic"), layout.port());
        List<byte[]> scenarios = CorpusSeeds.of(FuzzTarget.CONTRACT);
        for (FuzzTarget target : TARGETS) {
            String name = target.word();
            List<byte[]> seeds = switch (target) {
                case CONTRACT, DIFFERENTIAL, ROUNDTRIP -> scenarios;
                case PROBE, PROTOCOL, EMPTY -> CorpusSeeds.of(target);
            };
            SeedZip.write(out.resolve(name + "_seed_corpus.zip"), seeds);
            Files.writeString(out.resolve(name + ".dict"), Dictionary.of(target, scenarios, seeds));
            Files.writeString(out.resolve(name + ".options"), OPTIONS);
            Path wrapper = Files.writeString(out.resolve(name), Wrapper.of(target, jars, System.getenv()));
            Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
