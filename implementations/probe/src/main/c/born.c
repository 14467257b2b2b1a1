#include "born.h"

#include <stdio.h>
#include <string.h>

#include "kind.h"
#include "raised.h"
#include "runtime.h"

/* The operations of a memoryview for Python: a new reference. */
static PyObject *describe_slice(const struct operation *operation)
{
    PyObject *bounds[2] = {NULL, NULL};
    for (int i = 0; i < 2; i++) {
        if (operation->numbers[i] == NONE64) {
            Py_INCREF(Py_None);
            bounds[i] = Py_None;
        } else {
            bounds[i] = PyLong_FromLongLong(operation->numbers[i]);
        }
    }
    PyObject *described = NULL;
    if (bounds[0] != NULL && bounds[1] != NULL) {
        described =
            Py_BuildValue("(iOOL)", OPERATION_SLICE, bounds[0], bounds[1], (long long)operation->numbers[2]);
    }
    Py_XDECREF(bounds[0]);
    Py_XDECREF(bounds[1]);
    return described;
}

static PyObject *describe_cast(const struct operation *operation)
{
    if (operation->dimensions == NO_SHAPE) {
        return Py_BuildValue("(iCO)", OPERATION_CAST, operation->format, Py_None);
    }
    PyObject *shape = PyList_New(operation->dimensions);
    for (int i = 0; shape != NULL && i < operation->dimensions; i++) {
        PyObject *number = PyLong_FromLongLong(operation->numbers[i]);
        if (number == NULL || PyList_SetItem(shape, i, number) != 0) { /* takes number over */
            Py_CLEAR(shape);
        }
    }
    return shape == NULL ? NULL : Py_BuildValue("(iCN)", OPERATION_CAST, operation->format, shape);
}

static PyObject *describe_operations(const struct exporter *exporter)
{
    PyObject *operations = PyTuple_New(exporter->as.view.count);
    for (int i = 0; operations != NULL && i < exporter->as.view.count; i++) {
        const struct operation *operation = &exporter->as.view.operations[i];
        PyObject *described = operation->tag == OPERATION_SLICE  ? describe_slice(operation)
                              : operation->tag == OPERATION_CAST ? describe_cast(operation)
                                                                 : Py_BuildValue("(i)", OPERATION_TO_READONLY);
        if (described == NULL || PyTuple_SetItem(operations, i, described) != 0) { /* takes described over */
            Py_CLEAR(operations);
        }
    }
    return operations;
}

/* What Python needs to make one object, but for those inside it: a new reference. */
static PyObject *describe(const struct exporter *exporter, struct place place)
{
    long long length = (long long)exporter->length;
    int tag = exporter->tag;
    int seed = exporter->seed;
    const struct kind *kind = kind_of(exporter->tag);
    if (kind != NULL) {
        return kind->describe(exporter);
    }
    switch (exporter->tag) {
    case EXPORTER_BYTES:
    case EXPORTER_BYTEARRAY:
        return Py_BuildValue("(iLii)", tag, length, seed, (int)exporter->as.subclass);
    case EXPORTER_NON_BUFFER:
        return Py_BuildValue("(ii)", tag, (int)exporter->as.non_buffer);
    case EXPORTER_ARRAY:
        return Py_BuildValue("(iCLi)", tag, exporter->as.typecode, length, seed);
    case EXPORTER_MEMORYVIEW: {
        PyObject *operations = describe_operations(exporter);
        return operations == NULL ? NULL : Py_BuildValue("(iN)", tag, operations);
    }
    case EXPORTER_MMAP:
        return Py_BuildValue("(iiLi)", tag, (int)exporter->as.access, length, seed);
    case EXPORTER_CTYPES:
        return Py_BuildValue(
            "(iiCLi)", tag, (int)exporter->as.ctypes.shape, exporter->as.ctypes.element, length, seed);
    case EXPORTER_LIBRARY:
        return Py_BuildValue(
            "(iiLi)", tag, (int)exporter->as.library, length * library_item_sizes[exporter->as.library], seed);
    case EXPORTER_PYTHON:
        return Py_BuildValue(
            "(is#s#)", tag, (const char *)exporter->as.python.expression,
            (Py_ssize_t)exporter->as.python.expression_length, (const char *)exporter->as.python.setup,
            (Py_ssize_t)exporter->as.python.setup_length);
    default:
        return Py_BuildValue(
            "(iiii(iiI))", tag, (int)exporter->as.python_class.answer, (int)exporter->as.python_class.exception,
            (int)exporter->as.python_class.releases, place.object, place.depth, place.life);
    }
}

/* The descriptions of an object and of all inside it, outermost first: a new reference. */
static PyObject *describe_levels(const struct exporter_chain *chain, uint8_t slot, uint32_t life)
{
    PyObject *levels = PyTuple_New(chain->levels);
    for (int i = 0; levels != NULL && i < chain->levels; i++) {
        struct place place = {slot, (uint8_t)i, life};
        PyObject *level = describe(&chain->level[i], place);
        if (level == NULL || PyTuple_SetItem(levels, i, level) != 0) { /* takes level over */
            Py_CLEAR(levels);
        }
    }
    return levels;
}

/* Bytes of an exporter that has its own memory; -1 where it has none, or where its bytes are all zeros. */
static int64_t own_bytes(const struct exporter *exporter)
{
    const struct kind *kind = kind_of(exporter->tag);
    if (kind != NULL) {
        return kind->bytes(exporter);
    }
    switch (exporter->tag) {
    case EXPORTER_NON_BUFFER:
    case EXPORTER_PYTHON:
        return -1;
    case EXPORTER_ARRAY:
        return exporter->length * format_size(exporter->as.typecode);
    case EXPORTER_LIBRARY:
        return exporter->length * library_item_sizes[exporter->as.library];
    case EXPORTER_CTYPES:
        return exporter->length * format_size(exporter->as.ctypes.element);
    default:
        return exporter->length <= SPARSE_ABOVE ? exporter->length : -1;
    }
}

