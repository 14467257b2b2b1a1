/*
 * To map and unmap gigabytes, or to make them zero, takes the kernel longer than all the rest of a scenario. So memory
 * given back is kept for the next that wants as much, and made zero by hand: the pages that the probe itself looks at
 * are there from the start, and where the thread met no page fault since, no other page has come to be.
 */
#include "python_api.h"

#include "sparse.h"

#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "memory.h"

enum { MOST_PAGES = 8 };

/* The GIL guards them. */
static struct {
    uint8_t *memory; /* NULL: there is none */
    int64_t length;
} kept;
static struct {
    const uint8_t *memory; /* the last taken; NULL where nothing is known of its faults */
    long faults;           /* of the thread at that time */
} taken;

static size_t mapped_bytes(int64_t length)
{
    return (size_t)length + GUARD;
}

/* The page faults of this thread so far; -1 where the system does not tell. */
static long count_faults(void)
{
#ifdef RUSAGE_THREAD
    struct rusage usage;
    return getrusage(RUSAGE_THREAD, &usage) == 0 ? usage.ru_minflt + usage.ru_majflt : -1;
#else
    return -1;
#endif
}

/* The pages on which windows of a sample and the guard lie: offsets, each once. */
static int looked_at(int64_t length, size_t page, size_t offsets[MOST_PAGES])
{
    struct window windows[4];
    int count = sample_windows((uint64_t)length, windows);
    windows[count++] = (struct window){(uint64_t)length, GUARD};
    int pages = 0;
    for (int i = 0; i < count; i++) {
        size_t last = (size_t)(windows[i].offset + windows[i].length - 1) / page * page;
        for (size_t at = (size_t)windows[i].offset / page * page; at <= last; at += page) {
            if (pages == 0 || offsets[pages - 1] != at) {
                offsets[pages++] = at;
            }
        }
    }
    return pages;
}

/* Makes the pages that the probe looks at zero, and so has them there. */
static void clear_pages(uint8_t *memory, int64_t length)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t offsets[MOST_PAGES];
    int pages = looked_at(length, page, offsets);
    for (int i = 0; i < pages; i++) {
        size_t left = mapped_bytes(length) - offsets[i];
        memset(memory + offsets[i], 0, left < page ? left : page);
    }
}

static uint8_t *map(int64_t length)
{
    void *memory = mmap(
        NULL, mapped_bytes(length), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        return NULL;
    }
#ifdef MADV_NOHUGEPAGE
    madvise(memory, mapped_bytes(length), MADV_NOHUGEPAGE); /* or a page would be more than a page */
#endif
    return memory;
}

uint8_t *sparse_take(int64_t length)
{
    uint8_t *memory = kept.memory;
    if (memory != NULL && kept.length == length) {
        kept.memory = NULL;
    } else {
        memory = map(length);
        if (memory == NULL) {
            return NULL;
        }
        clear_pages(memory, length);
    }
    taken.memory = memory;
    taken.faults = count_faults();
    return memory;
}

void sparse_give_back(uint8_t *memory, int64_t length)
{
    bool untouched = taken.memory == memory && taken.faults >= 0 && count_faults() == taken.faults;
    if (!untouched || kept.memory != NULL) {
        munmap(memory, mapped_bytes(length));
        return;
    }
    clear_pages(memory, length);
    kept.memory = memory;
    kept.length = length;
}
