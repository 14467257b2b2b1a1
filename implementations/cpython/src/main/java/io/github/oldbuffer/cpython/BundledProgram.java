package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The bundled CPython, which is a library, as a program that runs scripts. */
public final class BundledProgram {

    private static final String NAME = "oldbuffer-python";

    private static final String SOURCE = """
            #include <dlfcn.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>

            int main(int argc, char **argv)
            {
                static const char home[] = {HOME};
                static const char library[] = {LIBRARY};
                static const char preload[] = {PRELOAD};
                void *loaded;
                void *found;
                int (*run)(int, char **);

                if (setenv("PYTHONHOME", home, 1) != 0) {
                    perror("PYTHONHOME");
                    return 2;
                }
                if (preload[0] != '\\0' && dlopen(preload, RTLD_NOW | RTLD_GLOBAL) == NULL)
                    fprintf(stderr, "%s\\n", dlerror());
                loaded = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
                found = loaded == NULL ? NULL : dlsym(loaded, "Py_BytesMain");
                if (found == NULL) {
                    fprintf(stderr, "%s\\n", dlerror());
                    return 2;
                }
                memcpy(&run, &found, sizeof run);
                return run(argc, argv);
            }
            """;

    private BundledProgram() {}

    /**
     * Compiles it, or takes it from the cache.
     *
     * @throws UnavailableException where there is no CPython for this machine on the class path, or no compiler
     */
    public static Path executable(ProbeCompiler compiler) throws UnavailableException {
        PythonRuntime python = CPythonProvider.python("cpython");
        String source = SOURCE.replace("HOME}", bytes(python.home()) + "}")
                .replace("LIBRARY}", bytes(python.library().toString()) + "}")
                .replace(
                        "PRELOAD}",
                        bytes(python.preload() == null ? "" : python.preload().toString()) + "}");
        return compiler.program(NAME, new TreeMap<>(Map.of("oldbuffer_python.c", source)));
    }

    /** A path may have any letter in it. */
    private static String bytes(String text) {
        StringBuilder bytes = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.append("(char)").append(each & 0xff).append(", ");
        }
        return bytes.append("0").toString();
    }
}
