package io.github.oldbuffer.commandline.examples;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The kit as it is under test, as a Maven repository in a folder: what {@code mvn install} does, and nowhere else. */
final class KitRepository {

    private static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private KitRepository() {}

    static void in(Path folder) throws IOException {
        place(folder, "oldbuffer", TOP);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path classes = Path.of(entry).toAbsolutePath().normalize();
            Path module = classes.getParent().getParent();
            boolean ours = classes.startsWith(TOP)
                    && classes.getParent().endsWith("target")
                    && !classes.getFileName().toString().matches("test-classes|.*-tests\\.jar");
            if (ours) {
                String name = "oldbuffer-" + module.getFileName();
                Path jar = place(folder, name, module).resolve(name + "-" + VERSION + ".jar");
                if (Files.isDirectory(classes)) {
                    pack(classes, jar);
                } else {
                    Files.copy(classes, jar);
                }
            }
        }
    }

    private static Path place(Path folder, String name, Path module) throws IOException {
        Path place = Files.createDirectories(folder.resolve(Path.of("io", "github", "oldbuffer", name, VERSION)));
        Files.copy(module.resolve("pom.xml"), place.resolve(name + "-" + VERSION + ".pom"));
        return place;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (Path file : files) {
                packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, packed);
            }
        }
    }
}
