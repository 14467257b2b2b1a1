#include "object.h"

#include "born.h"
#include "kind.h"
#include "raised.h"
#include "runtime.h"
#include "scripted.h"

/*
 * The references that the scenario keeps to an object. One would do for functions that count right; with more, one
 * that takes references nobody gave shows in the count instead of freeing the object under our feet.
 */
enum { KEPT_REFERENCES = 8 };

#if defined(GRAALVM_PYTHON) || defined(GRAALPY_VERSION)

/* What Java's hold on an object adds to its count, MANAGED_REFCNT of GraalPy's own headers. */
enum { JAVA_REFERENCES = 10 };

/* An object that Java made is kept alive by Java, and its count tells little. Those of C count as they always did. */
bool reference_counts(PyObject *object)
{
    return scripted_check(object);
}

/* Java lets go of an object whenever its garbage collector pleases: that is no change that a call made. */
static Py_ssize_t without_java(Py_ssize_t change)
{
    Py_ssize_t rest = change % JAVA_REFERENCES;
    return rest > JAVA_REFERENCES / 2 ? rest - JAVA_REFERENCES : rest < -JAVA_REFERENCES / 2 ? rest + JAVA_REFERENCES : rest;
}

#else

#ifdef PYPY_VERSION

/* Views that PyPy makes of its own objects hold references until the garbage collector comes, be it amid a call. */
bool reference_counts(PyObject *object)
{
    return scripted_check(object);
}

#else

bool reference_counts(PyObject *object)
{
    (void)object;
    return true;
}

#endif

static Py_ssize_t without_java(Py_ssize_t change)
{
    return change;
}

#endif

bool level_counts(const struct object *object, int level)
{
    for (int i = 0; i <= level; i++) {
        if (!reference_counts(object->level[i])) {
            return false;
        }
    }
    return true;
}

Py_ssize_t reference_count(PyObject *object)
{
    return reference_counts(object) ? Py_REFCNT(object) : 0;
}

Py_ssize_t reference_change(PyObject *object, Py_ssize_t before)
{
    return without_java(reference_count(object) - before);
}

static void keep(PyObject *object)
{
    for (int i = 1; reference_counts(object) && i < KEPT_REFERENCES; i++) {
        Py_INCREF(object);
    }
}

static void let_go(PyObject *object)
{
    int kept = 1;
    if (reference_counts(object)) {
        Py_ssize_t there = Py_REFCNT(object);
        kept = there < KEPT_REFERENCES ? (int)there : KEPT_REFERENCES;
    }
    for (int i = 0; i < kept; i++) {
        Py_DECREF(object);
    }
}

/* What Python code makes for C; words, where the runtime lacks something. */
static PyObject *make_of_kind(const struct exporter *exporter, struct made *made)
{
    const struct kind *kind = kind_of(exporter->tag);
    PyObject *level = kind == NULL ? NULL : kind->describe(exporter);
    PyObject *answer = level == NULL ? NULL : PyObject_CallFunction(runtime()->make_kind, "N", level);
    PyObject *object = NULL;
    if (answer != NULL && PyUnicode_Check(answer)) {
        made->unsupported = keep_words(answer);
    } else if (answer != NULL && PyArg_ParseTuple(answer, "OO", &object, &made->stream)) { /* borrowed, until here */
        Py_INCREF(object);
        if (made->stream == Py_None) {
            made->stream = NULL;
        }
        Py_XINCREF(made->stream);
    }
    Py_XDECREF(answer);
    return object;
}

static PyObject *make_level(
    const struct exporter *exporter, struct place place, PyObject *inner, struct made *made)
{
    switch (exporter->tag) {
    case EXPORTER_BYTES:
        return make_bytes(exporter);
    case EXPORTER_BYTEARRAY:
        return make_bytearray(exporter);
    case EXPORTER_NON_BUFFER:
        return make_non_buffer(exporter);
    case EXPORTER_ARRAY:
        return make_array(exporter, made);
    case EXPORTER_MEMORYVIEW:
        return make_memoryview(exporter, inner, made);
    case EXPORTER_MMAP:
        return make_mmap(exporter, made);
    case EXPORTER_CTYPES:
        return make_ctypes(exporter, made);
    case EXPORTER_PYTHON_CLASS:
        return make_python_class(exporter, place, inner, made);
    case EXPORTER_LIBRARY:
        return make_library(exporter, made);
    case EXPORTER_SCRIPTED:
        if (runtime()->asserts && (exporter->as.scripted.quirks & UNASSERTABLE) != 0) {
            made->unsupported = "an exporter of which a debug build dies";
            return NULL;
        }
        return scripted_new(exporter, place, inner, &made->senseless);
    default:
        return make_of_kind(exporter, made);
    }
}

