#include <string.h>

#include "memory.h"

enum { MOST_SPANS = 12 };

/* A piece of memory: offsets from a base. */
struct span {
    int64_t from;
    int64_t to;
};

struct spans {
    int count;
    struct span span[MOST_SPANS];
};

/* Adds a piece, cut to what is within bounds; keeps the pieces in order and apart. */
static void add_span(struct spans *spans, struct span bounds, int64_t from, int64_t to)
{
    struct span added = {from < bounds.from ? bounds.from : from, to > bounds.to ? bounds.to : to};
    if (added.from >= added.to) {
        return;
    }
    int kept = 0;
    int at = 0; /* where it goes among those kept */
    for (int i = 0; i < spans->count; i++) {
        struct span old = spans->span[i];
        if (old.to < added.from || old.from > added.to) {
            at += old.to < added.from;
            spans->span[kept++] = old;
        } else {
            added.from = old.from < added.from ? old.from : added.from;
            added.to = old.to > added.to ? old.to : added.to;
        }
    }
    memmove(spans->span + at + 1, spans->span + at, (size_t)(kept - at) * sizeof(struct span));
    spans->span[at] = added;
    spans->count = kept + 1;
}

/* Adds memory whole, or the windows of a sample where it is large. */
static void add_memory(struct spans *spans, struct span bounds, int64_t from, int64_t to)
{
    if (to - from <= SNAPSHOT_WHOLE) {
        add_span(spans, bounds, from, to);
        return;
    }
    struct window windows[3];
    int count = sample_windows((uint64_t)(to - from), windows);
    for (int i = 0; i < count; i++) {
        int64_t start = from + (int64_t)windows[i].offset;
        add_span(spans, bounds, start, start + (int64_t)windows[i].length);
    }
}

/*
 * What a snapshot covers, as offsets from the base: all that the object stands on with the guards around it; where that
 * is large the object's own memory, whole or sampled, with a margin on either side, samples of the rest, and the guards.
 */
static const uint8_t *covered(const struct watched *watched, struct spans *spans)
{
    const struct truth *whole = watched->whole.known ? &watched->whole : &watched->view;
    int64_t length = (int64_t)(whole->high - whole->low);
    struct span bounds = {-(int64_t)whole->front, length + (int64_t)whole->guard};
    spans->count = 0;
    if (length <= SNAPSHOT_WHOLE) {
        add_span(spans, bounds, bounds.from, bounds.to);
        return whole->low;
    }
    int64_t low = (int64_t)(watched->view.low - whole->low);
    int64_t high = (int64_t)(watched->view.high - whole->low);
    add_memory(spans, bounds, low, high);
    add_span(spans, bounds, low - GUARD, low);
    add_span(spans, bounds, high, high + GUARD);
    add_memory(spans, bounds, 0, length);
    add_span(spans, bounds, bounds.from, 0);
    add_span(spans, bounds, length, bounds.to);
    return whole->low;
}

void take_snapshot(struct snapshot *snapshot, const struct watched *watched)
{
    if (!watched->view.known) {
        return;
    }
    struct spans spans;
    const uint8_t *base = covered(watched, &spans);
    uint8_t *into = snapshot->bytes;
    for (int i = 0; i < spans.count; i++) {
        size_t length = (size_t)(spans.span[i].to - spans.span[i].from);
        memcpy(into, base + spans.span[i].from, length);
        into += length;
    }
}

struct damage first_change(const struct snapshot *snapshot, const struct watched *watched)
{
    struct damage damage = {false, watched->whole.known, 0, 0};
    if (!watched->view.known) {
        return damage;
    }
    struct spans spans;
    const uint8_t *base = covered(watched, &spans);
    const uint8_t *before = snapshot->bytes;
    for (int i = 0; i < spans.count; i++) {
        const uint8_t *now = base + spans.span[i].from;
        size_t length = (size_t)(spans.span[i].to - spans.span[i].from);
        if (memcmp(before, now, length) != 0) {
            size_t at = 0;
            while (before[at] == now[at]) {
                at++;
            }
            damage.done = true;
            damage.offset = spans.span[i].from + (int64_t)at;
            damage.from_first = (int64_t)(now + at - watched->view.origin);
            return damage;
        }
        before += length;
    }
    return damage;
}
