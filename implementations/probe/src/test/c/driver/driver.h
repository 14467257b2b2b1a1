/* Runs the probe outside a JVM, as host_jni.c does: its modes, and what they share. */
#ifndef OLDBUFFER_DRIVER_H
#define OLDBUFFER_DRIVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The functions of the probe, as probe.h declares them. */
struct probe {
    int (*start)(char *, size_t);
    int (*run)(const uint8_t *, size_t, uint8_t *, size_t);
    int (*use_functions)(const char *, const char *const[4], char *, size_t);
    const char *(*version)(void);
};

struct text {
    uint8_t *bytes; /* owned */
    size_t length;
};

/* Says why on standard error and ends with status 1. */
void die(const char *what, const char *why) __attribute__((noreturn));

/* Memory, or the end. */
void *need(size_t size);

/* The whole of a file, or the end. */
struct text read_file(const char *path);

/* Little-endian integers anywhere in memory. */
uint32_t u32(const uint8_t *bytes, size_t offset);
uint64_t u64(const uint8_t *bytes, size_t offset);

/* A function of a library that is loaded; or the end. */
void find(void *library, const char *name, void *function);

/* An output area with one byte behind it that tells of writes beyond the end. Free its bytes. */
struct text new_area(size_t capacity);

/*
 * Runs a batch, and ends where the output area is not in order afterwards: its state and its lengths must add up, and
 * nothing may stand behind its end. Gives what probe_run gives.
 */
int run_in_order(const struct probe *probe, const struct text *batch, uint8_t *area, size_t capacity);

/* How many bytes of an area in order count. */
size_t used_bytes(const uint8_t *area);

/* The modes; see the head of main.c. */
void fuzz(const struct probe *probe, uint64_t seed, unsigned long runs, char **files, int count);
void exchange(const struct probe *probe, const char *batches, const char *answers);
void starve(const struct probe *probe, void *libpython, unsigned long most, char **files, int count);
void measure(const struct probe *probe, double seconds);

#endif
