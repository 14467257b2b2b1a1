#include "reader.h"

#include <string.h>

struct reader reader_of(const uint8_t *bytes, size_t length)
{
    /* No bytes may be NULL, to which C adds nothing, not even 0. */
    struct reader reader = {bytes, length == 0 ? bytes : bytes + length, NULL};
    return reader;
}

void reader_fail(struct reader *reader, const char *problem)
{
    if (reader->problem == NULL) {
        reader->problem = problem;
    }
}

size_t reader_left(const struct reader *reader)
{
    return (size_t)(reader->end - reader->at);
}

const uint8_t *read_bytes(struct reader *reader, size_t length)
{
    if (reader->problem != NULL) {
        return NULL;
    }
    if (length > reader_left(reader)) {
        reader_fail(reader, "the bytes end too early");
        return NULL;
    }
    const uint8_t *start = reader->at;
    reader->at += length;
    return start;
}

/* The machine is little-endian, see area.c; where the width is known, this is one load. */
static inline uint64_t read_little(struct reader *reader, size_t width)
{
    const uint8_t *bytes = read_bytes(reader, width);
    if (bytes == NULL) {
        return 0;
    }
    uint64_t value = 0;
    memcpy(&value, bytes, width);
    return value;
}

uint8_t read_u8(struct reader *reader)
{
    return (uint8_t)read_little(reader, 1);
}

uint16_t read_u16(struct reader *reader)
{
    return (uint16_t)read_little(reader, 2);
}

uint32_t read_u32(struct reader *reader)
{
    return (uint32_t)read_little(reader, 4);
}

int32_t read_i32(struct reader *reader)
{
    return (int32_t)read_u32(reader);
}

int64_t read_i64(struct reader *reader)
{
    return (int64_t)read_little(reader, 8);
}

uint8_t read_choice(struct reader *reader, uint8_t last, const char *problem)
{
    uint8_t value = read_u8(reader);
    if (value > last) {
        reader_fail(reader, problem);
        return 0;
    }
    return value;
}

bool read_flag(struct reader *reader)
{
    return read_choice(reader, 1, "a flag is neither 0 nor 1") != 0;
}

int64_t read_range(struct reader *reader, int64_t first, int64_t last, const char *problem)
{
    int64_t value = read_i64(reader);
    if (value < first || value > last) {
        reader_fail(reader, problem);
        return first;
    }
    return value;
}