const char *keep_words(PyObject *text)
{
    static char words[512];
    const char *utf8 = PyUnicode_AsUTF8(text); /* borrowed */
    snprintf(words, sizeof(words), "%s", utf8 == NULL ? "unknown" : utf8);
    PyErr_Clear();
    words[text_cut(words, strlen(words), sizeof(words) - 1)] = 0;
    return words;
}

/* Takes what Python answered over: a pair of what it lacks and of what makes no sense, or what it tells of the object. */
static void take_answer(PyObject *answer, struct object *object, struct made *made)
{
    if (answer == NULL) {
        made->raised = true;
        require_exception();
        return;
    }
    if (PyTuple_Check(answer)) {
        PyObject *lacking = PyTuple_GetItem(answer, 0);   /* borrowed */
        PyObject *senseless = PyTuple_GetItem(answer, 1); /* borrowed */
        if (lacking != NULL && lacking != Py_None) {
            made->unsupported = keep_words(lacking);
        } else {
            made->senseless = senseless == NULL ? "no such object" : keep_words(senseless);
        }
        PyErr_Clear();
    } else if (PyBytes_Check(answer) && PyBytes_GET_SIZE(answer) <= (Py_ssize_t)sizeof(object->told)) {
        object->told_length = (size_t)PyBytes_GET_SIZE(answer);
        memcpy(object->told, PyBytes_AS_STRING(answer), object->told_length);
    }
    Py_DECREF(answer);
}

struct made make_in_python(const struct exporter_chain *chain, uint8_t slot, struct object *object)
{
    struct made made = {NULL, NULL, false, NULL};
    const struct exporter *innermost = &chain->level[chain->levels - 1];
    for (int i = 0; i < chain->levels; i++) {
        object->level[i] = NULL;
        if (chain->level[i].tag == EXPORTER_SCRIPTED) {
            made.senseless = "Python code cannot make a scripted exporter";
            return made;
        }
    }
    object->unseen = true;
    object->pristine = true;
    object->released = false;
    object->seed = innermost->seed;
    object->bytes = own_bytes(innermost);
    PyObject *levels = describe_levels(chain, slot, recorder_begin_life(slot));
    PyObject *answer = NULL;
    if (levels != NULL) {
        answer = PyObject_CallFunction(runtime()->born, "iN", (int)slot, levels);
    }
    take_answer(answer, object, &made);
    return made;
}

void share_in_python(
    const struct object *base, uint8_t way, int64_t start, struct object *object, struct made *made)
{
    object->unseen = true;
    PyObject *answer = PyObject_CallFunction(
        runtime()->born_share, "iiiL", (int)object->slot, (int)base->slot, (int)way, (long long)start);
    take_answer(answer, object, made);
}

PyObject *hand_over(const struct object *object)
{
    return PyObject_CallFunction(runtime()->born_level, "ii", (int)object->slot, 0);
}

int take_over(struct object *object)
{
    PyObject *level[MAX_NESTING];
    for (int i = 0; i < object->levels; i++) {
        level[i] = PyObject_CallFunction(runtime()->born_level, "ii", (int)object->slot, i);
        if (level[i] == NULL) {
            while (i-- > 0) {
                Py_DECREF(level[i]);
            }
            return -1;
        }
    }
    PyObject *stream = PyObject_CallFunction(runtime()->born_stream, "i", (int)object->slot);
    if (stream == NULL) {
        for (int i = 0; i < object->levels; i++) {
            Py_DECREF(level[i]);
        }
        return -1;
    }
    if (stream == Py_None) {
        Py_CLEAR(stream);
    }
    memcpy(object->level, level, sizeof(PyObject *) * (size_t)object->levels);
    object->stream = stream;
    object->unseen = false;
    drop_in_python(object);
    keep_object(object);
    if (!object->released) {
        find_truth(object);
    }
    return 0;
}

/* Forgets the result of a call; an exception stays. */
static void forget(PyObject *result)
{
    Py_XDECREF(result);
}

void change_in_python(struct object *object, int64_t offset, uint8_t value)
{
    object->pristine = false;
    forget(PyObject_CallFunction(
        runtime()->born_change, "iLi", (int)object->slot, (long long)offset, (int)value));
}

void resize_in_python(struct object *object, int64_t bytes, uint8_t way)
{
    object->pristine = false;
    forget(PyObject_CallFunction(runtime()->born_resize, "iLi", (int)object->slot, (long long)bytes, (int)way));
}

void release_in_python(struct object *object)
{
    forget(PyObject_CallFunction(runtime()->born_release, "i", (int)object->slot));
}

void drop_in_python(const struct object *object)
{
    forget(PyObject_CallFunction(runtime()->born_drop, "i", (int)object->slot));
}

struct damage damage_since_birth(const struct object *object)
{
    struct damage damage = {false, true, 0, 0};
    if (!object->pristine || object->bytes < 0 || !object->truth.known) {
        return damage;
    }
    struct truth whole = truth_of(object, object->levels - 1);
    if (!whole.known || whole.high - whole.low != object->bytes) {
        return damage;
    }
    const uint8_t *expected = runtime()->pattern + object->seed;
    if (memcmp(whole.low, expected, (size_t)object->bytes) != 0) {
        while (whole.low[damage.offset] == expected[damage.offset]) {
            damage.offset++;
        }
        damage.done = true;
        damage.from_first = (int64_t)(whole.low + damage.offset - object->truth.origin);
    }
    return damage;
}
