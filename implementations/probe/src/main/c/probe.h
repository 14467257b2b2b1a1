/*
 * The probe: runs packed batches of scenarios against the four functions of the old buffer protocol.
 *
 * Built from every .c file of this folder except the hosts that do not apply: with host_embed.c it becomes the
 * library that a JVM loads through host_jni.c, with host_module.c the Python extension module oldbuffer_probe. It is
 * linked with no libpython: whoever loads it has the symbols of one. spec/packed-form.md lays down every byte of the
 * areas. Compile with -fvisibility=hidden, so that no library loaded beside it can meddle with its functions.
 *
 * One process runs one batch at a time. All functions need the GIL, save those whose name begins with probe_host_.
 */
#ifndef OLDBUFFER_PROBE_H
#define OLDBUFFER_PROBE_H

#include <stddef.h>
#include <stdint.h>

#define PROBE_API __attribute__((visibility("default")))

/* The smallest output area that probe_run accepts, in bytes. */
#define PROBE_SMALLEST_AREA 1024

/* Prepares the probe once the interpreter runs. 0, or -1 and one sentence in error. A second call does nothing. */
PROBE_API int probe_start(char *error, size_t size);

/*
 * Runs a batch and fills the output area, which must be aligned to 8 bytes. 0: state 2. -1: state 3 (malformed;
 * nothing ran), or the area is too small or askew and nothing was written to it.
 */
PROBE_API int probe_run(const uint8_t *in, size_t in_length, uint8_t *out, size_t out_capacity);

/*
 * Replaces functions by those of a library, by their names there, in the order of Function: CHAR, READ, CHECK, WRITE.
 * A NULL name keeps the interpreter's own function; a NULL path restores all four. 0, or -1 with one sentence in
 * error and nothing replaced. The library stays loaded for good.
 */
PROBE_API int probe_use_functions(const char *library_path, const char *const names[4], char *error, size_t size);

/* Starts an interpreter in this process without touching its signals, then the probe, and lets go of the GIL. */
PROBE_API int probe_host_start(char *error, size_t size);

/* probe_run and probe_use_functions from any thread: they take the GIL and give it back. */
PROBE_API int probe_host_run(const uint8_t *in, size_t in_length, uint8_t *out, size_t out_capacity);
PROBE_API int probe_host_use_functions(
    const char *library_path, const char *const names[4], char *error, size_t size);

/* The interpreter's version, as Py_GetVersion tells it. */
PROBE_API const char *probe_host_version(void);

#endif
