package io.github.oldbuffer.distribution;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What is made, and out of which tree.
 *
 * @param version as Maven has it
 * @param made the time of every file in the archives, so that the same sources give the same bytes
 * @param module the folder of this module
 */
record Release(String version, Instant made, Path module) {

    private static final String PLATFORM = "linux-x86_64";

    Path root() {
        return module.getParent().getParent();
    }

    Path target() {
        return module.resolve("target");
    }

    /** The target folder of the module that says what belongs to the kit. */
    Path commandline() {
        return module.resolveSibling("commandline").resolve("target");
    }

    /** The folder that the archive unpacks to. */
    String folder() {
        return "oldbuffer-" + version;
    }

    String graalpyFolder() {
        return "oldbuffer-graalpy-" + version;
    }

    Path archive() {
        return target().resolve(folder() + "-" + PLATFORM + ".tar.gz");
    }

    Path graalpyArchive() {
        return target().resolve(graalpyFolder() + "-" + PLATFORM + ".tar.gz");
    }

    /** What is inside, in the form of CycloneDX. */
    Path billOfMaterials() {
        return target().resolve(folder() + ".cdx.json");
    }

    /** As Python's packages write versions: what is no release yet comes before it. */
    String pythonVersion() {
        return version.replace("-SNAPSHOT", ".dev0");
    }
}
