/* Steps, as decoded from a batch, and the batch around them. The names follow the Java records of spec.scenario. */
#ifndef OLDBUFFER_SCENARIO_H
#define OLDBUFFER_SCENARIO_H

#include "exporter.h"

enum step_tag {
    STEP_MAKE = 1,
    STEP_CALL,
    STEP_PEEK,
    STEP_POKE,
    STEP_CHANGE,
    STEP_RESIZE,
    STEP_RELEASE,
    STEP_ACQUIRE,
    STEP_RELEASE_VIEW,
    STEP_PARSE,
    STEP_DROP,
    STEP_MAKE_IN_PYTHON,
    STEP_BORDER,
    STEP_RESIZE_SO,
    STEP_SHARE,
    STEP_APPEND,
    STEP_WITHIN
};

enum inside_tag { INSIDE_CALL = 1, INSIDE_RESIZE, INSIDE_RELEASE, INSIDE_DROP };

enum moment { MOMENT_BUFFER, MOMENT_RELEASE, MOMENT_INDEX }; /* Moment */

enum function { FUNCTION_CHAR, FUNCTION_READ, FUNCTION_CHECK, FUNCTION_WRITE };

enum argument { NULL_OBJECT = 1, NULL_BUFFER = 2, NULL_LENGTH = 4 };

enum request { REQUEST_SIMPLE, REQUEST_WRITABLE, REQUEST_STRIDES, REQUEST_FULL, REQUEST_FULL_RO };

enum way { WAY_ANY, WAY_EXTEND = 2, WAY_ADD = 4, WAY_ASSIGN = 5, WAY_WRITE = 10, WAY_CLOSE = 12 }; /* Way, from the first to the last of streams */

enum sharing { SHARE_MEMORYVIEW, SHARE_PICKLE_BUFFER, SHARE_FROM_BUFFER, SHARE_GETBUFFER, SHARE_SLICE };

enum code { CODE_Y_STAR, CODE_W_STAR, CODE_Y_HASH, CODE_S_HASH, CODE_Z_HASH, CODE_S_STAR, CODE_Z_STAR };

enum act_state { ACT_WAITS, ACT_IS_DUE, ACT_IS_OVER };

/* What runs inside a later step. */
struct act {
    uint8_t state;    /* enum act_state */
    uint8_t in;       /* the object in whose method it runs */
    uint8_t moment;   /* enum moment */
    uint8_t tag;      /* enum inside_tag */
    uint8_t object;   /* to which it is done */
    uint8_t function; /* enum function */
    uint8_t way;      /* enum way */
    int64_t number;   /* a length in bytes */
};

struct step {
    uint8_t tag; /* enum step_tag */
    uint8_t object;
    uint8_t view;
    uint8_t of;       /* the object whose memory is shared, sliced or appended */
    uint8_t way;      /* of enum way, when it is resized; of enum sharing */
    uint8_t function; /* enum function */
    uint8_t nulls;    /* of enum argument */
    uint8_t pending;  /* 0: none, else ExceptionType + 1 */
    uint8_t request;  /* enum request */
    uint8_t code;     /* enum code */
    uint8_t value;
    int64_t number;   /* an offset or a length in bytes; where a share starts */
    struct act act;
    struct exporter_chain exporter;
};

/* Decodes the next step. */
void decode_step(struct reader *reader, struct step *step);

/* Decodes a batch's header; tells how many scenarios follow. */
uint32_t decode_batch(struct reader *batch);

/* Decodes a scenario's header; steps gets their number, and what comes back reads them alone. */
struct reader decode_scenario(struct reader *batch, unsigned *steps);

/*
 * Checks a whole batch and runs nothing. NULL, or what is wrong; message has room for the sentence. step is memory to
 * work with.
 */
const char *check_batch(struct reader batch, struct step *step, char *message, size_t size);

#endif
