/*
 * Batches while memory runs out: the n-th allocation fails, of Python's or of the probe's own, alone or with all that
 * follow; for every n. Every output area must be in order, and a run with memory afterwards must tell what the first
 * one told, so that nothing was left behind.
 *
 * The probe's own allocations come here when it is compiled with -Dmalloc=starved_malloc -Drealloc=starved_realloc
 * -Dmmap=starved_mmap.
 */
#define _DEFAULT_SOURCE
#include "driver.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { CAPACITY = 1 << 20, HEADER = 64, DOMAINS = 3 };

#define VISIBLE __attribute__((visibility("default")))

VISIBLE void *starved_malloc(size_t size);
VISIBLE void *starved_realloc(void *memory, size_t size);
VISIBLE void *starved_mmap(void *at, size_t length, int protection, int flags, int file, off_t offset);

/* PyMemAllocatorEx. */
struct allocator {
    void *context;
    void *(*allocate)(void *, size_t);
    void *(*allocate_cleared)(void *, size_t, size_t);
    void *(*reallocate)(void *, void *, size_t);
    void (*release)(void *, void *);
};

/* Which allocations fail: those from the first-th on and before the last-th, counted from 1; none where both are 0. */
static struct {
    unsigned long count, first, last;
} hunger;

/* Python's own, in the order of PyMemAllocatorDomain. */
static struct allocator fed[DOMAINS];

static bool fails(void)
{
    hunger.count++;
    return hunger.count >= hunger.first && hunger.count < hunger.last;
}

void *starved_malloc(size_t size)
{
    return fails() ? NULL : malloc(size);
}

void *starved_realloc(void *memory, size_t size)
{
    return fails() ? NULL : realloc(memory, size);
}

void *starved_mmap(void *at, size_t length, int protection, int flags, int file, off_t offset)
{
    if (fails()) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    return mmap(at, length, protection, flags, file, offset);
}

static void *allocate(void *context, size_t size)
{
    const struct allocator *own = context;
    return fails() ? NULL : own->allocate(own->context, size);
}

static void *allocate_cleared(void *context, size_t count, size_t size)
{
    const struct allocator *own = context;
    return fails() ? NULL : own->allocate_cleared(own->context, count, size);
}

static void *reallocate(void *context, void *memory, size_t size)
{
    const struct allocator *own = context;
    return fails() ? NULL : own->reallocate(own->context, memory, size);
}

static void release(void *context, void *memory)
{
    const struct allocator *own = context;
    own->release(own->context, memory);
}

/* Puts allocators that may fail before Python's. */
static void take_allocators(void *libpython)
{
    void (*get)(int, struct allocator *);
    void (*set)(int, struct allocator *);
    find(libpython, "PyMem_GetAllocator", &get);
    find(libpython, "PyMem_SetAllocator", &set);
    for (int domain = 0; domain < DOMAINS; domain++) {
        get(domain, &fed[domain]);
        struct allocator hungry = {&fed[domain], allocate, allocate_cleared, reallocate, release};
        set(domain, &hungry);
    }
}

/* Runs with allocations failing; tells whether any did. */
static bool run_hungry(
    const struct probe *probe, const struct text *batch, uint8_t *area, unsigned long first, unsigned long last)
{
    hunger.count = 0;
    hunger.first = first;
    hunger.last = last;
    run_in_order(probe, batch, area, CAPACITY);
    bool failed = hunger.count >= first;
    hunger.first = hunger.last = 0;
    return failed;
}

/* Runs with memory; what that tells must be what it told before. */
static void demand_the_same(
    const struct probe *probe, const struct text *batch, uint8_t *area, const uint8_t *expected)
{
    run_in_order(probe, batch, area, CAPACITY);
    size_t used = used_bytes(expected);
    if (used_bytes(area) != used || memcmp(area + HEADER, expected + HEADER, used - HEADER) != 0) {
        die("starve", "a run with memory tells something else than before");
    }
}

/* Starves one batch; tells how many runs that took. */
static unsigned long starve_one(const struct probe *probe, const struct text *batch, unsigned long most)
{
    struct text fed_area = new_area(CAPACITY);
    struct text area = new_area(CAPACITY);
    unsigned long runs = 0;
    run_in_order(probe, batch, fed_area.bytes, CAPACITY);
    for (int onwards = 0; onwards < 2; onwards++) {
        bool failed = true;
        for (unsigned long n = 1; failed && n <= most; n++) {
            failed = run_hungry(probe, batch, area.bytes, n, onwards ? (unsigned long)-1 : n + 1);
            demand_the_same(probe, batch, area.bytes, fed_area.bytes);
            runs++;
        }
    }
    free(area.bytes);
    free(fed_area.bytes);
    return runs;
}

void starve(const struct probe *probe, void *libpython, unsigned long most, char **files, int count)
{
    unsigned long runs = 0;
    take_allocators(libpython);
    for (int i = 0; i < count; i++) {
        struct text batch = read_file(files[i]);
        runs += starve_one(probe, &batch, most);
        free(batch.bytes);
    }
    printf("%d batches, %lu runs without enough memory\n", count, runs);
}