/* Drops what is deeper than a level; an exception that is set stays. */
static void drop_levels(struct object *object, int from)
{
    PyObject *type, *value, *traceback;
    bool set = PyErr_Occurred() != NULL;
    if (set) {
        PyErr_Fetch(&type, &value, &traceback);
    }
    for (int i = from; i < object->levels; i++) {
        let_go(object->level[i]);
    }
    if (set) {
        PyErr_Restore(type, value, traceback);
    }
}

void keep_object(struct object *object)
{
    for (int i = 0; i < object->levels; i++) {
        keep(object->level[i]);
    }
}

/* An object of which nothing is there yet. */
static void blank_object(struct object *object, uint8_t tag, uint8_t slot, int levels)
{
    object->doubtful = false;
    object->unseen = false;
    object->pristine = false;
    object->released = false;
    object->told_length = 0;
    object->truth.known = false;
    object->whole.known = false;
    object->tag = tag;
    object->slot = slot;
    object->base = slot;
    object->stream = NULL;
    object->levels = levels;
    object->itemsize = 1;
    object->bytes = -1;
    forget_pointers(object);
}

/* What C has seen stays seen: what is made over it is an object of C, though Python code makes it. */
static void share_here(struct object *base, uint8_t way, int64_t start, struct object *object, struct made *made)
{
    PyObject *answer = PyObject_CallFunction(
        runtime()->share, "OOiL", base->level[0], base->stream == NULL ? Py_None : base->stream, (int)way,
        (long long)start);
    if (answer == NULL) {
        made->raised = true;
        require_exception();
        return;
    }
    if (answer == Py_None) {
        made->unsupported = "a way of sharing memory";
        Py_DECREF(answer);
        return;
    }
    object->level[0] = answer;
    object->stream = base->stream;
    Py_XINCREF(object->stream);
    keep(answer);
    find_truth(object);
}

struct made share_object(struct object *base, uint8_t way, int64_t start, uint8_t slot, struct object *object)
{
    uint8_t tags[] = {EXPORTER_MEMORYVIEW, EXPORTER_LIBRARY, EXPORTER_LIBRARY, base->tag, EXPORTER_MEMORYVIEW};
    struct made made = {NULL, NULL, false, NULL};
    blank_object(object, tags[way], slot, 1);
    object->base = base->base;
    base->pristine = false;
    if (base->unseen) {
        share_in_python(base, way, start, object, &made);
    } else {
        share_here(base, way, start, object, &made);
    }
    return made;
}

struct made make_object(const struct exporter_chain *chain, uint8_t slot, bool in_python, struct object *object)
{
    struct made made = {NULL, NULL, false, NULL};
    blank_object(object, chain->level[0].tag, slot, chain->levels);
    object->itemsize = object->tag == EXPORTER_ARRAY ? format_size(chain->level[0].as.typecode) : 1;
    if (in_python || object->tag == EXPORTER_PYTHON) {
        return make_in_python(chain, slot, object);
    }
    uint32_t life = recorder_begin_life(slot);
    for (int i = chain->levels - 1; i >= 0; i--) {
        struct place place = {slot, (uint8_t)i, life};
        PyObject *inner = i + 1 < chain->levels ? object->level[i + 1] : NULL;
        PyObject *level = make_level(&chain->level[i], place, inner, &made);
        if (level == NULL) {
            made.raised = made.unsupported == NULL && made.senseless == NULL;
            if (made.raised) {
                require_exception();
            }
            drop_levels(object, i + 1);
            return made;
        }
        object->level[i] = level;
        keep(level);
        if (i > 0) {
            Py_CLEAR(made.stream);
        }
    }
    object->stream = made.stream;
    find_truth(object);
    return made;
}

void drop_object(struct object *object)
{
    Py_CLEAR(object->stream);
    if (object->unseen) {
        drop_in_python(object);
        return;
    }
    drop_levels(object, 0);
}

void forget_pointers(struct object *object)
{
    for (int i = 0; i < FUNCTIONS; i++) {
        object->returned[i].known = false;
    }
}
