/* Records what exporters see: acquisitions and releases of their memory, in order. */
#ifndef OLDBUFFER_RECORDER_H
#define OLDBUFFER_RECORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "ranges.h"
#include "writer.h"

enum traffic_kind { TRAFFIC_ACQUIRED, TRAFFIC_REFUSED, TRAFFIC_RELEASED, TRAFFIC_RELEASED_UNKNOWN, TRAFFIC_ACTED, TRAFFIC_ACTED_IN_VAIN };

/* Where an exporter stands: the scenario's number of the object, how deep inside it, and in which scenario. */
struct place {
    uint8_t object;
    uint8_t depth;
    uint32_t life; /* which of the objects that had this number, one after the other */
};

/*
 * Begins the life of an object; its exporters are to name it. What those of the object before it with this number see from
 * now on is not recorded, or it would be told of this one.
 */
uint32_t recorder_begin_life(uint8_t object);

/* Ends the lives of all. */
void recorder_end_lives(void);

/* Forgets what was recorded and records from now on. */
void recorder_start(void);

/* Records on, behind what was recorded before it was stopped. */
void recorder_resume(void);

/* Whether an exporter is of the scenario that runs, and its object the latest of its number. */
bool recorder_lives(struct place place);

/* Records no more; what was recorded stays. */
void recorder_stop(void);

/* Whether it records. */
bool recorder_runs(void);

/* Notes one acquisition or release, if it records and the exporter is of the scenario that runs. */
void record(struct place place, enum traffic_kind kind, int flags);

/* Writes what was recorded since the last start. */
void put_traffic(struct writer *writer);

#endif
