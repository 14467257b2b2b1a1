/* The output area's header, which other threads and processes read while a batch runs. */
#ifndef OLDBUFFER_AREA_H
#define OLDBUFFER_AREA_H

#include <stddef.h>
#include <stdint.h>

#define AREA_HEADER 64 /* bytes; the batch of transcripts follows */

enum area_state { AREA_IDLE, AREA_RUNNING, AREA_DONE, AREA_MALFORMED };

/* Clears the header: state idle, nothing done. */
void area_clear(uint8_t *area);

void area_set_state(uint8_t *area, enum area_state state);

/* Tells which step begins, and counts it. */
void area_begin_step(uint8_t *area, uint32_t scenario, uint32_t step);

/* Makes transcripts known: how many there are, and how many bytes they use with the header of their batch. */
void area_publish(uint8_t *area, uint32_t transcripts, uint64_t bytes);

/* Writes why a batch is malformed, then the state that says so. */
void area_set_malformed(uint8_t *area, size_t capacity, const char *message);

#endif
