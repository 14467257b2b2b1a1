#include "python_api.h"

#include "serve.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "forks.h"
#include "mapped.h"
#include "parent_watch.h"
#include "probe.h"

/* What the kit is talked to through; -1 while nobody serves. */
static int heard = -1;
static int told = -1;

void end_deaf(void)
{
    if (told >= 0 && (fcntl(heard, F_GETFD) < 0 || fcntl(told, F_GETFD) < 0)) {
        _exit(DEAF);
    }
}

/* Reads a line without its end. false at the end of the input, or where a line is too long to be a command. */
static bool read_line(int in, char *line, size_t size)
{
    size_t length = 0;
    while (length + 1 < size) {
        ssize_t got = read(in, line + length, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        if (line[length] == '\n') {
            line[length] = 0;
            return true;
        }
        length++;
    }
    return false;
}

static int answer(int out, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t done = write(out, text, left);
        if (done < 0 && errno != EINTR) {
            return -1;
        }
        text += done < 0 ? 0 : done;
        left -= done < 0 ? 0 : (size_t)done;
    }
    return 0;
}

/* Obeys one line other than "stop"; -1 where nobody hears the answer. */
static int obey(const char *line, const struct mapped *in, const struct mapped *out, int answers)
{
    if (strncmp(line, "run ", 4) != 0 || line[4] < '0' || line[4] > '9') {
        return answer(answers, "error The line is neither \"run LENGTH\" nor \"stop\".\n");
    }
    char *end;
    errno = 0;
    unsigned long long length = strtoull(line + 4, &end, 10);
    if (errno != 0 || *end != 0 || length > in->length) {
        return answer(answers, "error The length is not one of the input area.\n");
    }
    (void)probe_run(in->memory, (size_t)length, out->memory, out->length);
    bury_copies();
    return answer(answers, "done\n");
}

/* Obeys until told to stop; false where the lines end without that, because the kit is gone. */
static bool obey_lines(const struct mapped *in, const struct mapped *out, int commands, int answers)
{
    char line[64];
    while (true) {
        bool read;
        Py_BEGIN_ALLOW_THREADS
        read = read_line(commands, line, sizeof(line));
        Py_END_ALLOW_THREADS
        if (!read) {
            return false;
        }
        if (strcmp(line, "stop") == 0) {
            return true;
        }
        if (obey(line, in, out, answers) != 0) {
            return false;
        }
    }
}

/* Keeps standard output for answers alone; tells the descriptor to write them to, or -1. */
static int take_standard_output(void)
{
    int answers = fcntl(1, F_DUPFD_CLOEXEC, 3);
    if (answers >= 0 && dup2(2, 1) < 0) {
        close(answers);
        return -1;
    }
    return answers;
}

/* Keeps standard input for commands alone, so that nothing that runs here reads them; tells where they come, or -1. */
static int take_standard_input(void)
{
    int commands = fcntl(0, F_DUPFD_CLOEXEC, 3);
    int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (commands >= 0 && (nothing < 0 || dup2(nothing, 0) < 0)) {
        close(commands);
        commands = -1;
    }
    if (nothing >= 0) {
        close(nothing);
    }
    return commands;
}

int serve(const char *in_path, const char *out_path, char *error, size_t size)
{
    struct mapped in, out;
    if (map_areas(in_path, out_path, &in, &out, error, size) != 0) {
        return -1;
    }
    int commands = -1;
    int answers = -1;
    if (out.length < PROBE_SMALLEST_AREA) {
        snprintf(error, size, "The output area is too small.");
    } else if (watch_parent(in_path, out_path, error, size) == 0) {
        answers = take_standard_output();
        commands = answers < 0 ? -1 : take_standard_input();
        if (commands < 0) {
            snprintf(error, size, "Standard input and output cannot be had: %s.", strerror(errno));
        } else {
            heard = commands;
            told = answers;
            if (!obey_lines(&in, &out, commands, answers)) {
                end_deaf();
                delete_areas(in_path, out_path);
            }
            told = -1;
            close(commands);
            close(answers);
        }
    }
    unmap_areas(&in, &out);
    return commands < 0 ? -1 : 0;
}
