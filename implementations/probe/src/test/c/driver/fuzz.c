/* Batches from files, mutated, and plain noise, into output areas large and small. */
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CAPACITY = 1 << 22, SMALLEST = 1024 };

struct totals {
    unsigned long malformed, cut_short, transcripts;
};

/* xorshift64*: the same numbers for the same seed, everywhere. */
static uint64_t next(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(0x2545F4914F6CDD1D);
}

static size_t below(uint64_t *seed, size_t limit)
{
    return limit == 0 ? 0 : (size_t)((next(seed) >> 16) % limit);
}

static void mutate_once(uint64_t *seed, struct text *text)
{
    static const uint8_t telling[] = {0, 1, 2, 3, 8, 63, 64, 127, 128, 254, 255};
    size_t at = below(seed, text->length);
    size_t span = below(seed, 12) + 1;
    switch (below(seed, 5)) {
    case 0:
        text->bytes[at] ^= (uint8_t)(1u << below(seed, 8));
        break;
    case 1:
        text->bytes[at] = telling[below(seed, sizeof(telling))];
        break;
    case 2:
        text->length = at;
        break;
    case 3: /* Copies a span over another, which leaves much of it well-formed. */
        if (text->length > 2 * span) {
            memmove(text->bytes + below(seed, text->length - span), text->bytes + below(seed, text->length - span), span);
        }
        break;
    default:
        text->bytes[at] = (uint8_t)next(seed);
    }
}

/* A copy to run: as it was, mutated, or noise behind the magic. It ends where its memory does. */
static struct text variant(uint64_t *seed, const struct text *original)
{
    struct text copy = {need(original->length), original->length};
    memcpy(copy.bytes, original->bytes, original->length);
    size_t mutations = below(seed, 8);
    for (size_t i = 1; i < mutations && copy.length > 0; i++) {
        mutate_once(seed, &copy);
    }
    if (below(seed, 16) == 0) {
        for (size_t i = below(seed, 2) * 4; i < copy.length; i++) {
            copy.bytes[i] = (uint8_t)next(seed);
        }
    }
    struct text exact = {need(copy.length), copy.length};
    memcpy(exact.bytes, copy.bytes, copy.length);
    free(copy.bytes);
    return exact;
}

/* Areas that probe_run must leave alone, and a batch without memory. */
static void run_odd_areas(const struct probe *probe, struct text area)
{
    struct text nothing = {NULL, 0};
    memset(area.bytes, 0, SMALLEST + 1);
    if (probe->run(NULL, 0, NULL, SMALLEST) != -1 || probe->run(NULL, 0, area.bytes, SMALLEST - 1) != -1
        || probe->run(NULL, 0, area.bytes + 1, SMALLEST) != -1) {
        die("fuzz", "an area that is too small or askew was taken");
    }
    for (int i = 0; i <= SMALLEST; i++) {
        if (area.bytes[i] != 0) {
            die("fuzz", "an area that was not taken was written to");
        }
    }
    if (run_in_order(probe, &nothing, area.bytes, SMALLEST) != -1) {
        die("fuzz", "no bytes at all were taken for a batch");
    }
}

void fuzz(const struct probe *probe, uint64_t seed, unsigned long runs, char **files, int count)
{
    struct totals totals = {0, 0, 0};
    struct text *texts = need((size_t)count * sizeof(*texts));
    struct text area = new_area(CAPACITY);
    uint64_t state = seed | 1; /* which must not be 0 */
    run_odd_areas(probe, area);
    for (int i = 0; i < count; i++) {
        texts[i] = read_file(files[i]);
    }
    for (unsigned long i = 0; i < runs; i++) {
        struct text copy = variant(&state, &texts[below(&state, (size_t)count)]);
        size_t capacity = below(&state, 4) == 0 ? SMALLEST + below(&state, 4096) : CAPACITY;
        int result = run_in_order(probe, &copy, area.bytes, capacity);
        totals.malformed += result != 0;
        totals.transcripts += u32(area.bytes, 4);
        totals.cut_short += result == 0 && u32(area.bytes, 4) < u32(copy.bytes, 4);
        free(copy.bytes);
    }
    printf("%lu runs: %lu malformed, %lu cut short, %lu transcripts\n", runs, totals.malformed, totals.cut_short,
           totals.transcripts);
    for (int i = 0; i < count; i++) {
        free(texts[i].bytes);
    }
    free(texts);
    free(area.bytes);
}
