package io.github.oldbuffer.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The licences and notices that libraries carry in their jars, a folder for each. */
final class Licences {

    private static final Pattern TEXT =
            Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

    private Licences() {}

    static void write(List<Path> jars, Path folder) throws IOException {
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                List<JarEntry> texts = file.stream()
                        .filter(entry -> TEXT.matcher(entry.getName()).matches() && !entry.isDirectory())
                        .toList();
                for (JarEntry text : texts) {
                    Path own = folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
                    Files.createDirectories(own);
                    String name = text.getName().substring(text.getName().lastIndexOf('/') + 1);
                    try (InputStream stream = file.getInputStream(text)) {
                        Files.write(own.resolve(name), stream.readAllBytes());
                    }
                }
            }
        }
    }
}
