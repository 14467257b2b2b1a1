package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.process.LastWords;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;

/**
 * Functions of the kit's own, compiled behind the user's sources, that have the original's signature and C's names: the
 * way to static functions, macros, C++ functions and those with other parameters.
 */
final class StandIns {

    private static final String EXPORTED = "__attribute__((visibility(\"default\"))) ";

    private static final String IN_CPP = """
            #include <cxxabi.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <typeinfo>
            #if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
            #define OLDBUFFER_TRY try
            #define OLDBUFFER_CATCH catch (...) { oldbuffer_exception_left(); }
            /* C has no place for it: callers would be torn down. The kit reads the line that names it. */
            __attribute__((noreturn, unused)) static void oldbuffer_exception_left()
            {
                const std::type_info *type = abi::__cxa_current_exception_type();
                const char *name = type == 0 ? "of an unknown type" : type->name();
                int status = 0;
                const char *readable = type == 0 ? 0 : abi::__cxa_demangle(name, 0, 0, &status);
                fprintf(stderr, "\\n%s%s (%s) left the function\\n", OLDBUFFER_DEATH, "a C++ exception",
                    readable == 0 ? name : readable);
                fflush(stderr);
                abort();
            }
            #else
            #define OLDBUFFER_TRY
            #define OLDBUFFER_CATCH
            #endif
            /* Becomes whatever pointer, or reference to a pointer or a length, a function asks for. */
            struct oldbuffer_pointer {
                void *to;
                explicit oldbuffer_pointer(const void *address) : to(const_cast<void *>(address)) {}
                template <class T> operator T *() const { return (T *)to; }
            };
            struct oldbuffer_reference {
                void *to;
                explicit oldbuffer_reference(const void *address) : to(const_cast<void *>(address)) {}
                template <class T> operator T &() const { return *(T *)to; }
            };
            """;

    private StandIns() {}

    /** The symbol in the library. */
    static String symbol(Function function) {
        return "oldbuffer_port_" + function;
    }

    /** What comes behind the user's sources. */
    static String text(List<Chosen> functions, Language language) {
        StringBuilder text = new StringBuilder();
        functions.forEach(each -> text.append(function(each, language)));
        return text.toString();
    }

    /** What has to stand before functions of a language. */
    static String prelude(Language language) {
        String death = "#define OLDBUFFER_DEATH \"" + LastWords.DEATH + "\"\n";
        return "#include <string.h>\n" + (language == Language.CPP ? death + IN_CPP : "");
    }

    /** One function, declared and defined. */
    static String function(Chosen chosen, Language language) {
        boolean cpp = language == Language.CPP;
        String prototype =
                (cpp ? "extern \"C\" " : "") + EXPORTED + Prototypes.of(chosen.function(), symbol(chosen.function()));
        String body = nulls(chosen) + new StandInBody(chosen, cpp).text();
        return prototype + ";\n" + prototype + "\n{\n"
                + (cpp ? "    OLDBUFFER_TRY {\n" + body + "    } OLDBUFFER_CATCH\n" : body) + "}\n";
    }

    /** Behind an adapter the function never sees the outputs: CPython's answer to NULL is given for it. */
    private static String nulls(Chosen chosen) {
        boolean adapted = chosen.adapted() || chosen.fit().isAdapted();
        if (!chosen.function().hasOutputs() || !adapted) {
            return "";
        }
        String object = chosen.fit() == Fit.CONVERTER ? "object == NULL || " : "";
        return "    if (" + object + "buffer == NULL || length == NULL) {\n        if (!PyErr_Occurred()) {\n"
                + "            PyErr_SetString(PyExc_SystemError, \"null argument to internal routine\");\n        }\n"
                + "        return -1;\n    }\n";
    }
}
