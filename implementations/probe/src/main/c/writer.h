/* Writes packed bytes into memory of a fixed size: what does not fit is left out, and full tells so. */
#ifndef OLDBUFFER_WRITER_H
#define OLDBUFFER_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct writer {
    uint8_t *at;
    uint8_t *end;
    bool full;
};

void put_bytes(struct writer *writer, const void *bytes, size_t length);
void put_u8(struct writer *writer, unsigned value);
void put_u16(struct writer *writer, unsigned value);
void put_u32(struct writer *writer, uint32_t value);
void put_i32(struct writer *writer, int32_t value);
void put_i64(struct writer *writer, int64_t value);

/* Text of UTF-8 with its length before it, cut at a character's edge to what the length can tell. */
void put_text8(struct writer *writer, const char *text);
void put_text16(struct writer *writer, const char *text);

/* How many of the first limit bytes of UTF-8 text to keep so that no character is torn. */
size_t text_cut(const char *text, size_t length, size_t limit);

#endif
