/*
 * Runs the probe outside a JVM, to be compiled with sanitizers and to be measured.
 *
 *   driver LIBPYTHON PRELOAD PROBE fuzz PORT SEED RUNS FILE...       batches from files, mutated, and plain noise
 *   driver LIBPYTHON PRELOAD PROBE exchange PORT BATCHES ANSWERS     every batch of a file; see exchange.c
 *   driver LIBPYTHON PRELOAD PROBE starve PORT MOST FILE...          batches while memory runs out; see starve.c
 *   driver LIBPYTHON PRELOAD PROBE speed SECONDS                     simple scenarios a second
 *   driver LIBPYTHON PRELOAD - python ARGUMENT...                    an interpreter in this program
 *
 * PRELOAD is a library to load before, or -. PORT holds the functions safe_read, safe_check and safe_write, which random
 * scenarios cannot crash. Exit status 0 where every output area was in order, else 1, or the interpreter's.
 */
#include "driver.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *load(const char *path)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        die("does not load", dlerror());
    }
    return library;
}

void find(void *library, const char *name, void *function)
{
    void *address = dlsym(library, name);
    if (address == NULL) {
        die("no such function", name);
    }
    memcpy(function, &address, sizeof(address));
}

static struct probe load_probe(const char *path)
{
    struct probe probe;
    char error[1024];
    void *library = load(path);
    find(library, "probe_host_start", &probe.start);
    find(library, "probe_host_run", &probe.run);
    find(library, "probe_host_use_functions", &probe.use_functions);
    find(library, "probe_host_version", &probe.version);
    if (probe.start(error, sizeof(error)) != 0) {
        die("the probe does not start", error);
    }
    return probe;
}

static void use_port(const struct probe *probe, const char *port)
{
    static const char *const names[4] = {"safe_read", "safe_read", "safe_check", "safe_write"};
    char error[1024];
    if (probe->use_functions(port, names, error, sizeof(error)) != 0) {
        die("the port", error);
    }
}

static int run_python(void *libpython, int count, char **arguments)
{
    int (*main_of_python)(int, char **);
    find(libpython, "Py_BytesMain", &main_of_python);
    return main_of_python(count, arguments);
}

static int usage(void)
{
    fprintf(stderr, "usage: see the head of main.c\n");
    return 64;
}

int main(int count, char **arguments)
{
    if (count < 6) {
        return usage();
    }
    const char *mode = arguments[4];
    if (strcmp(arguments[2], "-") != 0) {
        load(arguments[2]);
    }
    void *libpython = load(arguments[1]);
    if (strcmp(mode, "python") == 0) {
        return run_python(libpython, count - 4, arguments + 4);
    }
    struct probe probe = load_probe(arguments[3]);
    if (strcmp(mode, "speed") == 0) {
        printf("%s\n", probe.version());
        measure(&probe, atof(arguments[5]));
        return 0;
    }
    use_port(&probe, arguments[5]);
    if (strcmp(mode, "fuzz") == 0 && count >= 9) {
        fuzz(&probe, strtoull(arguments[6], NULL, 10), strtoul(arguments[7], NULL, 10), arguments + 8, count - 8);
    } else if (strcmp(mode, "exchange") == 0 && count == 8) {
        exchange(&probe, arguments[6], arguments[7]);
    } else if (strcmp(mode, "starve") == 0 && count >= 8) {
        starve(&probe, libpython, strtoul(arguments[6], NULL, 10), arguments + 7, count - 7);
    } else {
        return usage();
    }
    return 0;
}
