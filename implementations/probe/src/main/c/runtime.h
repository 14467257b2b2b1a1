/* What the probe keeps of the interpreter: types and functions looked up once, and each may be missing. */
#ifndef OLDBUFFER_RUNTIME_H
#define OLDBUFFER_RUNTIME_H

#include "python_api.h"

#include <stdbool.h>
#include <stdint.h>

#include "exporter.h"

#define SEEDS (MAX_SEED + 1) /* contents repeat after so many bytes */

/* All references are owned, and never given up: the probe lives as long as the process. NULL: not to be had. */
struct runtime {
    PyObject *exceptions[EXCEPTION_TYPES]; /* in the order of ExceptionType; never NULL */
    PyObject *bytes_subclass;              /* never NULL */
    PyObject *bytearray_subclass;          /* never NULL */
    PyObject *python_class;                /* with __buffer__ alone */
    PyObject *releasing_python_class;      /* with __release_buffer__ too */
    PyObject *array;                       /* array.array */
    PyObject *typecodes;                   /* array.typecodes, a str */
    PyObject *mmap;                        /* mmap.mmap */
    PyObject *mmap_access;                 /* the three values in the order of Mmap.Access, a tuple */
    PyObject *make_ctypes;                 /* (shape, element, items) -> instance */
    PyObject *resize_ctypes;               /* (object, bytes) */
    PyObject *get_byte;                    /* (object, index) -> int; never NULL */
    PyObject *set_byte;                    /* (object, index, value); never NULL */
    PyObject *make_library;                /* (LibraryType, bytes, seed) -> instance, or None; never NULL */
    PyObject *make_kind;                   /* (description) -> an object and its stream or None, or words of what is lacking; never NULL */
    PyObject *born;                        /* (object, descriptions) -> what there is to say, see born.c; never NULL */
    PyObject *born_level;                  /* (object, depth) -> the object itself; never NULL, as those below */
    PyObject *born_change;                 /* (object, offset, value) */
    PyObject *born_resize;                 /* (object, bytes, Way) */
    PyObject *born_share;                  /* (object, number of another, Sharing, start) -> as born */
    PyObject *born_stream;                 /* (object) -> the stream that it is a buffer of, or None */
    PyObject *resize;                      /* (the object itself, stream or None, bytes, Way) */
    PyObject *append;                      /* (object or None, its number, another or None, its number, Way) */
    PyObject *share;                       /* (the object itself, stream or None, Sharing, start) -> another, or None */
    PyObject *born_release;                /* (object) */
    PyObject *born_drop;                   /* (object) */
    bool has_to_readonly;
    bool asserts; /* a debug build, which ends the process where C code does not keep to the rules of the C API */
    uint8_t pattern[SPARSE_ABOVE + SEEDS]; /* byte i is i % 251: contents of a seed begin at its index */
};

/* What was looked up; valid once runtime_start succeeded. */
const struct runtime *runtime(void);

/* Looks everything up. 0, or -1 with a Python exception set. */
int runtime_start(void);

/* Writes the contents that a seed names into memory of a length in bytes; leaves sparse memory alone. */
void fill_pattern(uint8_t *memory, int64_t length, uint8_t seed);

/* The Python source that runtime_start runs; it finds record and grants among its names. */
extern const char helpers_source[];

/* What runs behind it, among the same names: see born.h. */
extern const char born_source[];

#endif
