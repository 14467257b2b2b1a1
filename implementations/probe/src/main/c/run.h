/* A batch under way: the objects and views of the scenario that runs, and where its events go. */
#ifndef OLDBUFFER_RUN_H
#define OLDBUFFER_RUN_H

#include "python_api.h"

#include "object.h"
#include "raised.h"
#include "scenario.h"

#define MAX_ADDRESSES MAX_STEPS /* a step tells of one address at most */

enum pointer_kind { POINTER_UNTOUCHED, POINTER_NULL, POINTER_WITHIN, POINTER_ELSEWHERE };

struct run {
    struct writer out;
    uint64_t objects_there; /* bit n: object n is there */
    uint64_t views_there;
    struct object objects[NAMES];
    Py_buffer views[NAMES];
    uintptr_t addresses[MAX_ADDRESSES]; /* elsewhere, in the order of their appearance */
    unsigned address_count;
    const char *unsupported; /* what the runtime lacks for this scenario, or NULL */
    struct step step;        /* the step under way */
    struct act acts[MAX_STEPS]; /* what runs inside steps, in the order in which it was laid down */
    unsigned act_count;
    struct object *moved;    /* whose own code moved its memory inside the step, or NULL */
    bool sliced_anew;        /* something was done to objects while the step sliced one */
    struct counts *counts;   /* of the call under way, or NULL */
    struct snapshot snapshot; /* of the object's memory before a call */
};

/* The object, or NULL where there is none of that number. */
struct object *object_at(struct run *run, uint8_t slot);

/* Begins a scenario: no objects, no views. */
void begin_scenario(struct run *run);

/* Does a step and writes its event; or sets run->unsupported, and then the scenario is over. */
void run_step(struct run *run);

/* Ends a scenario: releases views and drops objects that are left. */
void end_scenario(struct run *run);

/* Kinds of steps, each in a file of its own. */
void step_call(struct run *run);
void step_peek(struct run *run);
void step_poke(struct run *run);
void step_change(struct run *run);
void step_resize(struct run *run);
void step_release(struct run *run);
void step_acquire(struct run *run);
void step_release_view(struct run *run);
void step_parse(struct run *run);
void step_append(struct run *run);

/* Tries to resize, release or close an object; what that raises is set afterwards. */
void attempt_resize(struct object *object, int64_t bytes, uint8_t way);
void attempt_release(struct object *object);

/* Finds out what became of the memory of an object that was to be resized, released or closed. */
void settle_resize(struct run *run, struct object *object, const struct raised *raised);
void settle_release(struct run *run, struct object *object, const struct raised *raised);

/* What happens to reference counts between the two is not the doing of the call under way. */
void set_references_aside(struct run *run);
void excuse_references(struct run *run);

/*
 * The object for a call: borrowed, or, where C sees it for the first time, a new reference; or NULL, and the step is
 * skipped. What is had goes to give_argument_back after the call.
 */
PyObject *argument_of(struct run *run, const struct object *object);
void give_argument_back(struct object *object, PyObject *argument);

/* Events, and parts of events. */
void put_skipped(struct run *run, const char *why);
void put_done(struct run *run, const struct raised *raised);
void put_pointer(struct run *run, const struct truth *truth, const void *pointer);
void put_untouched(struct run *run);

/* A done step that recorded nothing because it ran no exporter's code that counts. */
void put_done_quietly(struct run *run, const struct raised *raised);

#endif
