/*
 * A program that embeds an interpreter, loads a port and serves a kit in another process, see serve.h.
 *
 *   program IN OUT PORT CHAR READ CHECK WRITE
 *
 * IN and OUT are the files of the areas; PORT may be empty: then the interpreter's own functions are called. The last
 * four words are the names of the port's functions, or empty. It starts much sooner than a JVM. Linked with sanitizers it lets them watch the port, which no JVM does: their runtime has to come first in a process.
 */
#include "python_api.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

#include "probe.h"
#include "serve.h"

/* As of every worker of the kit, which then reads the sentence. */
enum { NOT_STARTED = 74, ARGUMENTS = 8 };

enum { DEEPEST = 64 };

/* Written before a port runs, and read where a signal ends the process. */
static struct {
    char note[64]; /* the file to write to, in the folder that the program runs in */
    const char *port;
    char stack[1 << 16]; /* for where the usual one is full */
} dying;

/* The library's path is in the maps of the process as it was given. */
static int is_in_port(void *address, uintptr_t *offset)
{
    Dl_info info;
    if (dladdr(address, &info) == 0 || info.dli_fname == NULL || strcmp(info.dli_fname, dying.port) != 0) {
        return 0;
    }
    *offset = (uintptr_t)address - (uintptr_t)info.dli_fbase;
    return 1;
}

static void note(uintptr_t offset)
{
    char text[32];
    int length = snprintf(text, sizeof(text), "%llx\n", (unsigned long long)offset);
    int file = open(dying.note, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0) {
        return;
    }
    if (write(file, text, (size_t)length) != length) {
        unlink(dying.note); /* half a number would lead astray */
    }
    close(file);
}

/* Where the signal came, as backtrace does not tell it from a return address. */
static void *interrupted_at(const ucontext_t *context)
{
#if defined(__linux__) && defined(__x86_64__)
    return (void *)(uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__linux__) && defined(__aarch64__)
    return (void *)(uintptr_t)context->uc_mcontext.pc;
#else
    (void)context;
    return NULL;
#endif
}

/* Notes the innermost address in the port, for whoever knows its lines, and dies of the signal all the same. */
static void note_death(int number, siginfo_t *info, void *context)
{
    (void)info;
    void *frames[DEEPEST];
    int depth = backtrace(frames, DEEPEST);
    void *at = interrupted_at(context);
    uintptr_t offset = 0;
    int found = at != NULL && is_in_port(at, &offset);
    for (int i = 0; i < depth && !found; i++) {
        found = is_in_port(frames[i], &offset);
        offset -= 1; /* into the call that returns there */
    }
    if (found) {
        note(offset);
    }
    signal(number, SIG_DFL);
    raise(number);
}

/* Sanitizers tell more of a death than this does, and watch the same signals. */
static void watch_for_death(const char *port)
{
#if !defined(__SANITIZE_ADDRESS__)
    static const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    void *once[1];
    (void)backtrace(once, 1); /* loads what it needs, while that can be done */
    snprintf(dying.note, sizeof(dying.note), "death.%ld", (long)getpid());
    dying.port = port;
    stack_t stack = {.ss_sp = dying.stack, .ss_size = sizeof(dying.stack)};
    struct sigaction action;
    memset(&action, 0, sizeof(action));
    action.sa_sigaction = note_death;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER | SA_RESETHAND;
    if (sigaltstack(&stack, NULL) != 0) {
        return; /* nothing is lost but the note */
    }
    for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++) {
        (void)sigaction(deadly[i], &action, NULL);
    }
#else
    (void)port;
    (void)note_death;
#endif
}

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
    if (port != NULL) {
        watch_for_death(port);
    }
    if (probe_start(error, sizeof(error)) != 0 || probe_use_functions(port, names, error, sizeof(error)) != 0
        || serve(words[1], words[2], error, sizeof(error)) != 0) {
        return fail(error);
    }
    return 0;
}
