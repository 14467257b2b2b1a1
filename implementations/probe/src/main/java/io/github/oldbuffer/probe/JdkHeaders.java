package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The headers of the Java Native Interface that belong to the running Java. */
final class JdkHeaders {

    private JdkHeaders() {}

    /**
     * The folders to include for {@code jni.h}.
     *
     * @param javaHome as the system property {@code java.home} gives it
     * @throws UnavailableException where this Java is a runtime without headers
     */
    static List<Path> folders(Path javaHome) throws IOException, UnavailableException {
        Path include = javaHome.resolve("include");
        if (!Files.exists(include.resolve("jni.h"))) {
            throw new UnavailableException("The Java at " + javaHome
                    + " has no jni.h: install a JDK instead of a JRE (Debian: apt-get install default-jdk-headless).");
        }
        List<Path> folders = new ArrayList<>(List.of(include));
        try (Stream<Path> children = Files.list(include)) {
            // the folder is named after the operating system: linux, darwin, ...
            children.filter(folder -> Files.exists(folder.resolve("jni_md.h"))).forEach(folders::add);
        }
        return folders;
    }
}
