/* Records what exporters see: acquisitions and releases of their memory, in order. */
#ifndef OLDBUFFER_RECORDER_H
#define OLDBUFFER_RECORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "writer.h"

#define MAX_TRAFFIC 255 /* of one event; what comes later is not recorded */

enum traffic_kind { TRAFFIC_ACQUIRED, TRAFFIC_REFUSED, TRAFFIC_RELEASED, TRAFFIC_RELEASED_UNKNOWN };

/* Where an exporter stands: the scenario's number of the object, how deep inside it, and in which scenario. */
struct place {
    uint8_t object;
    uint8_t depth;
    uint32_t scenario;
};

/*
 * Begins a scenario: what exporters of earlier ones see from now on is not recorded. A function that keeps a view gives it
 * back in another scenario, where the same number names another object.
 */
void recorder_begin_scenario(void);

/* The place of an exporter of the scenario that runs. */
struct place place_of(uint8_t object, uint8_t depth);

/* Forgets what was recorded and records from now on. */
void recorder_start(void);

/* Records no more; what was recorded stays. */
void recorder_stop(void);

/* Whether it records. */
bool recorder_runs(void);

/* Notes one acquisition or release, if it records and the exporter is of the scenario that runs. */
void record(struct place place, enum traffic_kind kind, int flags);

/* Writes what was recorded since the last start. */
void put_traffic(struct writer *writer);

#endif
