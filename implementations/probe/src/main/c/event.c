#include "run.h"

enum event_tag { EVENT_DONE = 6, EVENT_SKIPPED = 7 };

void put_skipped(struct run *run, const char *why)
{
    put_u8(&run->out, EVENT_SKIPPED);
    put_text16(&run->out, why);
}

void put_done(struct run *run, const struct raised *raised)
{
    put_u8(&run->out, EVENT_DONE);
    put_raised(&run->out, raised);
    put_traffic(&run->out);
}

void put_done_quietly(struct run *run, const struct raised *raised)
{
    recorder_start();
    recorder_stop();
    put_done(run, raised);
}

void put_untouched(struct run *run)
{
    put_u8(&run->out, POINTER_UNTOUCHED);
    put_i64(&run->out, 0);
}

/* The number that stands for an address throughout the scenario. */
static int64_t address_number(struct run *run, const void *pointer)
{
    uintptr_t address = (uintptr_t)pointer;
    unsigned i = 0;
    while (i < run->address_count && run->addresses[i] != address) {
        i++;
    }
    if (i == run->address_count && i < MAX_ADDRESSES) {
        run->addresses[run->address_count++] = address;
    }
    return i;
}

void put_pointer(struct run *run, const struct truth *truth, const void *pointer)
{
    if (pointer == NULL) {
        put_u8(&run->out, POINTER_NULL);
        put_i64(&run->out, 0);
    } else if (truth_holds(truth, pointer, 0)) {
        put_u8(&run->out, POINTER_WITHIN);
        put_i64(&run->out, (int64_t)((uintptr_t)pointer - (uintptr_t)truth->origin));
    } else {
        put_u8(&run->out, POINTER_ELSEWHERE);
        put_i64(&run->out, address_number(run, pointer));
    }
}
