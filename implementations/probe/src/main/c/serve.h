/* Serves a kit in another process: batches and transcripts pass through two mapped files, commands through pipes. */
#ifndef OLDBUFFER_SERVE_H
#define OLDBUFFER_SERVE_H

#include <stddef.h>

/* The exit status of a process whose descriptors for commands and answers were closed by what it called. */
enum { DEAF = 76 };

/* Ends the process with that status where it is so: the kit could not be answered any more, and would not know why. */
void end_deaf(void);

/*
 * Maps the files of the input and the output area, then obeys lines on descriptor 0: "run LENGTH" runs the batch in
 * the first LENGTH bytes of the input and answers "done"; "stop", or the end, ends. A line that is neither is answered
 * "error" and a sentence. Answers go to what descriptor 1 was; whatever else writes to it reaches standard error.
 * The end without "stop", and that of the parent process at any time, mean that the kit is gone: then this deletes the
 * files, and the folder they lie in once it is empty. A process serves once.
 * 0, or -1 and one sentence in error. Needs the GIL, and lets go of it while it waits.
 */
int serve(const char *in_path, const char *out_path, char *error, size_t size);

#endif
