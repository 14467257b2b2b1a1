/* Descriptions of objects, as decoded from a batch. The names follow the Java records of the package spec.exporter. */
#ifndef OLDBUFFER_EXPORTER_H
#define OLDBUFFER_EXPORTER_H

#include "ranges.h"
#include "reader.h"

#define NONE64 INT64_MIN
#define NO_SHAPE 255

/* The others are kinds of their own: see kind.h. */
enum exporter_tag {
    EXPORTER_BYTES = 1,
    EXPORTER_BYTEARRAY,
    EXPORTER_NON_BUFFER,
    EXPORTER_ARRAY,
    EXPORTER_MEMORYVIEW,
    EXPORTER_MMAP = 7,
    EXPORTER_CTYPES,
    EXPORTER_PYTHON_CLASS,
    EXPORTER_SCRIPTED,
    EXPORTER_PYTHON,
    EXPORTER_LIBRARY
};

enum operation_tag { OPERATION_SLICE = 1, OPERATION_CAST, OPERATION_TO_READONLY };

enum ctypes_shape { CTYPES_ARRAY, CTYPES_STRUCTURE, CTYPES_SCALAR };

enum { MMAP_WRITE, MMAP_READ, MMAP_COPY }; /* Mmap.Access */

enum answer { ANSWER_VIEW, ANSWER_NO_VIEW, ANSWER_RAISES };

enum owner { OWNER_SELF, OWNER_NOBODY, OWNER_OTHER };

enum refusal { REFUSES_NOTHING, REFUSES_WRITABLE, REFUSES_EVERYTHING };

enum quirk {
    FAILS_WITHOUT_EXCEPTION = 1 << 0,
    FAILS_WITH_MINUS_TWO = 1 << 1,
    RUBBISH_ON_FAILURE = 1 << 2,
    SUCCEEDS_WITH_ONE = 1 << 3,
    SUCCEEDS_WITH_EXCEPTION = 1 << 4,
    GRANTS_WRITABLE = 1 << 5,
    IGNORES_LAYOUT = 1 << 6,
    LENGTH_IN_ITEMS = 1 << 7,
    WIPES_VIEW_ON_RELEASE = 1 << 8, /* the only one that is lawful */
    ALL_QUIRKS = (1 << QUIRKS) - 1,
    /* Result and exception do not agree: a debug build of Python calls its own assertion of it, and the process ends. */
    UNASSERTABLE = FAILS_WITHOUT_EXCEPTION | SUCCEEDS_WITH_EXCEPTION
};

struct operation {
    uint8_t tag;                    /* enum operation_tag */
    char format;                    /* of a cast */
    uint8_t dimensions;             /* of a cast; NO_SHAPE: none given */
    int64_t numbers[MAX_DIMENSIONS]; /* start, stop and step of a slice, or the shape of a cast */
};

struct geometry {
    int64_t offset;
    int32_t itemsize;
    bool has_format;
    char format[MAX_FORMAT + 1];
    uint8_t dimensions;
    int64_t shape[MAX_DIMENSIONS];
    bool has_strides;
    int64_t strides[MAX_DIMENSIONS];
    bool indirect;
};

struct scripted_plan {
    struct geometry geometry;
    bool readonly;
    uint8_t refusal;   /* enum refusal */
    uint8_t exception; /* ExceptionType */
    uint8_t owner;     /* enum owner */
    bool null_buffer;
    bool releases;
    uint16_t quirks; /* of enum quirk */
};

struct exporter {
    uint8_t tag;    /* enum exporter_tag */
    uint8_t seed;
    int64_t length; /* in bytes; for an array or ctypes in items */
    union {
        bool subclass;
        uint8_t non_buffer; /* NonBuffer.Kind */
        char typecode;
        uint8_t access; /* MMAP_... */
        struct {
            uint8_t count;
            struct operation operations[MAX_OPERATIONS];
        } view;
        struct {
            uint8_t shape; /* enum ctypes_shape */
            char element;
        } ctypes;
        struct {
            uint8_t answer; /* enum answer */
            uint8_t exception; /* ExceptionType */
            bool releases;
        } python_class;
        struct {
            char letter;
            int64_t numbers[2];
        } of_kind; /* see kind.h */
        uint8_t library; /* LibraryType; library_item_sizes has as many as there are */
        struct scripted_plan scripted;
        struct {
            const uint8_t *expression; /* UTF-8, in the batch */
            const uint8_t *setup;
            uint16_t expression_length;
            uint16_t setup_length;
        } python;
    } as;
};

/* An exporter and the exporters inside it: level[0] is the outermost, each holds the next. */
struct exporter_chain {
    int levels;
    struct exporter level[MAX_NESTING];
};

/* Decodes an exporter with all that is inside it; the reader tells of a problem. */
void decode_exporter(struct reader *reader, struct exporter_chain *chain);

/* The part of decode_exporter that deals with one scripted exporter, without its target. */
void decode_scripted(struct reader *reader, struct exporter *exporter);

/* Bytes per item of each LibraryType, and how many there are. */
extern const uint8_t library_item_sizes[];
extern const uint8_t library_types;

/* Bytes per item of a native format character; 0 where there is no such format. */
int format_size(char format);

#endif
