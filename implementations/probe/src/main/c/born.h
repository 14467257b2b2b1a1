/*
 * Objects that Python code makes and keeps. Nothing of C sees one before a step needs it: no request, no reference count,
 * no pointer. Runtimes differ in what they do when an object crosses the border to C for the first time.
 */
#ifndef OLDBUFFER_BORN_H
#define OLDBUFFER_BORN_H

#include "object.h"

/* Has Python code make an object with all that is inside it; no level of it is there yet. */
struct made make_in_python(const struct exporter_chain *chain, uint8_t slot, struct object *object);

/* Words that outlive the object of Python they come from; the next ones take their place. */
const char *keep_words(PyObject *text);

/* The outermost object, handed to C: a new reference, or NULL with an exception set. */
PyObject *hand_over(const struct object *object);

/*
 * Takes an object that C has seen over from Python: from now on it is as one that C made. 0, or -1 with an exception set
 * and nothing changed.
 */
int take_over(struct object *object);

/* Makes an object over the memory of one that C has not seen, and C does not see it either. */
void share_in_python(
    const struct object *base, uint8_t way, int64_t start, struct object *object, struct made *made);

/* What can be done to an object that C has not seen; what it raises is set afterwards. */
void change_in_python(struct object *object, int64_t offset, uint8_t value);
void resize_in_python(struct object *object, int64_t bytes, uint8_t way);
void release_in_python(struct object *object);
void drop_in_python(const struct object *object);

/* Where memory that nothing has changed since it was made is not what its description says; no damage elsewhere. */
struct damage damage_since_birth(const struct object *object);

#endif
