package io.github.oldbuffer.cpython;

import java.nio.ByteBuffer;

/**
 * The JNI shim, {@code host_jni.c}.
 *
 * <p>The library that {@link System#load} takes must have been loaded before any other method is called. Methods that
 * return a text return {@code null} or one sentence about what went wrong.
 */
final class NativeProbe {

    private NativeProbe() {}

    /**
     * Loads and initialises a Python in this process.
     *
     * @param libpython path of the library
     * @param preload path of a library to load before it, or {@code null}
     * @param home for {@code PYTHONHOME}, or {@code null}
     * @param probe path of the probe compiled for that Python
     */
    static native String start(String libpython, String preload, String home, String probe);

    /**
     * Replaces some of the four functions.
     *
     * @param library path of a library that defines them
     * @param names of the functions instead of CHAR, READ, CHECK and WRITE; {@code null} keeps the original
     */
    static native String useFunctions(String library, String[] names);

    /**
     * Runs a batch.
     *
     * @param in direct; the batch is at its start
     * @param length of the batch in bytes
     * @param out direct; the output area
     * @return 0, or -1 where the batch is malformed, which the output area explains
     */
    static native int run(ByteBuffer in, int length, ByteBuffer out);

    /** What {@code Py_GetVersion} says. */
    static native String version();
}
