#include "functions.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "probe.h"
#include "raised.h"

typedef int char_function(PyObject *, const char **, Py_ssize_t *);
typedef int read_function(PyObject *, const void **, Py_ssize_t *);
typedef int check_function(PyObject *);
typedef int write_function(PyObject *, void **, Py_ssize_t *);

struct functions {
    char_function *as_char;
    read_function *as_read;
    check_function *check_read;
    write_function *as_write;
};

/* The interpreter's own functions, and those in use: the same until a port replaces some. The GIL guards them. */
static struct functions own;
static struct functions used;

const char *function_name(enum function function)
{
    static const char *const names[FUNCTIONS] = {
        "PyObject_AsCharBuffer",
        "PyObject_AsReadBuffer",
        "PyObject_CheckReadBuffer",
        "PyObject_AsWriteBuffer",
    };
    return names[function];
}

/* C has no cast from the void pointers of dlsym to functions; POSIX promises that the bytes mean the same. */
static void set_function(struct functions *functions, enum function function, void *address)
{
    switch (function) {
    case FUNCTION_CHAR:
        memcpy(&functions->as_char, &address, sizeof(address));
        break;
    case FUNCTION_READ:
        memcpy(&functions->as_read, &address, sizeof(address));
        break;
    case FUNCTION_CHECK:
        memcpy(&functions->check_read, &address, sizeof(address));
        break;
    default:
        memcpy(&functions->as_write, &address, sizeof(address));
    }
}

/* The library that the C API comes from, for interpreters that do not show it to everybody; or NULL. */
static void *api_library(void)
{
    int (*known)(PyObject *, Py_buffer *, int) = PyObject_GetBuffer;
    void *address;
    memcpy(&address, &known, sizeof(address));
    Dl_info info;
    if (dladdr(address, &info) == 0 || info.dli_fname == NULL) {
        return NULL;
    }
    return dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD);
}

/* The name as the headers in use spell it: PyPy's rename every function of the API. */
#define SPELLED(name) SPELLED_AS(name)
#define SPELLED_AS(name) #name

void functions_start(void)
{
    static const char *const spelled[FUNCTIONS] = {
        SPELLED(PyObject_AsCharBuffer),
        SPELLED(PyObject_AsReadBuffer),
        SPELLED(PyObject_CheckReadBuffer),
        SPELLED(PyObject_AsWriteBuffer),
    };
    void *library = NULL;
    for (int i = 0; i < FUNCTIONS; i++) {
        void *address = dlsym(RTLD_DEFAULT, spelled[i]);
        if (address == NULL && library == NULL) {
            library = api_library();
        }
        if (address == NULL && library != NULL) {
            address = dlsym(library, spelled[i]);
        }
        set_function(&own, (enum function)i, address);
    }
    used = own;
}

bool function_exists(enum function function)
{
    switch (function) {
    case FUNCTION_CHAR:
        return used.as_char != NULL;
    case FUNCTION_READ:
        return used.as_read != NULL;
    case FUNCTION_CHECK:
        return used.check_read != NULL;
    default:
        return used.as_write != NULL;
    }
}

int call_function(enum function function, PyObject *object, unsigned nulls, struct outputs *outputs)
{
    Py_ssize_t *length = (nulls & NULL_LENGTH) != 0 ? NULL : &outputs->length;
    bool no_pointer = (nulls & NULL_BUFFER) != 0;
    int code;
    switch (function) {
    case FUNCTION_CHAR: {
        const char *pointer = outputs->pointer;
        code = used.as_char(object, no_pointer ? NULL : &pointer, length);
        outputs->pointer = pointer;
        return code;
    }
    case FUNCTION_READ:
        return used.as_read(object, no_pointer ? NULL : &outputs->pointer, length);
    case FUNCTION_CHECK:
        return used.check_read(object);
    default: {
        union {
            const void *constant;
            void *writable;
        } pointer = {outputs->pointer};
        code = used.as_write(object, no_pointer ? NULL : &pointer.writable, length);
        outputs->pointer = pointer.constant;
        return code;
    }
    }
}

/* A library may want to be told that it is there, as one with an extension module in it: 0, or -1 with words in error. */
static int start_port(void *library, char *error, size_t size)
{
    int (*start)(void);
    void *address = dlsym(library, "oldbuffer_port_start");
    memcpy(&start, &address, sizeof(address));
    if (address == NULL || start() == 0) {
        return 0;
    }
    struct raised raised = {0};
    require_exception();
    take_raised(&raised);
    snprintf(error, size, "The port's module cannot be initialised: %s: %s.", raised.type, raised.message);
    return -1;
}

int probe_use_functions(const char *library_path, const char *const names[4], char *error, size_t size)
{
    if (library_path == NULL) {
        used = own;
        return 0;
    }
    void *library = dlopen(library_path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        snprintf(error, size, "The port does not load: %s.", dlerror());
        return -1;
    }
    if (start_port(library, error, size) != 0) {
        return -1;
    }
    struct functions replaced = own;
    for (int i = 0; i < FUNCTIONS; i++) {
        if (names[i] == NULL) {
            continue;
        }
        void *address = dlsym(library, names[i]);
        if (address == NULL) {
            snprintf(error, size, "The port %s has no function %s.", library_path, names[i]);
            return -1;
        }
        set_function(&replaced, (enum function)i, address);
    }
    used = replaced;
    return 0;
}
