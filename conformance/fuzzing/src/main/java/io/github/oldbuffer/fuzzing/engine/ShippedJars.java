package io.github.oldbuffer.fuzzing.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A class path, copied into one folder. */
final class ShippedJars {

    private ShippedJars() {}

    /**
     * Copies the jars, and makes jars of folders with classes.
     *
     * @return the names of the files, in the order of the class path
     */
    static List<String> copy(String classPath, Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path source = Path.of(entry);
            // two of them may have the same name; the number tells them apart and shows the order
            String name = String.format("%03d-%s", names.size(), source.getFileName());
            if (Files.isDirectory(source)) {
                name += ".jar";
                Zip.write(folder.resolve(name), content(source));
            } else {
                Files.copy(source, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            names.add(name);
        }
        return names;
    }

    private static Map<String, byte[]> content(Path folder) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            content.put(folder.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
        }
        return content;
    }
}
