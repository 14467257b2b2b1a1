#include <string.h>

#include "memory.h"

/* What a snapshot covers of memory: all of it, or windows, and the guard behind it. */
static int covered(const struct truth *truth, struct window windows[4])
{
    uint64_t length = (uint64_t)(truth->high - truth->low);
    if (length <= SNAPSHOT_WHOLE) {
        windows[0] = (struct window){0, (size_t)length + truth->guard};
        return 1;
    }
    int count = sample_windows(length, windows);
    windows[count] = (struct window){length, truth->guard};
    return count + 1;
}

void take_snapshot(struct snapshot *snapshot, const struct truth *truth)
{
    if (!truth->known) {
        return;
    }
    struct window windows[4];
    int count = covered(truth, windows);
    uint8_t *into = snapshot->bytes;
    for (int i = 0; i < count; i++) {
        memcpy(into, truth->low + windows[i].offset, windows[i].length);
        into += windows[i].length;
    }
}

int64_t first_change(const struct snapshot *snapshot, const struct truth *truth)
{
    if (!truth->known) {
        return -1;
    }
    struct window windows[4];
    int count = covered(truth, windows);
    const uint8_t *before = snapshot->bytes;
    for (int i = 0; i < count; i++) {
        const uint8_t *now = truth->low + windows[i].offset;
        if (memcmp(before, now, windows[i].length) != 0) {
            size_t at = 0;
            while (before[at] == now[at]) {
                at++;
            }
            ptrdiff_t before_origin = truth->origin - truth->low;
            int64_t offset = (int64_t)(windows[i].offset + at);
            return offset < before_origin ? offset : offset - before_origin;
        }
        before += windows[i].length;
    }
    return -1;
}
