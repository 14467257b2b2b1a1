package io.github.oldbuffer.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of the kit, in the order of its class path.
 *
 * @param kit the kit's own and their libraries
 * @param graalpy what GraalPy alone needs
 */
record Libraries(List<Path> kit, List<Path> graalpy) {

    /** Tells where the class path ends that bin/conform makes: one jar a line. */
    private static final String LIST = "class-path";

    /**
     * What the command line's module was built with.
     *
     * @param commandline its target folder
     * @param root of the tree
     */
    static Libraries built(Path commandline, Path root) throws IOException {
        List<Path> kit = new ArrayList<>();
        try (Stream<Path> files = Files.list(commandline)) {
            files.filter(file -> file.getFileName().toString().matches("oldbuffer-commandline-[0-9].*\\.jar"))
                    .filter(file -> !file.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .sorted()
                    .forEach(kit::add);
        }
        if (kit.size() != 1) {
            throw new IOException(commandline + " holds " + kit.size() + " jars of the command line; run mvn clean");
        }
        List<Path> graalpy = new ArrayList<>();
        for (Path jar : list(commandline.resolve("modules.txt"))) {
            kit.add(root.resolve(jar));
        }
        for (Path jar : list(commandline.resolve("libraries.txt"))) {
            String path = jar.toString();
            if (path.contains("/org/graalvm/") || path.contains("/org/bouncycastle/")) {
                graalpy.add(jar);
            } else if (!path.contains("/org/bytedeco/")) {
                // a CPython lies unpacked beside the jars
                kit.add(jar);
            }
        }
        return new Libraries(kit, graalpy);
    }

    void copyKit(Path folder) throws IOException {
        copy(kit, folder);
    }

    void copyGraalPy(Path folder) throws IOException {
        copy(graalpy, folder);
    }

    private static List<Path> list(Path file) throws IOException {
        return Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static void copy(List<Path> jars, Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path jar : jars) {
            String name = name(jar);
            Files.copy(jar, folder.resolve(name));
            names.add(name);
        }
        Files.writeString(folder.resolve(LIST), String.join("\n", names) + "\n");
    }

    /** Two libraries may have files of one name: Jackson 2 and 3. */
    private static String name(Path jar) {
        String name = jar.getFileName().toString();
        return jar.toString().contains("/tools/jackson/") ? "tools-" + name : name;
    }
}
