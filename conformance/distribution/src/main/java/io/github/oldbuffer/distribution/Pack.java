package io.github.oldbuffer.distribution;

import io.github.oldbuffer.commandline.Conform;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Makes all that is released out of what the other modules have built. */
public final class Pack {

    private Pack() {}

    /**
     * Ends with status 1 and one sentence on standard error where it cannot be done.
     *
     * @param words the version; the time that every file gets; this module's folder; a JDK, or an empty word
     */
    public static void main(String[] words) {
        try {
            Path module = Path.of(words[2]).toAbsolutePath();
            Release release = new Release(words[0], Instant.parse(words[1]), module);
            pack(release, JdkChoice.of(words[3]));
        } catch (IOException | UnavailableException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    /** Writes what shells and {@code man} read. */
    private static void describe(Path share, Release release) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line =
                Conform.line(new Terminal(nowhere, nowhere, false, false, Map.of()), new Implementations(List.of()));
        new ManPages(line, release.version(), release.made()).write(share.resolve("man/man1"));
        Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
        Files.writeString(completions.resolve("conform"), AutoComplete.bash("conform", line));
    }

    private static void pack(Release release, JdkChoice jdk) throws IOException, UnavailableException {
        System.out.println(jdk.sentence());
        Path stage = Folders.empty(release.target().resolve("stage"));
        Libraries libraries = Libraries.built(release.commandline(), release.root());
        Path kit = Files.createDirectory(stage.resolve(release.folder()));
        new JavaRuntime(jdk).link(kit.resolve("runtime"));
        libraries.copyKit(Files.createDirectory(kit.resolve("lib")));
        PackedPython python = PackedPython.make(kit, release.target().resolve("scratch"));
        System.out.println("Probes are inside for " + String.join(", ", python.names()) + ".");
        Folders.copy(release.module().resolve("src/main/archive"), kit);
        Files.copy(release.root().resolve("LICENSE"), kit.resolve("LICENSE"));
        Licences.write(libraries.kit(), kit.resolve("licenses"));
        describe(kit.resolve("share"), release);
        Path graalpy = Files.createDirectories(stage.resolve(release.graalpyFolder() + "/lib"));
        libraries.copyGraalPy(graalpy);
        Licences.write(libraries.graalpy(), graalpy.resolveSibling("licenses"));

        List<Path> made = new ArrayList<>();
        made.add(Tarball.write(stage, release.folder(), release.made(), release.archive()));
        made.add(Tarball.write(stage, release.graalpyFolder(), release.made(), release.graalpyArchive()));
        made.add(Wheel.of(release).write(kit));
        // written by a plugin before, which does nothing where Maven is offline
        if (Files.exists(release.billOfMaterials())) {
            made.add(release.billOfMaterials());
        } else {
            System.out.println("There is no bill of materials: its plugin wants Maven to be online.");
        }
        Checksums.write(made, release.target().resolve("SHA256SUMS"));
        for (Path file : made) {
            System.out.printf("%s: %.1f MB%n", release.root().relativize(file), Files.size(file) / 1e6);
        }
    }
}
