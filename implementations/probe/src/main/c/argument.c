/* Objects on their way into a call. */
#include "run.h"

#include "born.h"

PyObject *argument_of(struct run *run, const struct object *object)
{
    if (!object->unseen) {
        return object->level[0];
    }
    PyObject *argument = hand_over(object);
    if (argument == NULL) {
        PyErr_Clear();
        put_skipped(run, "Python does not hand the object over");
    }
    return argument;
}

void give_argument_back(struct object *object, PyObject *argument)
{
    if (!object->unseen) {
        return;
    }
    if (take_over(object) != 0) {
        PyErr_Clear();
    }
    Py_DECREF(argument);
}
