#include <string.h>

#include "memory.h"

enum { EDGE = 24, MIDDLE = 16 };

int sample_windows(uint64_t length, struct window windows[3])
{
    if (length <= SAMPLE_WHOLE) {
        windows[0] = (struct window){0, (size_t)length};
        return 1;
    }
    windows[0] = (struct window){0, EDGE};
    windows[1] = (struct window){length / 2, MIDDLE};
    windows[2] = (struct window){length - EDGE, EDGE};
    return 3;
}

static bool read_window(const void *pointer, struct window window, uint8_t *into, const struct truth *truth)
{
    const uint8_t *address = (const uint8_t *)((uintptr_t)pointer + (uintptr_t)window.offset);
    if (truth_holds(truth, address, window.length)) {
        memcpy(into, address, window.length);
        return true;
    }
    return safe_read(address, into, window.length);
}

struct sample take_sample(const void *pointer, int64_t length, const struct truth *truth)
{
    struct sample sample;
    sample.state = SAMPLE_NONE;
    sample.count = 0;
    if (length < 0 || (pointer == NULL && length != 0)) {
        return sample;
    }
    struct window windows[3];
    int count = sample_windows((uint64_t)length, windows);
    sample.state = SAMPLE_READ;
    for (int i = 0; i < count; i++) {
        if (!read_window(pointer, windows[i], sample.bytes + sample.count, truth)) {
            sample.state = SAMPLE_UNREADABLE;
            sample.count = 0;
            return sample;
        }
        sample.count = (uint8_t)(sample.count + windows[i].length);
    }
    return sample;
}

void put_sample(struct writer *writer, const struct sample *sample)
{
    put_u8(writer, sample->state);
    if (sample->state == SAMPLE_READ) {
        put_u8(writer, sample->count);
        put_bytes(writer, sample->bytes, sample->count);
    }
}
