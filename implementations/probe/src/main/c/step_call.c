/* The step that everything is about: a call of one of the four functions. */
#include "run.h"

#include <limits.h>
#include <string.h>

#include "functions.h"
#include "runtime.h"

enum { EVENT_CALLED = 2, DIRTY_BYTES = 4096, DIRT = 0xA5 };

#define UNCOUNTED INT32_MIN
#define UNLIKELY_LENGTH ((Py_ssize_t)-0x5EA1ED5EA1ED)

/* Reference counts before a call of every object of the scenario, inner ones included. */
struct counts {
    int count;
    PyObject *object[NAMES * MAX_NESTING]; /* borrowed */
    Py_ssize_t before[NAMES * MAX_NESTING];
};

/* What a call left behind. */
struct call {
    int code;
    bool pointer_touched;
    bool length_touched;
    struct outputs outputs;
    struct raised raised;
    int32_t references;
    int32_t others;
    int64_t damage;
    struct sample sample;
};

/* Leaves rubbish on the stack where the call's variables will be: one that it forgets to fill shows. */
static __attribute__((noinline)) void dirty_stack(void)
{
    char room[DIRTY_BYTES];
    void *(*volatile fill)(void *, int, size_t) = memset; /* volatile: or it would be left out */
    fill(room, DIRT, sizeof(room));
}

static __attribute__((noinline)) int call_on_dirty_stack(
    const struct step *step, PyObject *object, struct outputs *outputs)
{
    dirty_stack();
    return call_function((enum function)step->function, object, step->nulls, outputs);
}

static void count_references(const struct run *run, struct counts *counts)
{
    counts->count = 0;
    for (uint64_t left = run->objects_there; left != 0; left &= left - 1) {
        const struct object *object = &run->objects[__builtin_ctzll(left)];
        for (int i = 0; i < object->levels; i++) {
            counts->object[counts->count] = object->level[i];
            counts->before[counts->count++] = reference_count(object->level[i]);
        }
    }
}

static int32_t clamp(int64_t change)
{
    return (int32_t)(change > INT32_MAX ? INT32_MAX : change < -INT32_MAX ? -INT32_MAX : change);
}

/* Tells how counts changed, and gives back references that were taken from us. */
static void compare_references(const struct counts *counts, PyObject *object, struct call *call)
{
    int64_t own = 0;
    int64_t others = 0;
    bool others_counted = true;
    for (int i = 0; i < counts->count; i++) {
        int64_t change = reference_change(counts->object[i], counts->before[i]);
        if (counts->object[i] == object) {
            own = change;
        } else {
            others += change;
            others_counted = others_counted && reference_counts(counts->object[i]);
        }
    }
    for (int i = 0; i < counts->count; i++) {
        for (Py_ssize_t lost = reference_change(counts->object[i], counts->before[i]); lost < 0; lost++) {
            Py_INCREF(counts->object[i]);
        }
    }
    call->references = reference_counts(object) ? clamp(own) : UNCOUNTED;
    call->others = others_counted ? clamp(others) : UNCOUNTED;
}

static void do_call(const struct step *step, PyObject *object, struct call *call)
{
    static const char pointer_sentinel = 0;
    call->outputs.pointer = &pointer_sentinel;
    call->outputs.length = UNLIKELY_LENGTH;
    if (step->pending != 0) {
        PyErr_SetString(runtime()->exceptions[step->pending - 1], "pending");
    }
    PyObject *argument = (step->nulls & NULL_OBJECT) != 0 ? NULL : object;
    recorder_start();
    call->code = call_on_dirty_stack(step, argument, &call->outputs);
    recorder_stop();
    take_raised(&call->raised);
    call->pointer_touched = call->outputs.pointer != &pointer_sentinel;
    call->length_touched = call->outputs.length != UNLIKELY_LENGTH;
}

/* Samples what a call that succeeded returned, and remembers it for Peek and Poke. */
static void look_through_pointer(const struct step *step, struct object *object, struct call *call)
{
    call->sample.state = SAMPLE_NONE;
    call->sample.count = 0;
    if (call->code != 0 || step->function == FUNCTION_CHECK) {
        return;
    }
    struct returned *returned = &object->returned[step->function];
    returned->known = call->pointer_touched && call->length_touched;
    if (returned->known) {
        returned->pointer = call->outputs.pointer;
        returned->length = call->outputs.length;
        call->sample = take_sample(returned->pointer, returned->length, &object->truth);
    }
}

static void put_call(struct run *run, const struct object *object, const struct call *call)
{
    struct writer *out = &run->out;
    put_u8(out, EVENT_CALLED);
    put_i32(out, call->code);
    put_raised(out, &call->raised);
    if (call->pointer_touched) {
        put_pointer(run, &object->truth, call->outputs.pointer);
    } else {
        put_untouched(run);
    }
    put_u8(out, call->length_touched);
    put_i64(out, call->length_touched ? (int64_t)call->outputs.length : 0);
    put_sample(out, &call->sample);
    put_i32(out, call->references);
    put_i32(out, call->others);
    put_i64(out, call->damage);
    put_traffic(out);
}

void step_call(struct run *run)
{
    const struct step *step = &run->step;
    struct object *object = object_at(run, step->object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    if (!function_exists((enum function)step->function)) {
        run->unsupported = function_name((enum function)step->function);
        return;
    }
    struct call call;
    struct counts counts;
    take_snapshot(&run->snapshot, &object->truth);
    count_references(run, &counts);
    do_call(step, object->level[0], &call);
    compare_references(&counts, object->level[0], &call);
    call.damage = first_change(&run->snapshot, &object->truth);
    look_through_pointer(step, object, &call);
    put_call(run, object, &call);
}
