package io.github.oldbuffer.fuzzing.campaign;

import com.code_intelligence.jazzer.Jazzer;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Jazzer's library through which C code that clang compiled tells the fuzzer what of it runs.
 *
 * <p>It has to be in the process before the C code is. Jazzer's option {@code --native} starts a second process for
 * that, which would outlive a campaign that is killed; so it is loaded here, as Jazzer does it.
 */
final class NativeHooks {

    private static final String PRELOADED = "LD_PRELOAD";
    private static final String LIBRARY = "libjazzer_preload.so";

    private NativeHooks() {}

    /**
     * Has a process load the library before all else.
     *
     * @param environment of the process, which is changed
     * @param folder for the library
     * @throws IOException where Jazzer has none for this machine
     */
    static void preload(Map<String, String> environment, Path folder) throws IOException {
        String library = unpacked(folder).toString();
        environment.merge(PRELOADED, library, (others, own) -> own + File.pathSeparator + others);
    }

    private static Path unpacked(Path folder) throws IOException {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        String name = "jazzer_preload_linux_" + processor + "/" + LIBRARY;
        Path library = folder.resolve(LIBRARY).toAbsolutePath();
        Path part = Files.createTempFile(library.getParent(), LIBRARY, ".part");
        try (InputStream packed = Jazzer.class.getResourceAsStream(name)) {
            if (packed == null || !System.getProperty("os.name").equals("Linux")) {
                throw new FileNotFoundException("the coverage of C code is for Linux on x86-64 and aarch64");
            }
            Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
            // processes may have the old one open
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return library;
    }
}
