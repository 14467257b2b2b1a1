#include "within.h"

#include "born.h"
#include "functions.h"
#include "runtime.h"

/* The GIL guards it; a batch runs in one thread, and code inside its steps in the same. */
static struct run *current;

void within_step(struct run *run)
{
    current = run;
}

void step_within(struct run *run)
{
    const struct act *act = &run->step.act;
    struct raised nothing = {0};
    if (object_at(run, act->in) == NULL || object_at(run, act->object) == NULL) {
        put_skipped(run, "no such object");
    } else if (run->act_count == MAX_STEPS) {
        put_skipped(run, "too much is to run inside");
    } else {
        run->acts[run->act_count++] = *act;
        put_done_quietly(run, &nothing);
    }
}

/* Calls a function, whose answer nobody asks for. */
static void call_inside(const struct act *act, const struct object *object)
{
    struct outputs outputs = {NULL, 0};
    PyObject *argument = object->unseen ? hand_over(object) : object->level[0];
    if (argument == NULL) {
        return;
    }
    if (function_exists((enum function)act->function)) {
        call_function((enum function)act->function, argument, 0, &outputs);
    }
    PyErr_Clear();
    if (object->unseen) {
        Py_DECREF(argument);
    }
}

/* Resizes what a class hands out, in its __release_buffer__: the view that it is given goes first. */
static void resize_own(struct run *run, const struct act *act, struct object *object, PyObject *view)
{
    run->moved = object;
    object->pristine = false;
    PyObject *none = PyObject_CallMethod(view, "release", NULL);
    if (none == NULL || object->levels < 2) {
        Py_XDECREF(none);
        return;
    }
    Py_DECREF(none);
    PyObject *base = object->level[1];
    if (object->unseen) {
        base = PyObject_CallFunction(runtime()->born_level, "ii", (int)object->slot, 1);
    } else {
        Py_INCREF(base);
    }
    if (base == NULL) {
        return;
    }
    Py_XDECREF(PyObject_CallFunction(
        runtime()->resize, "OOLi", base, Py_None, (long long)act->number, (int)act->way));
    Py_DECREF(base);
}

/* Does one thing to an object; what it raises is set afterwards, and traffic goes on being recorded. */
static void attempt(struct run *run, const struct act *act, struct object *object, PyObject *view)
{
    if (act->tag == INSIDE_CALL) {
        call_inside(act, object);
    } else if (act->tag == INSIDE_RESIZE && act->object == act->in) {
        resize_own(run, act, object, view);
    } else if (act->tag == INSIDE_RESIZE) {
        attempt_resize(object, act->number, act->way);
    } else if (act->tag == INSIDE_RELEASE) {
        attempt_release(object);
    } else {
        run->objects_there &= ~(UINT64_C(1) << object->slot);
        drop_object(object);
    }
}

/* Finds out what became of the memory, which is nobody's traffic. */
static void settle(struct run *run, const struct act *act, struct object *object, const struct raised *raised)
{
    bool recorded = recorder_runs();
    recorder_stop();
    if (act->tag == INSIDE_RESIZE && act->object != act->in) {
        settle_resize(run, object, raised);
    } else if (act->tag == INSIDE_RELEASE) {
        settle_release(run, object, raised);
    }
    if (recorded) {
        recorder_resume();
    }
}

static void perform(struct run *run, const struct act *act, struct place place, PyObject *view)
{
    struct object *object = object_at(run, act->object);
    struct raised raised = {0};
    raised.set = object == NULL;
    if (object != NULL) {
        set_references_aside(run);
        attempt(run, act, object, view);
        take_raised(&raised);
        settle(run, act, object, &raised);
        /* A view that goes early is one that goes: that is the call's own account. */
        if (act->object != act->in || act->tag != INSIDE_RESIZE) {
            excuse_references(run);
        }
    }
    run->sliced_anew |= !raised.set && act->moment == MOMENT_INDEX && act->tag != INSIDE_CALL;
    record(place, raised.set ? TRAFFIC_ACTED_IN_VAIN : TRAFFIC_ACTED, 0);
}

/* Whether something is to be done in a method of an object now. Marked, so that what it calls does not begin anew. */
static bool mark_due(struct run *run, struct place place, int moment)
{
    bool due = false;
    for (unsigned i = 0; i < run->act_count; i++) {
        struct act *act = &run->acts[i];
        if (act->state == ACT_WAITS && act->in == place.object && act->moment == moment) {
            act->state = ACT_IS_DUE;
            due = true;
        }
    }
    return due;
}

PyObject *act_for_python(PyObject *self, PyObject *arguments)
{
    (void)self;
    unsigned char object, depth;
    unsigned int life;
    int moment;
    PyObject *view; /* borrowed */
    if (!PyArg_ParseTuple(arguments, "(bbI)iO", &object, &depth, &life, &moment, &view)) {
        return NULL;
    }
    struct run *run = current;
    struct place place = {object, depth, life};
    if (run == NULL || run->act_count == 0) {
        Py_RETURN_NONE;
    }
    if (moment == MOMENT_INDEX) {
        place.object = run->step.of;
    } else if (depth != 0 || !recorder_runs() || !recorder_lives(place)) {
        Py_RETURN_NONE;
    }
    if (mark_due(run, place, moment)) {
        for (unsigned i = 0; i < run->act_count; i++) {
            struct act *act = &run->acts[i];
            if (act->state == ACT_IS_DUE && act->in == place.object && act->moment == moment) {
                act->state = ACT_IS_OVER;
                perform(run, act, place, view);
            }
        }
    }
    Py_RETURN_NONE;
}
