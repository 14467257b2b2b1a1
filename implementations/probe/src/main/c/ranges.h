/* The ranges of what a batch tells: those of the package spec.schema, to which RangesHeaderTests holds every line. */
#ifndef OLDBUFFER_RANGES_H
#define OLDBUFFER_RANGES_H

#include <stdint.h>

#define MAX_STEPS 1000
#define NAMES 64 /* objects and views are 0..63 */
#define MAX_NESTING 8 /* exporters, the outermost included */
#define MAX_DIMENSIONS 8
#define MAX_OPERATIONS 16
#define MAX_FORMAT 16
#define MAX_LENGTH (INT64_C(1) << 40)
#define SPARSE_ABOVE 65536 /* bytes; larger memory is sparse and holds zeros */
#define MAX_SEED 250
#define MAX_EXPRESSION 16384 /* bytes, of the setup too */
#define MAX_TRAFFIC 255 /* of one event; what comes later is not recorded */
#define SAMPLE_WHOLE 64 /* bytes; more are sampled in three windows, see Sample.java */

/* The characters that are typecodes of an array, and elements of ctypes. */
#define TYPECODES "bBuwhHiIlLqQfd"
#define ELEMENTS "bBhHiIlLqQfd"

/* How many values the enumerations have. */
#define NON_BUFFERS 9
#define ACCESSES 3
#define CTYPES_SHAPES 3
#define ANSWERS 3
#define OWNERS 3
#define QUIRKS 9
#define EXCEPTION_TYPES 13
#define FUNCTIONS 4
#define ARGUMENTS 3
#define REQUESTS 26
#define WAYS 13
#define SHARINGS 5
#define MOMENTS 3
#define CODES 7

#endif
