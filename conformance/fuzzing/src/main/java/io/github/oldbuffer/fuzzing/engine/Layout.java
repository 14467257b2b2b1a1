package io.github.oldbuffer.fuzzing.engine;

import java.nio.file.Path;

/**
 * Where things lie in {@code $OUT}; targets lie directly in it.
 *
 * @param out the folder, which may be moved after it was filled
 */
record Layout(Path out) {

    private static final String OWN = "oldbuffer";
    private static final String JARS = OWN + "/lib";
    private static final String PYTHON = OWN + "/python";
    private static final String PORT = OWN + "/port.so";

    Path jars() {
        return out.resolve(JARS);
    }

    Path python() {
        return out.resolve(PYTHON);
    }

    Path port() {
        return out.resolve(PORT);
    }
}
