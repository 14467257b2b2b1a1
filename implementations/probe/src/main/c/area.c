#include "area.h"

#include <string.h>

#include "writer.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the output area is little-endian, and this file stores its integers in native order"
#endif

/* Stores are atomic and ordered, so that whoever looks on, or finds the area after a crash, sees no half of one. */
static void store32(uint8_t *area, size_t offset, uint32_t value)
{
    __atomic_store_n((uint32_t *)(void *)(area + offset), value, __ATOMIC_RELEASE);
}

static void store64(uint8_t *area, size_t offset, uint64_t value)
{
    __atomic_store_n((uint64_t *)(void *)(area + offset), value, __ATOMIC_RELEASE);
}

void area_clear(uint8_t *area)
{
    store32(area, 0, AREA_IDLE);
    memset(area + 4, 0, AREA_HEADER - 4);
}

void area_set_state(uint8_t *area, enum area_state state)
{
    store32(area, 0, (uint32_t)state);
}

void area_begin_step(uint8_t *area, uint32_t scenario, uint32_t step)
{
    store32(area, 8, scenario);
    store32(area, 12, step);
    uint64_t beats = *(uint64_t *)(void *)(area + 24);
    store64(area, 24, beats + 1);
}

void area_publish(uint8_t *area, uint32_t transcripts, uint64_t bytes)
{
    store32(area, AREA_HEADER + 4, transcripts);
    store64(area, 16, bytes);
    store32(area, 4, transcripts);
}

void area_set_malformed(uint8_t *area, size_t capacity, const char *message)
{
    struct writer writer = {area + AREA_HEADER, area + capacity, false};
    put_text16(&writer, message);
    area_set_state(area, AREA_MALFORMED);
}
