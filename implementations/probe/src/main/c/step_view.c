/* Steps through the new protocol, which the document recommends instead. */
#include "run.h"

#include <string.h>

#include "born.h"

enum { EVENT_VIEWED = 3, EVENT_VIEWED_WITH_FIELDS = 9, DIRT = 0xA5, MOST_DIMENSIONS = 64 };

/* Whether a field is as it was before the request, and so points nowhere. */
static bool left_dirty(const void *field)
{
    const void *dirty;
    memset(&dirty, DIRT, sizeof(dirty));
    return field == dirty;
}

static void put_numbers(struct writer *out, const Py_ssize_t *numbers, int count)
{
    bool there = numbers != NULL && count >= 0 && count <= MOST_DIMENSIONS;
    put_u8(out, there);
    if (!there) {
        return;
    }
    count = left_dirty(numbers) ? 0 : count;
    put_u8(out, (unsigned)count);
    for (int i = 0; i < count; i++) {
        put_i64(out, (int64_t)numbers[i]);
    }
}

/* The fields of a view beside its address and its length. */
static void put_fields(struct writer *out, const Py_buffer *view)
{
    put_u8(out, view->readonly != 0);
    put_i64(out, (int64_t)view->itemsize);
    put_u8(out, view->format != NULL);
    if (view->format != NULL) {
        put_text8(out, left_dirty(view->format) ? "(left as it was)" : view->format);
    }
    put_i32(out, (int32_t)view->ndim);
    put_numbers(out, view->shape, view->ndim);
    put_numbers(out, view->strides, view->ndim);
    put_numbers(out, view->suboffsets, view->ndim);
}

/* Writes the event; raised and recorded traffic are those of the request. A view that is held tells its fields. */
static void put_viewed(struct run *run, const struct object *object, const Py_buffer *view, bool granted, bool held,
    const struct raised *raised)
{
    put_u8(&run->out, held ? EVENT_VIEWED_WITH_FIELDS : EVENT_VIEWED);
    put_u8(&run->out, granted);
    put_raised(&run->out, raised);
    if (granted) {
        put_pointer(run, &object->truth, view->buf);
        put_i64(&run->out, (int64_t)view->len);
    } else {
        put_untouched(run);
        put_i64(&run->out, 0);
    }
    put_traffic(&run->out);
    if (held) {
        put_fields(&run->out, view);
    }
}

/* In the order of Request. */
static int flags_of(uint8_t request)
{
    static const int flags[REQUESTS] = {
        PyBUF_SIMPLE,
        PyBUF_WRITABLE,
        PyBUF_STRIDES,
        PyBUF_FULL,
        PyBUF_FULL_RO,
        PyBUF_ND,
        PyBUF_CONTIG,
        PyBUF_ND | PyBUF_FORMAT,
        PyBUF_CONTIG | PyBUF_FORMAT,
        PyBUF_STRIDED,
        PyBUF_RECORDS_RO,
        PyBUF_RECORDS,
        PyBUF_INDIRECT,
        PyBUF_INDIRECT | PyBUF_WRITABLE,
        PyBUF_C_CONTIGUOUS,
        PyBUF_C_CONTIGUOUS | PyBUF_WRITABLE,
        PyBUF_C_CONTIGUOUS | PyBUF_FORMAT,
        PyBUF_C_CONTIGUOUS | PyBUF_WRITABLE | PyBUF_FORMAT,
        PyBUF_F_CONTIGUOUS,
        PyBUF_F_CONTIGUOUS | PyBUF_WRITABLE,
        PyBUF_F_CONTIGUOUS | PyBUF_FORMAT,
        PyBUF_F_CONTIGUOUS | PyBUF_WRITABLE | PyBUF_FORMAT,
        PyBUF_ANY_CONTIGUOUS,
        PyBUF_ANY_CONTIGUOUS | PyBUF_WRITABLE,
        PyBUF_ANY_CONTIGUOUS | PyBUF_FORMAT,
        PyBUF_ANY_CONTIGUOUS | PyBUF_WRITABLE | PyBUF_FORMAT,
    };
    return flags[request];
}

/* Releases a view whose grant we do not count, because the code was neither 0 nor -1: nobody else will. */
static void give_back(Py_buffer *view)
{
    PyErr_Clear();
    PyBuffer_Release(view);
    PyErr_Clear();
}

void step_acquire(struct run *run)
{
    const struct step *step = &run->step;
    struct object *object = object_at(run, step->object);
    uint64_t bit = UINT64_C(1) << step->view;
    if (object == NULL || (run->views_there & bit) != 0) {
        put_skipped(run, object == NULL ? "no such object" : "the view is in use");
        return;
    }
    PyObject *exporter = argument_of(run, object);
    if (exporter == NULL) {
        return;
    }
    Py_buffer *view = &run->views[step->view];
    struct raised raised;
    memset(view, DIRT, sizeof(*view));
    recorder_start();
    int code = PyObject_GetBuffer(exporter, view, flags_of(step->request));
    recorder_stop();
    take_raised(&raised);
    give_argument_back(object, exporter);
    if (code == 0) {
        run->views_there |= bit;
    }
    put_viewed(run, object, view, code == 0, code == 0, &raised);
    if (code > 0) {
        give_back(view);
    }
}

void step_release_view(struct run *run)
{
    uint64_t bit = UINT64_C(1) << run->step.view;
    if ((run->views_there & bit) == 0) {
        put_skipped(run, "no such view");
        return;
    }
    struct raised raised;
    recorder_start();
    PyBuffer_Release(&run->views[run->step.view]);
    recorder_stop();
    take_raised(&raised);
    run->views_there &= ~bit;
    put_done(run, &raised);
}

/* Parses; what a code with a star acquires is in view, and of a code without one its pointer and its length are. */
static bool parse(PyObject *arguments, uint8_t code, Py_buffer *view)
{
    static const char *const codes[] = {"y*", "w*", "y#", "s#", "z#", "s*", "z*"};
    if (code != CODE_Y_HASH && code != CODE_S_HASH && code != CODE_Z_HASH) {
        return PyArg_ParseTuple(arguments, codes[code], view) != 0;
    }
    const char *pointer = NULL;
    Py_ssize_t length = 0;
    bool granted = PyArg_ParseTuple(arguments, codes[code], &pointer, &length) != 0;
    view->buf = (void *)(uintptr_t)pointer;
    view->len = length;
    view->obj = NULL;
    return granted;
}

void step_parse(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    PyObject *exporter = argument_of(run, object);
    if (exporter == NULL) {
        return;
    }
    PyObject *arguments = PyTuple_Pack(1, exporter);
    struct raised raised;
    Py_buffer view;
    memset(&view, DIRT, sizeof(view));
    recorder_start();
    bool granted =
        arguments != NULL && parse(arguments, run->step.code, &view);
    take_raised(&raised);
    Py_buffer seen = view;
    if (granted) {
        PyBuffer_Release(&view);
    }
    recorder_stop();
    PyErr_Clear();
    Py_XDECREF(arguments);
    give_argument_back(object, exporter);
    put_viewed(run, object, &seen, granted, false, &raised);
}
