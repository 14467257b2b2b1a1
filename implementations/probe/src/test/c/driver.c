/*
 * Runs the probe outside a JVM, as host_jni.c does, to be compiled with sanitizers and to be measured.
 *
 *   driver LIBPYTHON PRELOAD PROBE fuzz SEED RUNS PORT FILE...   batches from files, mutated, and plain noise
 *   driver LIBPYTHON PRELOAD PROBE speed SECONDS                 simple scenarios a second
 *
 * PRELOAD is a library to load before, or -. Exit status 0 where every output area was in order, else 1.
 */
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CAPACITY = 1 << 22, MAX_BATCH = 1 << 20 };

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

static void die(const char *what, const char *why)
{
    fprintf(stderr, "driver: %s: %s\n", what, why);
    exit(1);
}

static void *load(const char *path)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        die("does not load", dlerror());
    }
    return library;
}

static void find(void *library, const char *name, void *function)
{
    void *address = dlsym(library, name);
    if (address == NULL) {
        die("no such function", name);
    }
    memcpy(function, &address, sizeof(address));
}

static struct probe load_probe(const char *libpython, const char *preload, const char *path)
{
    struct probe probe;
    char error[1024];
    if (strcmp(preload, "-") != 0) {
        load(preload);
    }
    load(libpython);
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

static struct text read_file(const char *path)
{
    struct text text = {malloc(MAX_BATCH), 0};
    FILE *file = fopen(path, "rb");
    if (file == NULL || text.bytes == NULL) {
        die("cannot be read", path);
    }
    text.length = fread(text.bytes, 1, MAX_BATCH, file);
    fclose(file);
    return text;
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

/* A copy to run: as it was, mutated, or noise behind the magic. */
static struct text variant(uint64_t *seed, const struct text *original)
{
    struct text copy = {malloc(original->length + 1), original->length};
    if (copy.bytes == NULL) {
        die("memory", "none left");
    }
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
    return copy;
}

static uint32_t u32(const uint8_t *area, size_t offset)
{
    uint32_t value;
    memcpy(&value, area + offset, sizeof(value));
    return value;
}

/* Whether an area is in order: its lengths add up, and nothing was written behind its end. */
static bool in_order(const uint8_t *area, size_t capacity, int result)
{
    uint64_t used;
    memcpy(&used, area + 16, sizeof(used));
    if (area[capacity] != 0xEE || (result == 0) != (u32(area, 0) == 2) || (result != 0) != (u32(area, 0) == 3)) {
        return false;
    }
    if (result != 0) {
        return u32(area, 4) == 0 && area[64] + area[65] > 0;
    }
    size_t at = 64 + 8;
    for (uint32_t i = 0; i < u32(area, 4); i++) {
        if (at + 4 > capacity) {
            return false;
        }
        at += 4 + (size_t)u32(area, at);
    }
    return memcmp(area + 64, "OBT\1", 4) == 0 && u32(area, 68) == u32(area, 4) && at == 64 + used && at <= capacity;
}

struct totals {
    unsigned long runs, malformed, cut_short, transcripts;
};

static void run_one(const struct probe *probe, const struct text *text, uint8_t *area, size_t capacity, struct totals *totals)
{
    memset(area, 0xEE, capacity + 1);
    int result = probe->run(text->bytes, text->length, area, capacity);
    if (!in_order(area, capacity, result)) {
        die("fuzz", "an output area is not in order");
    }
    totals->runs++;
    totals->malformed += result != 0;
    totals->transcripts += u32(area, 4);
    totals->cut_short += result == 0 && u32(area, 4) < u32(text->bytes, 4);
}

static void fuzz(const struct probe *probe, uint64_t seed, unsigned long runs, char **files, int count)
{
    struct totals totals = {0, 0, 0, 0};
    struct text *texts = calloc((size_t)count, sizeof(*texts));
    uint8_t *area = malloc(CAPACITY + 1);
    if (texts == NULL || area == NULL) {
        die("memory", "none left");
    }
    for (int i = 0; i < count; i++) {
        texts[i] = read_file(files[i]);
    }
    for (unsigned long i = 0; i < runs; i++) {
        struct text copy = variant(&seed, &texts[below(&seed, (size_t)count)]);
        size_t capacity = below(&seed, 4) == 0 ? 1024 + below(&seed, 4096) : CAPACITY;
        run_one(probe, &copy, area, capacity, &totals);
        free(copy.bytes);
    }
    printf("%lu runs: %lu malformed, %lu cut short, %lu transcripts\n", totals.runs, totals.malformed, totals.cut_short,
           totals.transcripts);
    for (int i = 0; i < count; i++) {
        free(texts[i].bytes);
    }
    free(texts);
    free(area);
}

/* Many times: make a bytes of 16 bytes, call each function, drop it. */
static struct text simple_batch(uint32_t scenarios)
{
    static const uint8_t scenario[] = {
        6, 0, 1, 0, 1, 16, 0, 0, 0, 0, 0, 0, 0, 7, 0, 2, 0, 0, 0, 0, 2, 1, 0, 0, 0, 2, 2, 0, 0, 0, 2, 3, 0, 0, 0, 11, 0};
    static const uint8_t header[] = {'O', 'B', 'S', 1};
    uint32_t length = sizeof(scenario);
    struct text text = {malloc(8 + scenarios * (4 + sizeof(scenario))), 8};
    if (text.bytes == NULL) {
        die("memory", "none left");
    }
    memcpy(text.bytes, header, 4);
    memcpy(text.bytes + 4, &scenarios, 4);
    for (uint32_t i = 0; i < scenarios; i++) {
        memcpy(text.bytes + text.length, &length, 4);
        memcpy(text.bytes + text.length + 4, scenario, sizeof(scenario));
        text.length += 4 + sizeof(scenario);
    }
    return text;
}

static void measure(const struct probe *probe, double seconds)
{
    enum { SCENARIOS = 5000 };
    struct text text = simple_batch(SCENARIOS);
    uint8_t *area = malloc(CAPACITY);
    if (area == NULL) {
        die("memory", "none left");
    }
    unsigned long done = 0;
    clock_t start = clock();
    double passed = 0;
    while (passed < seconds) {
        if (probe->run(text.bytes, text.length, area, CAPACITY) != 0 || u32(area, 4) != SCENARIOS) {
            die("speed", "not every scenario ran");
        }
        done += SCENARIOS;
        passed = (double)(clock() - start) / CLOCKS_PER_SEC;
    }
    printf("%.0f scenarios a second of processor time\n", (double)done / passed);
    free(area);
    free(text.bytes);
}

int main(int count, char **arguments)
{
    if (count >= 6 && strcmp(arguments[4], "speed") == 0) {
        struct probe probe = load_probe(arguments[1], arguments[2], arguments[3]);
        printf("%s\n", probe.version());
        measure(&probe, atof(arguments[5]));
        return 0;
    }
    if (count >= 9 && strcmp(arguments[4], "fuzz") == 0) {
        static const char *const names[4] = {"safe_read", "safe_read", "safe_check", "safe_write"};
        char error[1024];
        struct probe probe = load_probe(arguments[1], arguments[2], arguments[3]);
        if (probe.use_functions(arguments[7], names, error, sizeof(error)) != 0) {
            die("the port", error);
        }
        fuzz(&probe, strtoull(arguments[5], NULL, 10) | 1, strtoul(arguments[6], NULL, 10), arguments + 8, count - 8);
        return 0;
    }
    fprintf(stderr, "usage: see the head of driver.c\n");
    return 64;
}
