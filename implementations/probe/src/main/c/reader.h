/* Reads packed bytes that may be hostile: never beyond the end, and the first problem sticks. */
#ifndef OLDBUFFER_READER_H
#define OLDBUFFER_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct reader {
    const uint8_t *at;
    const uint8_t *end;
    const char *problem; /* the first one, a static text; NULL: none so far */
};

/* A reader of bytes that the caller keeps alive. */
struct reader reader_of(const uint8_t *bytes, size_t length);

/* Notes a problem, unless there is one already. */
void reader_fail(struct reader *reader, const char *problem);

size_t reader_left(const struct reader *reader);

/* The next length bytes, or NULL and a problem. */
const uint8_t *read_bytes(struct reader *reader, size_t length);

/* Integers; 0 and a problem where the bytes end too early. */
uint8_t read_u8(struct reader *reader);
uint16_t read_u16(struct reader *reader);
uint32_t read_u32(struct reader *reader);
int32_t read_i32(struct reader *reader);
int64_t read_i64(struct reader *reader);

/*
 * Text of UTF-8 behind its length, a u16 of at most most; it stays where it is. An empty text and a problem where it is
 * none.
 */
const uint8_t *read_text16(struct reader *reader, uint16_t most, uint16_t *length, const char *problem);

/* A u8 from 0 to last, or 0 and the problem. */
uint8_t read_choice(struct reader *reader, uint8_t last, const char *problem);

/* A u8 that is 0 or 1. */
bool read_flag(struct reader *reader);

/* An i64 from first to last, or first and the problem. */
int64_t read_range(struct reader *reader, int64_t first, int64_t last, const char *problem);

#endif
