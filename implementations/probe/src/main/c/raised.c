#include "python_api.h"

#include "raised.h"

#include <string.h>

/* The exception that is set, as an instance; a new reference, and nothing is set afterwards. NULL: there was none. */
static PyObject *take_exception(void)
{
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    if (type == NULL) {
        return NULL;
    }
    PyErr_NormalizeException(&type, &value, &traceback);
    Py_XDECREF(traceback);
    Py_DECREF(type);
    return value;
#endif
}

static void describe_type(PyObject *exception, struct raised *raised)
{
    const char *name = Py_TYPE(exception)->tp_name;
    const char *dot = strrchr(name, '.');
    name = dot == NULL ? name : dot + 1;
    size_t length = text_cut(name, strlen(name), sizeof(raised->type) - 1);
    memcpy(raised->type, name, length);
    raised->type[length] = 0;
}

static void describe_message(PyObject *exception, struct raised *raised)
{
    raised->message[0] = 0;
    PyObject *text = PyObject_Str(exception);
    Py_ssize_t length = 0;
    const char *utf8 = text == NULL ? NULL : PyUnicode_AsUTF8AndSize(text, &length);
    if (utf8 == NULL) {
        PyErr_Clear(); /* A message that cannot be told is an empty one. */
    } else {
        size_t kept = text_cut(utf8, (size_t)length, MAX_MESSAGE);
        memcpy(raised->message, utf8, kept);
        raised->message[kept] = 0;
    }
    Py_XDECREF(text);
}

void take_raised(struct raised *raised)
{
    raised->set = PyErr_Occurred() != NULL;
    if (!raised->set) {
        return;
    }
    PyObject *exception = take_exception();
    if (exception == NULL) {
        raised->set = false;
        return;
    }
    raised->type_error = PyErr_GivenExceptionMatches(exception, PyExc_TypeError) != 0;
    describe_type(exception, raised);
    describe_message(exception, raised);
    Py_DECREF(exception);
}

void require_exception(void)
{
    if (PyErr_Occurred() == NULL) {
        PyErr_SetString(PyExc_SystemError, "error return without exception set");
    }
}

void put_raised(struct writer *writer, const struct raised *raised)
{
    put_u8(writer, raised->set);
    if (!raised->set) {
        return;
    }
    put_u8(writer, raised->type_error);
    put_text8(writer, raised->type);
    put_text16(writer, raised->message);
}
