package io.github.oldbuffer.commandline.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code java} that prints its class path and a {@code mvn} that makes what the command line's build makes, so that
 * {@code ./conform} can be tried in seconds.
 *
 * @param folder where both lie, together with a Maven repository and a list of the builds
 */
record StandInTools(Path folder) {

    /** The one library, in {@link #folder}. */
    static final String LIBRARY = "repository/library.jar";

    private static final String JAVA =
            "#!/usr/bin/env bash\n" + "while [ \"$1\" != -cp ]; do shift; done\n" + "printf '%s\\n' \"$2\"\n";

    private static final String MAVEN = String.join(
            "\n",
            "#!/usr/bin/env bash",
            "echo \"$PWD\" >>\"$TOOLS/builds\"",
            "target=conformance/commandline/target",
            "mkdir -p $target/modules $target/classes/io/github/oldbuffer/commandline",
            "echo class >$target/classes/io/github/oldbuffer/commandline/Conform.class",
            "for module in spec suite; do echo jar >$target/modules/oldbuffer-$module.jar; done",
            "printf '%s' $target/modules/oldbuffer-spec.jar:$target/modules/oldbuffer-suite.jar >$target/modules.txt",
            "[ -n \"${FORGETFUL:-}\" ] || echo jar >\"$TOOLS/" + LIBRARY + "\"",
            "printf '%s' \"$TOOLS/" + LIBRARY + "\" >$target/libraries.txt",
            "");

    static StandInTools in(Path folder) throws IOException {
        executable(folder.resolve("jdk/bin/java"), JAVA);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        executable(folder.resolve("bin/mvn"), MAVEN);
        Files.createDirectories(folder.resolve(LIBRARY).getParent());
        return new StandInTools(folder);
    }

    /** A checkout with the script under test, and modules with nothing in them. */
    Path checkout(Path place) throws IOException {
        for (String module : List.of("spec", "reports", "conformance/suite", "implementations/model")) {
            Files.createDirectories(place.resolve(module).resolve("src/main"));
            Files.writeString(place.resolve(module).resolve("pom.xml"), "");
        }
        Files.createDirectories(place.resolve("conformance/commandline/src/main"));
        Files.writeString(place.resolve("conformance/commandline/pom.xml"), "");
        Files.writeString(place.resolve("pom.xml"), "");
        Files.copy(KitFolder.REPOSITORY.resolve("conform"), place.resolve("conform"));
        return place;
    }

    /** @param more names and values of the environment, one after the other */
    Script conform(Path checkout, String... more) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "JAVA_HOME",
                folder.resolve("jdk").toString(),
                "TOOLS",
                folder.toString(),
                "PATH",
                folder.resolve("bin") + ":" + System.getenv("PATH"),
                "CHECKOUT",
                checkout.toString()));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return Script.run("bash \"$CHECKOUT/conform\" --version", folder, environment);
    }

    int builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
