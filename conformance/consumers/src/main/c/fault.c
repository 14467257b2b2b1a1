#include "Python.h"

#include "exporter.h"
#include "fault.h"
#include "guarded.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#if defined(__linux__)
#include <ucontext.h>
#endif

#define STACK_SIZE ((size_t)64 << 10) /* SIGSTKSZ is no constant everywhere */

#define UNASKED "!unasked\n"

static int told_on = -1;

static const char *how(void *context)
{
#if defined(__linux__) && defined(__x86_64__) && defined(REG_ERR)
    ucontext_t *at = context;
    return (at->uc_mcontext.gregs[REG_ERR] & 2) != 0 ? "write" : "read";
#else
    (void)context;
    return "touch";
#endif
}

/* Appends a text; returns where the next one goes. Nothing here may allocate. */
static size_t append(char *line, size_t at, const char *text)
{
    size_t length = strlen(text);
    memcpy(line + at, text, length);
    return at + length;
}

static size_t append_number(char *line, size_t at, size_t number)
{
    char digits[24];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (count > 0) {
        line[at++] = digits[--count];
    }
    return at;
}

static void tell(const struct guarded *memory, const unsigned char *address, void *context)
{
    const char *what = "!released ";
    const char *done = how(context);
    size_t offset = address >= memory->start ? (size_t)(address - memory->start) : 0;
    int within = address >= memory->inner && address < memory->inner + memory->inner_length;
    if (within && memory->access == ACCESS_NONE) {
        /* a load of several bytes at once may begin in front of the memory, in the same page */
        offset = offset < memory->length ? offset : 0;
    } else if (address < memory->start) {
        offset = (size_t)(memory->start - address);
        what = "!before ";
    } else if (address >= memory->start + memory->length) {
        what = "!behind ";
        offset = (size_t)(address - memory->start) - memory->length + 1;
    } else if (memory->access != ACCESS_NONE) {
        what = "!read-only ";
        done = "write";
    }
    char line[96];
    size_t at = append(line, 0, what);
    at = append_number(line, at, offset);
    at = append(line, at, " ");
    at = append(line, at, done);
    at = append(line, at, "\n");
    if (write(told_on, line, at) < 0) {
        return; /* the death itself will have to do */
    }
}

static void on_fault(int number, siginfo_t *info, void *context)
{
    const struct guarded *memory = number == SIGSEGV || number == SIGBUS ? guarded_near(info->si_addr) : NULL;
    if (told_on >= 0 && !exporter_asked) {
        /* it is no pointer of ours that led there: the object itself was taken for another one */
        if (write(told_on, UNASKED, sizeof(UNASKED) - 1) < 0) {
            return; /* then it counts as one that was asked */
        }
    } else if (memory != NULL && told_on >= 0) {
        tell(memory, info->si_addr, context);
    }
    /* the same instruction faults again, and this time nobody catches it; who only sent the signal sends it no more */
    signal(number, SIG_DFL);
    if (info->si_code <= 0) {
        raise(number);
    }
}

int fault_watch(int descriptor)
{
    static void *stack;
    if (stack == NULL) {
        stack = malloc(STACK_SIZE);
        if (stack == NULL) {
            return -1;
        }
    }
    stack_t alternate;
    memset(&alternate, 0, sizeof(alternate));
    alternate.ss_sp = stack;
    alternate.ss_size = STACK_SIZE;
    struct sigaction action;
    memset(&action, 0, sizeof(action));
    action.sa_sigaction = on_fault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    told_on = descriptor;
    if (sigaltstack(&alternate, NULL) != 0) {
        return -1;
    }
    const int deadly[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++) {
        if (sigaction(deadly[i], &action, NULL) != 0) {
            return -1;
        }
    }
    return 0;
}
