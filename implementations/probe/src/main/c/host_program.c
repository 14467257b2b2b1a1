/*
 * A program that embeds an interpreter, loads a port and serves a kit in another process, see serve.h.
 *
 *   program IN OUT PORT CHAR READ CHECK WRITE
 *
 * IN and OUT are the files of the areas; PORT may be empty: then the interpreter's own functions are called. The last
 * four words are the names of the port's functions, or empty. It starts much sooner than a JVM. Linked with sanitizers it lets them watch the port, which no JVM does: their runtime has to come first in a process.
 */
#include "python_api.h"

#include <stdio.h>

#include "probe.h"
#include "serve.h"

/* As of every worker of the kit, which then reads the sentence. */
enum { NOT_STARTED = 74, ARGUMENTS = 8 };

static int fail(const char *error)
{
    fprintf(stderr, "%s\n", error);
    return NOT_STARTED;
}

int main(int count, char **words)
{
    char error[1024];
    const char *names[4];
    if (count != ARGUMENTS) {
        return fail("The program needs two areas, a port and four names.");
    }
    for (int i = 0; i < 4; i++) {
        names[i] = words[4 + i][0] == 0 ? NULL : words[4 + i];
    }
    const char *port = words[3][0] == 0 ? NULL : words[3];
    Py_InitializeEx(0);
    if (probe_start(error, sizeof(error)) != 0 || probe_use_functions(port, names, error, sizeof(error)) != 0
        || serve(words[1], words[2], error, sizeof(error)) != 0) {
        return fail(error);
    }
    return 0;
}
