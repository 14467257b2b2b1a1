/* Steps that read and write memory: through a pointer returned earlier, or by other means. */
#include "run.h"

#include "born.h"
#include "runtime.h"
#include "scripted.h"

enum { EVENT_PEEKED = 4, EVENT_POKED = 5 };

void step_peek(struct run *run)
{
    const struct object *object = object_at(run, run->step.object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    const struct returned *returned = &object->returned[run->step.function];
    if (!returned->known) {
        put_skipped(run, "no pointer");
        return;
    }
    struct sample sample = take_sample(returned->pointer, returned->length, &object->truth);
    put_u8(&run->out, EVENT_PEEKED);
    put_sample(&run->out, &sample);
}

/* Where a byte of the object's memory is in the innermost object's own: its offset there, or -1. */
static int64_t innermost_offset(const struct object *object, const uint8_t *byte)
{
    struct truth truth = truth_of(object, object->levels - 1);
    return truth_holds(&truth, byte, 1) ? (int64_t)(byte - truth.low) : -1;
}

/* Reads a byte by other means than a pointer: 0 to 255, or -1. */
static int read_otherwise(const struct object *object, const uint8_t *byte)
{
    PyObject *innermost = object->level[object->levels - 1];
    if (scripted_check(innermost)) {
        return *byte; /* It is ours to read. */
    }
    int64_t index = innermost_offset(object, byte);
    PyObject *number =
        index < 0 ? NULL : PyObject_CallFunction(runtime()->get_byte, "OL", innermost, (long long)index);
    int value = number == NULL ? -1 : (int)PyLong_AsLong(number);
    Py_XDECREF(number);
    PyErr_Clear();
    return value;
}

/* Writes a byte by other means than a pointer; what that raises is set afterwards. */
static void write_otherwise(const struct object *object, const uint8_t *byte, uint8_t value)
{
    PyObject *innermost = object->level[object->levels - 1];
    if (scripted_check(innermost)) {
        *(uint8_t *)(uintptr_t)byte = value;
        return;
    }
    int64_t index = innermost_offset(object, byte);
    if (index < 0) {
        PyErr_SetString(PyExc_ValueError, "the innermost object does not hold the byte");
        return;
    }
    PyObject *none =
        PyObject_CallFunction(runtime()->set_byte, "OLi", innermost, (long long)index, (int)value);
    Py_XDECREF(none);
}

/* Read-only memory that a wrong function handed out is an answer to tell of, not a reason to die. */
static bool write_through(const struct truth *truth, uintptr_t target, uint8_t value)
{
    if (truth->readonly) {
        return safe_write((void *)target, &value, 1);
    }
    *(volatile uint8_t *)target = value;
    return true;
}

void step_poke(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    const struct returned *returned = &object->returned[FUNCTION_WRITE];
    if (!returned->known) {
        put_skipped(run, "no pointer");
        return;
    }
    find_truth(object);
    uintptr_t target = (uintptr_t)returned->pointer + (uintptr_t)run->step.number;
    if (!truth_holds(&object->truth, (const void *)target, 1)) {
        put_skipped(run, "the pointer is not in the object's memory");
        return;
    }
    if (!write_through(&object->truth, target, run->step.value)) {
        put_skipped(run, "the pointer cannot be written through");
        return;
    }
    put_u8(&run->out, EVENT_POKED);
    put_u16(&run->out, (unsigned)read_otherwise(object, (const uint8_t *)target));
}

void step_change(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    struct raised raised;
    if (object->unseen) {
        change_in_python(object, run->step.number, run->step.value);
        take_raised(&raised);
        put_done_quietly(run, &raised);
        return;
    }
    const uint8_t *byte = (const uint8_t *)((uintptr_t)object->truth.origin + (uintptr_t)run->step.number);
    if (!truth_holds(&object->truth, byte, 1)) {
        put_skipped(run, "the object has no such byte");
        return;
    }
    write_otherwise(object, byte, run->step.value);
    take_raised(&raised);
    put_done_quietly(run, &raised);
}
