#include "scenario.h"

#include <stdio.h>
#include <string.h>

static uint8_t decode_name(struct reader *reader)
{
    return read_choice(reader, NAMES - 1, "the number of an object or a view is not 0 to 63");
}

static uint8_t decode_function(struct reader *reader)
{
    return read_choice(reader, FUNCTIONS - 1, "a function is unknown");
}

static void decode_call(struct reader *reader, struct step *step)
{
    step->function = decode_function(reader);
    step->object = decode_name(reader);
    step->nulls = read_choice(reader, (1 << ARGUMENTS) - 1, "an argument is unknown");
    step->pending = read_choice(reader, EXCEPTION_TYPES, "an exception type is unknown");
}

static void decode_peek(struct reader *reader, struct step *step)
{
    step->function = decode_function(reader);
    if (step->function == FUNCTION_CHECK) {
        reader_fail(reader, "CHECK returns no pointer to peek through");
    }
    step->object = decode_name(reader);
}

static void decode_byte(struct reader *reader, struct step *step)
{
    step->object = decode_name(reader);
    step->number = read_i64(reader);
    step->value = read_u8(reader);
}

static void decode_acquire(struct reader *reader, struct step *step)
{
    step->view = decode_name(reader);
    step->object = decode_name(reader);
    step->request = read_choice(reader, REQUESTS - 1, "a request is unknown");
}

static void decode_append(struct reader *reader, struct step *step)
{
    step->object = decode_name(reader);
    step->of = decode_name(reader);
    step->way = read_choice(reader, WAYS - 1, "a way of resizing is unknown");
}

static void decode_within(struct reader *reader, struct step *step)
{
    struct act *act = &step->act;
    step->object = decode_name(reader);
    *act = (struct act){ACT_WAITS, step->object, 0, 0, 0, 0, WAY_ANY, 0};
    act->moment = read_choice(reader, MOMENTS - 1, "a moment is unknown");
    act->tag = read_u8(reader);
    switch (act->tag) {
    case INSIDE_CALL:
        act->function = decode_function(reader);
        act->object = decode_name(reader);
        break;
    case INSIDE_RESIZE:
        act->object = decode_name(reader);
        act->number = read_range(reader, 0, MAX_LENGTH, "a length is out of range");
        act->way = read_choice(reader, WAYS - 1, "a way of resizing is unknown");
        break;
    case INSIDE_RELEASE:
    case INSIDE_DROP:
        act->object = decode_name(reader);
        break;
    default:
        reader_fail(reader, "a step inside a step is unknown");
    }
}

void decode_step(struct reader *reader, struct step *step)
{
    step->tag = read_u8(reader);
    switch (step->tag) {
    case STEP_MAKE:
    case STEP_MAKE_IN_PYTHON:
        step->object = decode_name(reader);
        decode_exporter(reader, &step->exporter);
        break;
    case STEP_CALL:
        decode_call(reader, step);
        break;
    case STEP_PEEK:
        decode_peek(reader, step);
        break;
    case STEP_POKE:
    case STEP_CHANGE:
        decode_byte(reader, step);
        break;
    case STEP_RESIZE:
        step->object = decode_name(reader);
        step->number = read_range(reader, 0, MAX_LENGTH, "a length is out of range");
        step->way = WAY_ANY;
        break;
    case STEP_RESIZE_SO:
        step->object = decode_name(reader);
        step->number = read_range(reader, 0, MAX_LENGTH, "a length is out of range");
        step->way = read_choice(reader, WAYS - 1, "a way of resizing is unknown");
        if (step->way == WAY_ANY) {
            reader_fail(reader, "a resize in any way has a form of its own");
        }
        break;
    case STEP_SHARE:
        step->object = decode_name(reader);
        step->of = decode_name(reader);
        step->way = read_choice(reader, SHARINGS - 1, "a way of sharing is unknown");
        step->number = read_range(reader, 0, MAX_LENGTH, "a start is out of range");
        break;
    case STEP_APPEND:
        decode_append(reader, step);
        break;
    case STEP_WITHIN:
        decode_within(reader, step);
        break;
    case STEP_RELEASE:
    case STEP_BORDER:
    case STEP_DROP:
        step->object = decode_name(reader);
        break;
    case STEP_ACQUIRE:
        decode_acquire(reader, step);
        break;
    case STEP_RELEASE_VIEW:
        step->view = decode_name(reader);
        break;
    case STEP_PARSE:
        step->object = decode_name(reader);
        step->code = read_choice(reader, CODES - 1, "a code of PyArg_ParseTuple is unknown");
        break;
    default:
        reader_fail(reader, "a step is unknown");
    }
}

uint32_t decode_batch(struct reader *batch)
{
    const uint8_t *magic = read_bytes(batch, 4);
    if (magic == NULL || memcmp(magic, "OBS", 3) != 0) {
        reader_fail(batch, "this is no batch of scenarios");
        return 0;
    }
    if (magic[3] != 1) {
        reader_fail(batch, "the version of the packed form is not 1");
        return 0;
    }
    return read_u32(batch);
}

struct reader decode_scenario(struct reader *batch, unsigned *steps)
{
    uint32_t length = read_u32(batch);
    const uint8_t *bytes = read_bytes(batch, length);
    struct reader scenario = bytes == NULL ? reader_of(batch->end, 0) : reader_of(bytes, length);
    if (bytes == NULL) {
        reader_fail(&scenario, batch->problem);
    }
    *steps = read_u16(&scenario);
    if (*steps > MAX_STEPS) {
        reader_fail(&scenario, "a scenario has more than 1000 steps");
        *steps = 0;
    }
    return scenario;
}

const char *check_batch(struct reader batch, struct step *step, char *message, size_t size)
{
    uint32_t scenarios = decode_batch(&batch);
    for (uint32_t i = 0; i < scenarios && batch.problem == NULL; i++) {
        unsigned steps;
        struct reader scenario = decode_scenario(&batch, &steps);
        unsigned done = 0;
        while (done < steps && scenario.problem == NULL) {
            decode_step(&scenario, step);
            done += scenario.problem == NULL;
        }
        if (scenario.problem == NULL && reader_left(&scenario) != 0) {
            reader_fail(&scenario, "there are bytes behind the last step");
        }
        if (scenario.problem != NULL) {
            snprintf(message, size, "scenario %lu, step %u: %s", (unsigned long)i, done, scenario.problem);
            return message;
        }
    }
    if (batch.problem == NULL && reader_left(&batch) != 0) {
        reader_fail(&batch, "there are bytes behind the last scenario");
    }
    return batch.problem;
}
