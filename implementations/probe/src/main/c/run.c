#include "run.h"

#include <stdio.h>
#include <stdlib.h>

#include "area.h"
#include "forks.h"
#include "functions.h"
#include "probe.h"
#include "runtime.h"
#include "scripted.h"

enum { OUTCOME_COMPLETED = 0, OUTCOME_UNSUPPORTED = 1 };

#define LENGTH_BYTES 4 /* of a transcript's length, which counts the bytes behind it */
#define EVENTS_OFFSET (LENGTH_BYTES + 1) /* in a completed transcript */

static void patch(uint8_t *at, uint32_t value, int width)
{
    for (int i = 0; i < width; i++) {
        at[i] = (uint8_t)(value >> (8 * i));
    }
}

static void put_unsupported(struct writer *out, uint8_t *start, uint32_t step, const char *what)
{
    out->at = start;
    out->full = false;
    put_u32(out, 0);
    put_u8(out, OUTCOME_UNSUPPORTED);
    put_u16(out, step);
    put_text16(out, what);
    put_u16(out, 0);
}

/* Ends a scenario that cannot be read, although the whole batch was checked: something has written over it since. */
static void refuse_rubbish(struct run *run, const struct reader *scenario)
{
    if (scenario->problem != NULL) {
        run->unsupported = "the batch changed while it ran";
    }
}

/* Runs one scenario and writes its transcript; where it does not fit, out tells. */
static void run_scenario(struct run *run, uint8_t *area, struct reader *scenario, uint32_t index, unsigned steps)
{
    struct writer *out = &run->out;
    uint8_t *start = out->at;
    put_u32(out, 0);
    put_u8(out, OUTCOME_COMPLETED);
    put_u16(out, 0);
    begin_scenario(run);
    refuse_rubbish(run, scenario);
    unsigned done = 0;
    while (done < steps && run->unsupported == NULL && !out->full) {
        area_begin_step(area, index, done);
        decode_step(scenario, &run->step);
        if (scenario->problem == NULL) {
            run_step(run);
        }
        refuse_rubbish(run, scenario);
        done += run->unsupported == NULL;
    }
    end_scenario(run);
    if (run->unsupported != NULL) {
        put_unsupported(out, start, done, run->unsupported);
    } else if (!out->full) {
        patch(start + EVENTS_OFFSET, done, 2);
    }
    if (!out->full) {
        patch(start, (uint32_t)(out->at - start - LENGTH_BYTES), LENGTH_BYTES);
    }
}

/* A transcript that no area of this size can hold is not waited for. */
static void give_up(struct writer *out, uint8_t *start)
{
    put_unsupported(out, start, 0, "the transcript does not fit into the output area");
    patch(start, (uint32_t)(out->at - start - LENGTH_BYTES), LENGTH_BYTES);
}

/* Runs scenarios until the batch or the area is at its end. */
static void run_scenarios(struct run *run, uint8_t *area, struct reader batch)
{
    uint8_t *base = area + AREA_HEADER;
    uint32_t scenarios = decode_batch(&batch);
    put_bytes(&run->out, "OBT\2", 4);
    put_u32(&run->out, 0);
    area_publish(area, 0, (uint64_t)(run->out.at - base));
    for (uint32_t i = 0; i < scenarios; i++) {
        unsigned steps;
        struct reader scenario = decode_scenario(&batch, &steps);
        uint8_t *start = run->out.at;
        run_scenario(run, area, &scenario, i, steps);
        if (run->out.full && i > 0) {
            return;
        }
        if (run->out.full) {
            give_up(&run->out, start);
        }
        area_publish(area, i + 1, (uint64_t)(run->out.at - base));
    }
}

/* Whether a batch is under way: a thread that got the GIL in between, or Python code of an exporter, must not run one.
 */
static bool busy;

static int check_and_run(struct run *run, struct reader batch, uint8_t *area, size_t capacity)
{
    char message[256];
    const char *problem = check_batch(batch, &run->step, message, sizeof(message));
    if (problem != NULL) {
        area_set_malformed(area, capacity, problem);
        return -1;
    }
    area_set_state(area, AREA_RUNNING);
    run->out = (struct writer){area + AREA_HEADER, area + capacity, false};
    run_scenarios(run, area, batch);
    area_set_state(area, AREA_DONE);
    return 0;
}

int probe_run(const uint8_t *in, size_t in_length, uint8_t *out, size_t out_capacity)
{
    if (out == NULL || out_capacity < PROBE_SMALLEST_AREA || ((uintptr_t)out & 7) != 0) {
        return -1;
    }
    area_clear(out);
    if (busy) {
        area_set_malformed(out, out_capacity, "the probe is running another batch");
        return -1;
    }
    struct run *run = malloc(sizeof(*run));
    if (run == NULL) {
        area_set_malformed(out, out_capacity, "there is no memory to run a batch");
        return -1;
    }
    busy = true;
    int result = check_and_run(run, reader_of(in, in_length), out, out_capacity);
    busy = false;
    free(run);
    return result;
}

/* The exception that is set, as one sentence; nothing is set afterwards. */
static void tell_exception(char *error, size_t size)
{
    struct raised raised;
    take_raised(&raised);
    snprintf(error, size, "The probe does not start: %s: %s.", raised.set ? raised.type : "no exception",
             raised.set ? raised.message : "");
}

int probe_start(char *error, size_t size)
{
    static bool started;
    if (started) {
        return 0;
    }
    if (memory_start() != 0) {
        snprintf(error, size, "The probe does not start: there is no pipe to be had.");
        return -1;
    }
    if (watch_forks() != 0) {
        snprintf(error, size, "The probe does not start: there is no memory to be had.");
        return -1;
    }
    if (runtime_start() != 0 || scripted_start() != 0) {
        tell_exception(error, size);
        return -1;
    }
    functions_start();
    started = true;
    return 0;
}
