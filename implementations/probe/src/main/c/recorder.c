#include "recorder.h"

struct traffic {
    struct place place;
    uint8_t kind;
    int32_t flags;
};

/* One for the process: exporters are called by Python, which hands them nothing of ours. The GIL guards it. */
static struct {
    bool runs;
    uint32_t scenario; /* how many have begun */
    unsigned count;
    struct traffic traffic[MAX_TRAFFIC];
} recorder;

void recorder_begin_scenario(void)
{
    recorder.scenario++;
}

struct place place_of(uint8_t object, uint8_t depth)
{
    return (struct place){object, depth, recorder.scenario};
}

void recorder_start(void)
{
    recorder.count = 0;
    recorder.runs = true;
}

void recorder_stop(void)
{
    recorder.runs = false;
}

bool recorder_runs(void)
{
    return recorder.runs;
}

void record(struct place place, enum traffic_kind kind, int flags)
{
    if (!recorder.runs || recorder.count == MAX_TRAFFIC || place.scenario != recorder.scenario) {
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
