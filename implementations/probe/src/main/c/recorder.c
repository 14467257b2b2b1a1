#include "recorder.h"

#include <string.h>

#include "scenario.h"

struct traffic {
    struct place place;
    uint8_t kind;
    int32_t flags;
};

/* One for the process: exporters are called by Python, which hands them nothing of ours. The GIL guards it. */
static struct {
    bool runs;
    unsigned count;
    struct traffic traffic[MAX_TRAFFIC];
    uint32_t lives;        /* begun so far */
    uint32_t alive[NAMES]; /* the life of each object; 0: none */
} recorder;

void recorder_start(void)
{
    recorder.count = 0;
    recorder.runs = true;
}

void recorder_stop(void)
{
    recorder.runs = false;
}

void recorder_resume(void)
{
    recorder.runs = true;
}

bool recorder_lives(struct place place)
{
    return place.object < NAMES && recorder.alive[place.object] == place.life;
}

bool recorder_runs(void)
{
    return recorder.runs;
}

uint32_t recorder_begin_life(uint8_t object)
{
    recorder.lives += recorder.lives == UINT32_MAX ? 2 : 1;
    recorder.alive[object] = recorder.lives;
    return recorder.lives;
}

void recorder_end_lives(void)
{
    memset(recorder.alive, 0, sizeof(recorder.alive));
}

void record(struct place place, enum traffic_kind kind, int flags)
{
    if (!recorder.runs || recorder.count == MAX_TRAFFIC || !recorder_lives(place)) {
        return;
    }
    struct traffic *traffic = &recorder.traffic[recorder.count++];
    traffic->place = place;
    traffic->kind = (uint8_t)kind;
    traffic->flags = flags;
}

void put_traffic(struct writer *writer)
{
    put_u8(writer, recorder.count);
    for (unsigned i = 0; i < recorder.count; i++) {
        const struct traffic *traffic = &recorder.traffic[i];
        put_u8(writer, traffic->place.object);
        put_u8(writer, traffic->place.depth);
        put_u8(writer, traffic->kind);
        put_i32(writer, traffic->flags);
    }
}
