/* What the modes of the driver share: memory, files, and output areas looked at with suspicion. */
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER = 64, AFTER = 0xEE, DONE = 2, MALFORMED = 3 };

void die(const char *what, const char *why)
{
    fprintf(stderr, "driver: %s: %s\n", what, why);
    exit(1);
}

void *need(size_t size)
{
    void *memory = malloc(size == 0 ? 1 : size);
    if (memory == NULL) {
        die("memory", "none left");
    }
    return memory;
}

struct text read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        die("cannot be read", path);
    }
    long length = ftell(file);
    if (length < 0 || fseek(file, 0, SEEK_SET) != 0) {
        die("cannot be read", path);
    }
    struct text text = {need((size_t)length), (size_t)length};
    if (fread(text.bytes, 1, text.length, file) != text.length) {
        die("cannot be read", path);
    }
    fclose(file);
    return text;
}

uint32_t u32(const uint8_t *bytes, size_t offset)
{
    uint32_t value;
    memcpy(&value, bytes + offset, sizeof(value));
    return value;
}

uint64_t u64(const uint8_t *bytes, size_t offset)
{
    uint64_t value;
    memcpy(&value, bytes + offset, sizeof(value));
    return value;
}

struct text new_area(size_t capacity)
{
    struct text area = {need(capacity + 1), capacity};
    return area;
}

size_t used_bytes(const uint8_t *area)
{
    if (u32(area, 0) == DONE) {
        return HEADER + (size_t)u64(area, 16);
    }
    return HEADER + 2 + ((size_t)area[HEADER] | (size_t)area[HEADER + 1] << 8);
}

static bool transcripts_in_order(const uint8_t *area, size_t capacity)
{
    size_t at = HEADER + 8;
    for (uint32_t i = 0; i < u32(area, 4); i++) {
        if (at + 4 > capacity) {
            return false;
        }
        at += 4 + (size_t)u32(area, at);
    }
    return memcmp(area + HEADER, "OBT\2", 4) == 0 && u32(area, HEADER + 4) == u32(area, 4) && at <= capacity
        && at == used_bytes(area);
}

static bool in_order(const uint8_t *area, size_t capacity, int result)
{
    if (area[capacity] != AFTER || u32(area, 0) != (result == 0 ? DONE : MALFORMED)) {
        return false;
    }
    if (result == 0) {
        return transcripts_in_order(area, capacity);
    }
    return u32(area, 4) == 0 && used_bytes(area) > HEADER + 2 && used_bytes(area) <= capacity;
}

int run_in_order(const struct probe *probe, const struct text *batch, uint8_t *area, size_t capacity)
{
    memset(area, AFTER, HEADER);
    area[capacity] = AFTER;
    int result = probe->run(batch->bytes, batch->length, area, capacity);
    if (!in_order(area, capacity, result)) {
        die("the output area", "is not in order");
    }
    return result;
}
