package io.github.oldbuffer.ports.reproduce;

/** The two processes of a C program: one runs the scenario, the other tells how that ended, whatever that was. */
final class CProcess {

    private static final int LIMIT_SECONDS = 20;

    /** Of leaks there are some in every Python, and they are no answer. */
    static final String SANITIZING = "abort_on_error=1:halt_on_error=1:print_stacktrace=1:detect_leaks=0"
            + ":allocator_may_return_null=1:detect_odr_violation=0";

    /** For programs with sanitizers in them, which ask for these before anything runs. */
    static final String OPTIONS = """
            const char *__asan_default_options(void);
            const char *__ubsan_default_options(void);

            const char *__asan_default_options(void)
            {
                return "%1$s";
            }

            const char *__ubsan_default_options(void)
            {
                return "%1$s";
            }
            """.formatted(SANITIZING);

    static final String TOLD = """
            /* What the process that runs the scenario tells the one that watches it. */
            enum { BEGUN, RUNS, FINISHED, STOPPED };

            static struct told {
                volatile int state, wrong;
                volatile time_t since;
                char end[80];
            } *told;

            static void compare(const char *what, const char *expected, const char *observed)
            {
                printf("%s\\n  expected: %s\\n  observed: %s\\n", what, expected, observed);
                fflush(stdout);
                told->wrong |= strcmp(expected, observed) != 0;
            }

            /* The program cannot be run here. */
            static void stop(const char *why)
            {
                told->state = STOPPED;
                if (PyErr_Occurred()) {
                    PyErr_Print();
                }
                fprintf(stderr, "%s\\n", why);
                _Exit(2);
            }
            """;

    /** Before {@code begin()}, which starts Python, and {@code repeat()}, which runs the scenario. */
    static final String MAIN = """

            static void run_scenario(void)
            {
                const struct rlimit none = {0, 0};
                setrlimit(RLIMIT_CORE, &none);
                alarm(%2$d); /* should nobody watch any more */
                begin();
                told->since = time(NULL);
                told->state = RUNS;
                int open = dup(1);
                repeat();
                if (open >= 0 && (dup(open) < 0 || dup(1) < 0)) {
                    snprintf(told->end, sizeof(told->end), "it closes the process's file descriptors");
                    _Exit(1);
                }
                told->state = FINISHED;
                fflush(stdout);
                _Exit(0);
            }

            /* Waits for the process; one that does not come back is ended. */
            static int wait_for(pid_t child, char *end, size_t size)
            {
                const struct timespec pause = {0, 5000000};
                pid_t ended;
                int status = 0;
                while ((ended = waitpid(child, &status, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
                    if (time(NULL) - told->since > (told->state == RUNS ? %1$d : 6 * %1$d)) {
                        snprintf(end, size, "it does not come back within %1$d seconds");
                        kill(child, SIGKILL);
                        return waitpid(child, &status, 0) == child ? 0 : -1;
                    }
                    nanosleep(&pause, NULL);
                }
                if (told->end[0] != 0) {
                    snprintf(end, size, "%%s", told->end);
                } else if (WIFSIGNALED(status)) {
                    snprintf(end, size, "signal %%d (%%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
                } else {
                    snprintf(end, size, "it ends the process with status %%d", WEXITSTATUS(status));
                }
                return ended == child ? 0 : -1;
            }

            int main(void)
            {
                char end[120];
                setvbuf(stdout, NULL, _IOLBF, 0);
                told = mmap(NULL, sizeof(*told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
                if (told == MAP_FAILED) {
                    perror("no memory");
                    return 2;
                }
                told->since = time(NULL);
                pid_t child = fork();
                if (child == 0) {
                    run_scenario();
                }
                if (child < 0 || wait_for(child, end, sizeof(end)) != 0) {
                    perror("no process can be run");
                    return 2;
                }
                if (told->state == BEGUN) {
                    fprintf(stderr, "Python cannot be started: %%s\\n", end);
                }
                if (told->state == BEGUN || told->state == STOPPED) {
                    return 2;
                }
                if (told->state == RUNS) {
                    compare("the scenario", "it comes to its end", end);
                    return 1;
                }
                return told->wrong;
            }
            """.formatted(LIMIT_SECONDS, 10 * LIMIT_SECONDS);

    /** For interpreters that import the program instead of being embedded in it. */
    static final String MODULE = """
            PyMODINIT_FUNC PyInit_oldbuffer_repro(void);

            PyMODINIT_FUNC PyInit_oldbuffer_repro(void)
            {
                int status = main();
                fflush(NULL);
                _Exit(status);
            }
            """;

    private CProcess() {}
}
