#include "run.h"

#include "born.h"
#include "make_of_c.h"
#include "scripted.h"
#include "within.h"

enum { EVENT_MADE = 1, EVENT_MADE_AND_TOLD = 8 };

struct object *object_at(struct run *run, uint8_t slot)
{
    return (run->objects_there >> slot & 1) != 0 ? &run->objects[slot] : NULL;
}

void begin_scenario(struct run *run)
{
    run->objects_there = 0;
    run->views_there = 0;
    run->address_count = 0;
    run->act_count = 0;
    run->counts = NULL;
    run->unsupported = NULL;
    recorder_end_lives();
}

/* Tells of an object that was to be made, and that has its number if it was. */
static void put_made(struct run *run, struct made made, uint8_t slot)
{
    if (made.unsupported != NULL) {
        run->unsupported = made.unsupported;
        return;
    }
    if (made.senseless != NULL) {
        put_skipped(run, made.senseless);
        return;
    }
    if (!made.raised) {
        run->objects_there |= UINT64_C(1) << slot;
    }
    struct raised raised;
    take_raised(&raised);
    const struct object *object = &run->objects[slot];
    put_u8(&run->out, object->told_length > 0 ? EVENT_MADE_AND_TOLD : EVENT_MADE);
    put_raised(&run->out, &raised);
    put_bytes(&run->out, object->told, object->told_length);
}

static void step_share(struct run *run)
{
    uint8_t slot = run->step.object;
    struct object *base = object_at(run, run->step.of);
    if (base == NULL) {
        put_skipped(run, "no such object");
    } else if (object_at(run, slot) != NULL) {
        put_skipped(run, "the object's number is in use");
    } else {
        struct object *object = &run->objects[slot];
        run->sliced_anew = false;
        struct made made = share_object(base, run->step.way, run->step.number, slot, object);
        if (run->sliced_anew) {
            object->doubtful = true;
            object->truth.known = false;
            object->whole.known = false;
        }
        put_made(run, made, slot);
    }
}

static void step_make(struct run *run)
{
    uint8_t slot = run->step.object;
    if (object_at(run, slot) != NULL) {
        put_skipped(run, "the object's number is in use");
        return;
    }
    struct made made = make_object(
        &run->step.exporter, slot, run->step.tag == STEP_MAKE_IN_PYTHON, &run->objects[slot]);
    put_made(run, made, slot);
}

/* Hands the object to C, where nobody looks at it. */
static void step_border(struct run *run)
{
    const struct object *object = object_at(run, run->step.object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    PyObject *seen = object->unseen ? hand_over(object) : NULL;
    struct raised raised;
    take_raised(&raised);
    Py_XDECREF(seen);
    put_done_quietly(run, &raised);
}

static void step_drop(struct run *run)
{
    uint8_t slot = run->step.object;
    struct object *object = object_at(run, slot);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    struct raised raised;
    run->objects_there &= ~(UINT64_C(1) << slot);
    recorder_start();
    drop_object(object);
    recorder_stop();
    take_raised(&raised);
    put_done(run, &raised);
}

void run_step(struct run *run)
{
    run->moved = NULL;
    within_step(run);
    switch (run->step.tag) {
    case STEP_MAKE:
    case STEP_MAKE_IN_PYTHON:
        step_make(run);
        break;
    case STEP_CALL:
        step_call(run);
        break;
    case STEP_PEEK:
        step_peek(run);
        break;
    case STEP_POKE:
        step_poke(run);
        break;
    case STEP_CHANGE:
        step_change(run);
        break;
    case STEP_RESIZE:
    case STEP_RESIZE_SO:
        step_resize(run);
        break;
    case STEP_RELEASE:
        step_release(run);
        break;
    case STEP_ACQUIRE:
        step_acquire(run);
        break;
    case STEP_RELEASE_VIEW:
        step_release_view(run);
        break;
    case STEP_PARSE:
        step_parse(run);
        break;
    case STEP_SHARE:
        step_share(run);
        break;
    case STEP_APPEND:
        step_append(run);
        break;
    case STEP_WITHIN:
        step_within(run);
        break;
    case STEP_BORDER:
        step_border(run);
        break;
    default:
        step_drop(run);
    }
    /* Whatever a wrong function left behind ends with its step. */
    PyErr_Clear();
    within_step(NULL);
    if (run->moved != NULL && !run->moved->unseen) {
        find_truth(run->moved);
        forget_pointers(run->moved);
    }
}

void end_scenario(struct run *run)
{
    for (uint64_t left = run->views_there; left != 0; left &= left - 1) {
        PyBuffer_Release(&run->views[__builtin_ctzll(left)]);
    }
    for (uint64_t left = run->objects_there; left != 0; left &= left - 1) {
        drop_object(&run->objects[__builtin_ctzll(left)]);
    }
    run->views_there = 0;
    run->objects_there = 0;
    scripted_end_scenario();
    of_c_end_scenario();
    PyErr_Clear();
}
