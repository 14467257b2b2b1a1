/* Exceptions as transcripts tell them. */
#ifndef OLDBUFFER_RAISED_H
#define OLDBUFFER_RAISED_H

#include <stdbool.h>

#include "writer.h"

#define MAX_MESSAGE 200 /* bytes of UTF-8 */

struct raised {
    bool set; /* whether there was an exception; the rest counts only then */
    bool type_error;
    char type[256];
    char message[MAX_MESSAGE + 1];
};

/* Takes the exception that is set, if any: afterwards none is. */
void take_raised(struct raised *raised);

/* Sets a SystemError where a C function failed but set nothing, as Python itself does. */
void require_exception(void);

void put_raised(struct writer *writer, const struct raised *raised);

#endif
