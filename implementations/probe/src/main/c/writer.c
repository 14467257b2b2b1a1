#include "writer.h"

#include <string.h>

void put_bytes(struct writer *writer, const void *bytes, size_t length)
{
    if (writer->full || length > (size_t)(writer->end - writer->at)) {
        writer->full = true;
        return;
    }
    if (length != 0) {
        memcpy(writer->at, bytes, length);
        writer->at += length;
    }
}

/* The machine is little-endian, see area.c; where the width is known, this is one store. */
static inline void put_little(struct writer *writer, uint64_t value, size_t width)
{
    uint8_t *at = writer->at;
    if (writer->full || width > (size_t)(writer->end - at)) {
        writer->full = true;
        return;
    }
    memcpy(at, &value, width);
    writer->at = at + width;
}

void put_u8(struct writer *writer, unsigned value)
{
    put_little(writer, value, 1);
}

void put_u16(struct writer *writer, unsigned value)
{
    put_little(writer, value, 2);
}

void put_u32(struct writer *writer, uint32_t value)
{
    put_little(writer, value, 4);
}

void put_i32(struct writer *writer, int32_t value)
{
    put_little(writer, (uint32_t)value, 4);
}

void put_i64(struct writer *writer, int64_t value)
{
    put_little(writer, (uint64_t)value, 8);
}

size_t text_cut(const char *text, size_t length, size_t limit)
{
    if (length <= limit) {
        return length;
    }
    size_t kept = limit;
    while (kept > 0 && ((unsigned char)text[kept] & 0xC0) == 0x80) {
        kept--;
    }
    return kept;
}

void put_text8(struct writer *writer, const char *text)
{
    size_t length = text_cut(text, strlen(text), UINT8_MAX);
    put_u8(writer, (unsigned)length);
    put_bytes(writer, text, length);
}

void put_text16(struct writer *writer, const char *text)
{
    size_t length = text_cut(text, strlen(text), UINT16_MAX);
    put_u16(writer, (unsigned)length);
    put_bytes(writer, text, length);
}
