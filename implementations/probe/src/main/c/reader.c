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

/* How many bytes a character of UTF-8 takes; 0 where there is none. Half a surrogate pair is none. */
static size_t character(const uint8_t *text, size_t left)
{
    uint8_t first = text[0];
    size_t size = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    if (size > left) {
        return 0;
    }
    for (size_t i = 1; i < size; i++) {
        if ((text[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    bool long_form = (first == 0xE0 && text[1] < 0xA0) || (first == 0xF0 && text[1] < 0x90);
    bool beyond = (first == 0xED && text[1] >= 0xA0) || (first == 0xF4 && text[1] >= 0x90);
    return size > 1 && (long_form || beyond) ? 0 : size;
}

const uint8_t *read_text16(struct reader *reader, uint16_t most, uint16_t *length, const char *problem)
{
    *length = read_u16(reader);
    if (*length > most) {
        reader_fail(reader, problem);
    }
    const uint8_t *text = reader->problem == NULL ? read_bytes(reader, *length) : NULL;
    for (size_t at = 0; text != NULL && at < *length;) {
        size_t size = character(text + at, *length - at);
        if (size == 0) {
            reader_fail(reader, problem);
            text = NULL;
        }
        at += size;
    }
    if (text == NULL) {
        *length = 0;
        return (const uint8_t *)"";
    }
    return text;
}
