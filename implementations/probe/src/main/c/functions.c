#include "functions.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "forks.h"
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

/* Imports an extension module from where it lies, and the package around it where that can be imported. */
static const char import_source[] =
    "import importlib, importlib.util, os, sys\n"
    "folder, file = os.path.split(os.path.abspath(path))\n"
    "names = [file.split('.')[0]]\n"
    "while os.path.exists(os.path.join(folder, '__init__.py')):\n"
    "    folder, parent = os.path.split(folder)\n"
    "    names.insert(0, parent)\n"
    "name = '.'.join(names)\n"
    "if len(names) > 1:\n"
    "    sys.path.insert(0, folder)\n"
    "    try:\n"
    "        importlib.import_module('.'.join(names[:-1]))\n"
    "    except Exception:\n"
    "        pass\n" /* the module may do without it; where it does not, it says so */
    "if name not in sys.modules:\n"
    "    spec = importlib.util.spec_from_file_location(name, path)\n"
    "    module = importlib.util.module_from_spec(spec)\n"
    "    sys.modules[name] = module\n"
    "    spec.loader.exec_module(module)\n";

/* 0, or -1 with an exception set. */
static int import_port(const char *path)
{
    PyObject *names = PyDict_New();
    PyObject *file = PyUnicode_DecodeFSDefault(path);
    PyObject *result = NULL;
    if (names != NULL && file != NULL && PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()) == 0
        && PyDict_SetItemString(names, "path", file) == 0) {
        result = PyRun_String(import_source, Py_file_input, names, names);
    }
    Py_XDECREF(file);
    Py_XDECREF(names);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}

/* Whether the library is an extension module that Python code can import by the name of its file. */
static bool is_module(void *library, const char *path)
{
    char name[256] = "PyInit_";
    size_t length = strlen(name);
    const char *file = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
    size_t stem = strcspn(file, ".");
    if (stem == 0 || length + stem >= sizeof(name)) {
        return false;
    }
    memcpy(name + length, file, stem);
    name[length + stem] = 0;
    return dlsym(library, name) != NULL;
}

/*
 * A library may want to be told that it is there, as one that the kit made with an extension module in it, or has to be
 * imported, as a module that was built already: 0, or -1 with words in error.
 */
static int start_port(void *library, const char *path, char *error, size_t size)
{
    int (*start)(void);
    void *address = dlsym(library, "oldbuffer_port_start");
    memcpy(&start, &address, sizeof(address));
    if (address != NULL ? start() == 0 : !is_module(library, path) || import_port(path) == 0) {
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
    int started = start_port(library, library_path, error, size);
    end_copies();
    if (started != 0) {
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
