/* The step that everything is about: a call of one of the four functions. */
#include "run.h"

#include <limits.h>
#include <string.h>

#include "born.h"
#include "forks.h"
#include "functions.h"
#include "runtime.h"
#include "serve.h"

enum { EVENT_CALLED = 2, DIRTY_BYTES = 4096, DIRT = 0xA5 };

enum { DAMAGE_NONE, DAMAGE_SEEN, DAMAGE_PLACED };

#define UNCOUNTED INT32_MIN
#define UNLIKELY_LENGTH ((Py_ssize_t)-0x5EA1ED5EA1ED)

/* The reference count of an object of the scenario, or of one inside it. */
struct counted {
    PyObject *object; /* borrowed; NULL where C has not seen it yet */
    uint8_t slot;
    uint8_t depth;
    bool told; /* whether a change of it says something of the call */
    bool gone; /* it was dropped while the call ran */
    Py_ssize_t before;
    Py_ssize_t aside;
    Py_ssize_t change;
};

struct counts {
    int count;
    struct counted of[NAMES * MAX_NESTING];
};

/* What a call left behind. */
struct call {
    int code;
    bool pointer_touched;
    bool length_touched;
    struct outputs outputs;
    struct raised raised;
    struct damage damage;
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

/* Whether all of Python shares an object, so that its count changes for reasons of anybody's. */
static bool is_shared(PyObject *object)
{
    return object == Py_None || object == (PyObject *)&PyLong_Type || PyLong_CheckExact(object);
}

static void count_references(const struct run *run, struct counts *counts)
{
    counts->count = 0;
    for (uint64_t left = run->objects_there; left != 0; left &= left - 1) {
        const struct object *object = &run->objects[__builtin_ctzll(left)];
        for (int i = 0; i < object->levels; i++) {
            struct counted *counted = &counts->of[counts->count++];
            counted->object = object->unseen ? NULL : object->level[i];
            counted->slot = object->slot;
            counted->depth = (uint8_t)i;
            counted->told = !object->unseen && level_counts(object, i);
            counted->before = object->unseen ? 0 : reference_count(object->level[i]);
            counted->gone = false;
            counted->change = 0;
        }
    }
}

void set_references_aside(struct run *run)
{
    for (int i = 0; run->counts != NULL && i < run->counts->count; i++) {
        struct counted *counted = &run->counts->of[i];
        counted->aside = counted->object == NULL ? 0 : reference_count(counted->object);
    }
}

void excuse_references(struct run *run)
{
    for (int i = 0; run->counts != NULL && i < run->counts->count; i++) {
        struct counted *counted = &run->counts->of[i];
        if (object_at(run, counted->slot) == NULL) {
            counted->object = NULL;
            counted->gone = true;
        } else if (counted->object != NULL) {
            counted->before += reference_count(counted->object) - counted->aside;
        }
    }
}

static int32_t clamp(int64_t change)
{
    return (int32_t)(change > INT32_MAX ? INT32_MAX : change < -INT32_MAX ? -INT32_MAX : change);
}

/* Finds out how counts changed, and gives back references that were taken from us. */
static void compare_references(struct counts *counts)
{
    for (int i = 0; i < counts->count; i++) {
        if (counts->of[i].object == NULL) {
            continue;
        }
        counts->of[i].change = reference_change(counts->of[i].object, counts->of[i].before);
    }
    for (int i = 0; i < counts->count; i++) {
        if (counts->of[i].object == NULL) {
            continue;
        }
        /* Asked anew: an object may stand here twice. */
        for (Py_ssize_t lost = reference_change(counts->of[i].object, counts->of[i].before); lost < 0; lost++) {
            Py_INCREF(counts->of[i].object);
        }
    }
}

static bool is_called(const struct counted *counted, const struct object *object)
{
    return counted->slot == object->slot && counted->depth == 0;
}

/* Writes the counts of all but the object called that changed or cannot be told; tells how many. */
static unsigned put_others(struct writer *out, const struct counts *counts, const struct object *object)
{
    unsigned listed = 0;
    for (int i = 0; i < counts->count; i++) {
        const struct counted *counted = &counts->of[i];
        bool told = counted->told && !counted->gone && !is_shared(counted->object);
        if (counted->gone || is_called(counted, object) || (told && counted->change == 0)) {
            continue;
        }
        put_u8(out, counted->slot);
        put_u8(out, counted->depth);
        put_i32(out, told ? clamp(counted->change) : UNCOUNTED);
        listed++;
    }
    return listed;
}

/* Writes how the object's own count changed, and those of others. */
static void put_counts(struct writer *out, const struct counts *counts, const struct object *object)
{
    for (int i = 0; i < counts->count; i++) {
        if (is_called(&counts->of[i], object)) {
            put_i32(out, counts->of[i].told ? clamp(counts->of[i].change) : UNCOUNTED);
        }
    }
    put_u8(out, 1); /* those not listed are told: they did not change */
    struct writer start = *out;
    put_u16(out, 0);
    unsigned listed = put_others(out, counts, object);
    put_u16(&start, listed);
}

/* Writes where the first byte that changed is, if any did. */
static void put_damage(struct writer *out, const struct damage *damage)
{
    put_u8(out, !damage->done ? DAMAGE_NONE : damage->whole_known ? DAMAGE_PLACED : DAMAGE_SEEN);
    if (damage->done) {
        put_i64(out, damage->from_first);
        if (damage->whole_known) {
            put_i64(out, damage->offset);
        }
    }
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
    end_copies();
    end_deaf();
    recorder_stop();
    take_raised(&call->raised);
    call->pointer_touched = call->outputs.pointer != &pointer_sentinel;
    call->length_touched = call->outputs.length != UNLIKELY_LENGTH;
}

/* Samples what a call that succeeded returned, and remembers it for Peek and Poke. */
static void look_through_pointer(
    const struct step *step, struct object *object, bool gone, struct call *call)
{
    call->sample.state = SAMPLE_NONE;
    call->sample.count = 0;
    if (call->code != 0 || step->function == FUNCTION_CHECK) {
        return;
    }
    struct returned *returned = &object->returned[step->function];
    if (gone) {
        returned->known = false;
        return;
    }
    returned->known = call->pointer_touched && call->length_touched;
    if (returned->known) {
        returned->pointer = call->outputs.pointer;
        returned->length = call->outputs.length;
        call->sample = take_sample(returned->pointer, returned->length, &object->truth);
    }
}

static void put_call(
    struct run *run, const struct object *object, const struct counts *counts, const struct call *call)
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
    put_counts(out, counts, object);
    put_damage(out, &call->damage);
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
    if (step->pending != 0 && runtime()->asserts) {
        run->unsupported = "a call with an exception pending, of which a debug build dies";
        return;
    }
    struct call call;
    struct counts counts;
    const struct watched watched = {object->truth, object->whole};
    bool first = object->unseen && (step->nulls & NULL_OBJECT) == 0;
    PyObject *argument = first || !object->unseen ? argument_of(run, object) : NULL;
    if (argument == NULL && first) {
        return;
    }
    take_snapshot(&run->snapshot, &watched);
    count_references(run, &counts);
    run->counts = &counts;
    do_call(step, argument, &call);
    run->counts = NULL;
    compare_references(&counts);
    const bool gone = run->moved == object;
    if (first) {
        give_argument_back(object, argument);
    }
    call.damage = gone    ? (struct damage){false, true, 0, 0}
                  : first ? damage_since_birth(object)
                          : first_change(&run->snapshot, &watched);
    look_through_pointer(step, object, gone, &call);
    put_call(run, object, &counts, &call);
}
