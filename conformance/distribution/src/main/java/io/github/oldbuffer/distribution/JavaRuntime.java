package io.github.oldbuffer.distribution;

import io.github.oldbuffer.probe.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The part of a JDK that the kit, Jazzer and GraalPy need. */
record JavaRuntime(JdkChoice jdk) {

    /** What jdeps finds in the jars, without windows; and what is looked up by name: attaching, zip files, keys. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.scripting",
            "java.sql",
            "java.xml",
            "jdk.attach",
            "jdk.crypto.ec",
            "jdk.internal.vm.ci",
            "jdk.jfr",
            "jdk.management",
            "jdk.net",
            "jdk.security.auth",
            "jdk.unsupported",
            "jdk.zipfs");

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Class data is shared from 25 on alone: before, it is bound to the place where it was made. */
    private static final int CLASS_DATA = 25;

    /** @param place where nothing is yet */
    void link(Path place) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                jdk.home().resolve("bin/jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                place.toString()));
        if (jdk.version() >= CLASS_DATA) {
            words.add("--generate-cds-archive");
        }
        Command.Result result = Command.run(words, LIMIT);
        if (result.status() != 0) {
            throw new IOException("jlink failed: " + (result.output() + result.errors()).strip());
        }
    }
}
