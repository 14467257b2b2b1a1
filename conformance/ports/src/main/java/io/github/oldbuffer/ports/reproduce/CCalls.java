package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.ports.build.Prototypes;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.Set;

/**
 * How C programs find the functions and call them: through pointers, on a stack full of rubbish, as the kit does.
 *
 * @param functions that the program calls
 */
record CCalls(Setting setting, Set<Function> functions) {

    private static final String DIRT = """
            /* Leaves rubbish where the variables of the next call will be: one that it does not set shows every time. */
            static __attribute__((noinline)) void dirty_stack(void)
            {
                char room[4096];
                void *(*volatile fill)(void *, int, size_t) = memset; /* volatile: or it would be left out */
                fill(room, 0xA5, sizeof(room));
            }

            static void overwritten(void)
            {
                snprintf(told->end, sizeof(told->end), "it overwrites variables of its caller");
                _Exit(0);
            }
            """;

    private static final String CALL = """

            static %1$s;

            static __attribute__((noinline)) int watched_%2$s(%3$s)
            {
                /* volatile, so that copies are kept across the call: in all registers that it has to restore */
                volatile uintptr_t mark = 0x5EA1ED;
                uintptr_t a = mark, b = mark, c = mark, d = mark, e = mark, f = mark;
                volatile int code = %2$s(%4$s);
                if (a != mark || b != mark || c != mark || d != mark || e != mark || f != mark) {
                    overwritten();
                }
                return code;
            }

            static __attribute__((noinline)) int call_%2$s(%3$s)
            {
                dirty_stack();
                return watched_%2$s(%4$s);
            }
            """;

    private static final String FIND = """

            static void find(void *library, const char *name, void *pointer)
            {
                void *found = dlsym(library, name);
                if (found == NULL) {
                    char other[80]; /* PyPy's C functions have names of their own */
                    snprintf(other, sizeof(other), "PyPy%s", name + 2);
                    found = dlsym(library, other);
                }
                if (found == NULL) {
                    fprintf(stderr, "there is no %s\\n", name);
                    stop("the function is not there");
                }
                memcpy(pointer, &found, sizeof(found)); /* C has no cast from what dlsym returns to functions */
            }
            """;

    private static final String LOAD = """
                void *port = dlopen(PORT, RTLD_NOW | RTLD_LOCAL);
                if (port == NULL) {
                    fprintf(stderr, "%s\\n", dlerror());
                    stop("the port does not load");
                }
                int (*start)(void);
                void *address = dlsym(port, "oldbuffer_port_start");
                memcpy(&start, &address, sizeof(address));
                if (start != NULL && start() != 0) {
                    stop("the port's module cannot be initialised");
                }
            """;

    /** The pointer to a function, and behind {@code call_} the name of what calls it. */
    static String pointer(Function function) {
        return switch (function) {
            case CHAR -> "as_char_buffer";
            case READ -> "as_read_buffer";
            case CHECK -> "check_read_buffer";
            case WRITE -> "as_write_buffer";
        };
    }

    /** Definitions for the top of the program. */
    String definitions() {
        StringBuilder text = new StringBuilder(DIRT);
        for (Function function : functions) {
            String prototype = Prototypes.of(function, "");
            text.append(CALL.formatted(
                    Prototypes.pointerTo(function, pointer(function)),
                    pointer(function),
                    prototype.substring(prototype.indexOf('(') + 1, prototype.length() - 1),
                    function.hasOutputs() ? "object, buffer, length" : "object"));
        }
        return text.append(FIND).append("\n").append(findAll()).toString();
    }

    private String findAll() {
        StringBuilder text = new StringBuilder("static void find_functions(void)\n{\n");
        if (functions.stream().anyMatch(setting.names()::containsKey)) {
            text.append(LOAD);
        }
        if (setting.recipe().module() && functions.stream().anyMatch(setting.names()::containsKey)) {
            text.append("    PyModule_AddStringConstant(PyImport_AddModule(\"__main__\"), \"port\", PORT);\n    run("
                    + CProgram.quoted(ModuleImport.PYTHON + "import_from(port)\n") + ");\n");
        }
        for (Function function : functions) {
            boolean own = setting.names().containsKey(function);
            text.append("    find(" + (own ? "port" : "RTLD_DEFAULT") + ", \"" + setting.symbol(function) + "\", &"
                    + pointer(function) + ");\n");
        }
        return text.append("}\n").toString();
    }
}
