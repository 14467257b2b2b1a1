/* Copies of the process that what is called makes of it by fork. Knows nothing of Python. */
#ifndef OLDBUFFER_FORKS_H
#define OLDBUFFER_FORKS_H

/* From now on forks of this process are noticed: 0, or -1 where memory is short. */
int watch_forks(void);

/* Ends the process where it is a copy: it would go on as a second probe, answer beside the first, and be copied again. */
void end_copies(void);

/* Takes what is left of copies that ended; for processes all of whose children are such. */
void bury_copies(void);

#endif
