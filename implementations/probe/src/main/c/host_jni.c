/*
 * The natives of io.github.oldbuffer.cpython.NativeProbe: loads an interpreter and the probe into the JVM's process.
 *
 * A library of its own that knows no Python: everything reaches the interpreter through the probe, which is loaded
 * after it, so that one build of this file serves every version.
 */
#include <jni.h>

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The functions of the probe, as probe.h declares them. */
struct probe {
    int (*start)(char *, size_t);
    int (*run)(const uint8_t *, size_t, uint8_t *, size_t);
    int (*use_functions)(const char *, const char *const[4], char *, size_t);
    const char *(*version)(void);
};

/* Filled once by start, which Java calls before anything else; an interpreter cannot be unloaded. */
static struct probe probe;

enum { ERROR_SIZE = 1024 };

/* A Java string, or NULL for NULL, which stands for no text. */
static jstring to_java(JNIEnv *env, const char *text)
{
    return text == NULL ? NULL : (*env)->NewStringUTF(env, text);
}

/* The characters of a Java string, to be released; NULL for NULL, or with a Java exception pending. */
static const char *from_java(JNIEnv *env, jstring string)
{
    return string == NULL ? NULL : (*env)->GetStringUTFChars(env, string, NULL);
}

static void release(JNIEnv *env, jstring string, const char *characters)
{
    if (characters != NULL) {
        (*env)->ReleaseStringUTFChars(env, string, characters);
    }
}

/* Loads a library for everybody to see; NULL, and a sentence in error. */
static void *load(const char *path, char *error)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        snprintf(error, ERROR_SIZE, "A library does not load: %s.", dlerror());
    }
    return library;
}

/* C has no cast from the void pointers of dlsym to functions; POSIX promises that the bytes mean the same. */
static int find(void *library, const char *name, void *function, char *error)
{
    void *address = dlsym(library, name);
    if (address == NULL) {
        snprintf(error, ERROR_SIZE, "The probe has no function %s.", name);
        return -1;
    }
    memcpy(function, &address, sizeof(address));
    return 0;
}

static int find_probe(void *library, struct probe *into, char *error)
{
    return find(library, "probe_host_start", &into->start, error) != 0
            || find(library, "probe_host_run", &into->run, error) != 0
            || find(library, "probe_host_use_functions", &into->use_functions, error) != 0
            || find(library, "probe_host_version", &into->version, error) != 0
        ? -1
        : 0;
}

/* Loads everything in order and starts the interpreter. 0, or -1 and a sentence. */
static int start(const char *libpython, const char *preload, const char *home, const char *path, char *error)
{
    if (preload != NULL && load(preload, error) == NULL) {
        return -1;
    }
    if (load(libpython, error) == NULL) {
        return -1;
    }
    if (home != NULL && setenv("PYTHONHOME", home, 1) != 0) {
        snprintf(error, ERROR_SIZE, "The environment has no room for PYTHONHOME.");
        return -1;
    }
    void *library = load(path, error);
    struct probe found;
    if (library == NULL || find_probe(library, &found, error) != 0) {
        return -1;
    }
    if (found.start(error, ERROR_SIZE) != 0) {
        return -1;
    }
    probe = found;
    return 0;
}

JNIEXPORT jstring JNICALL Java_io_github_oldbuffer_cpython_NativeProbe_start(
    JNIEnv *env, jclass type, jstring libpython, jstring preload, jstring home, jstring path)
{
    (void)type;
    char error[ERROR_SIZE] = "The paths of libpython and of the probe are needed.";
    const char *c_libpython = from_java(env, libpython);
    const char *c_preload = from_java(env, preload);
    const char *c_home = from_java(env, home);
    const char *c_path = from_java(env, path);
    int result = -1;
    if (c_libpython != NULL && c_path != NULL && !(*env)->ExceptionCheck(env)) {
        result = start(c_libpython, c_preload, c_home, c_path, error);
    }
    release(env, libpython, c_libpython);
    release(env, preload, c_preload);
    release(env, home, c_home);
    release(env, path, c_path);
    return result == 0 || (*env)->ExceptionCheck(env) ? NULL : to_java(env, error);
}

JNIEXPORT jstring JNICALL Java_io_github_oldbuffer_cpython_NativeProbe_useFunctions(
    JNIEnv *env, jclass type, jstring library, jobjectArray names)
{
    (void)type;
    char error[ERROR_SIZE];
    jstring strings[4] = {NULL, NULL, NULL, NULL};
    const char *c_names[4] = {NULL, NULL, NULL, NULL};
    if (probe.use_functions == NULL) {
        return to_java(env, "The probe has not been started.");
    }
    if (library != NULL && (names == NULL || (*env)->GetArrayLength(env, names) != 4)) {
        return to_java(env, "There are four functions to name.");
    }
    for (int i = 0; library != NULL && i < 4; i++) {
        strings[i] = (*env)->GetObjectArrayElement(env, names, i);
        c_names[i] = from_java(env, strings[i]);
    }
    const char *c_library = from_java(env, library);
    int result = -1;
    if (!(*env)->ExceptionCheck(env)) {
        result = probe.use_functions(c_library, c_names, error, sizeof(error));
    }
    for (int i = 0; i < 4; i++) {
        release(env, strings[i], c_names[i]);
    }
    release(env, library, c_library);
    return result == 0 || (*env)->ExceptionCheck(env) ? NULL : to_java(env, error);
}

JNIEXPORT jint JNICALL Java_io_github_oldbuffer_cpython_NativeProbe_run(
    JNIEnv *env, jclass type, jobject in, jint length, jobject out)
{
    (void)type;
    const uint8_t *in_bytes = in == NULL ? NULL : (*env)->GetDirectBufferAddress(env, in);
    uint8_t *out_bytes = out == NULL ? NULL : (*env)->GetDirectBufferAddress(env, out);
    if (probe.run == NULL || in_bytes == NULL || out_bytes == NULL || length < 0
        || length > (*env)->GetDirectBufferCapacity(env, in)) {
        return -1;
    }
    return probe.run(in_bytes, (size_t)length, out_bytes, (size_t)(*env)->GetDirectBufferCapacity(env, out));
}

JNIEXPORT jstring JNICALL Java_io_github_oldbuffer_cpython_NativeProbe_version(JNIEnv *env, jclass type)
{
    (void)type;
    return probe.version == NULL ? NULL : to_java(env, probe.version());
}
