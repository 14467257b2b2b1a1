package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether a function of a C source can be called as the original is, as far as a compiler can tell.
 *
 * @param folder for files of the kit's own
 */
record SignatureCheck(PortCompiler compiler, Path folder) {

    /** Words of compilers about a name that is not known in a source. */
    private static final String UNKNOWN = ".*(undeclared|undefined identifier|implicit declaration).*";

    /**
     * Checks one function in the source that has it.
     *
     * @return a note where its parameters point to something else than the original's
     * @throws PortException where it cannot be called with the original's arguments at all
     */
    Optional<String> note(Path source, Function function, String name) throws PortException {
        Optional<String> wrong = compiler.complaint(
                text(source, function, call(function, name)),
                List.of("-Werror=int-conversion", "-Werror=implicit-function-declaration"));
        if (wrong.isPresent() && !wrong.get().matches(UNKNOWN)) {
            throw new PortException("The function " + name + " cannot be called as " + function.cName() + " is: "
                    + wrong.get() + "; the original is declared: " + Prototypes.of(function, function.cName()) + ".");
        }
        Optional<String> strict = compiler.complaint(
                text(
                        source,
                        function,
                        "static " + Prototypes.pointer(function, "oldbuffer_pointer") + " = " + name
                                + ";\nvoid *oldbuffer_use(void);\nvoid *oldbuffer_use(void) { return &oldbuffer_pointer; }\n"),
                List.of("-Werror=incompatible-pointer-types"));
        return strict.filter(words -> words.contains("incompatible"))
                .map(words -> name + " is declared otherwise than " + Prototypes.of(function, function.cName())
                        + "; it is judged as if it were declared so");
    }

    private Path text(Path source, Function function, String check) throws PortException {
        Path file = folder.resolve("check-" + function + ".c");
        try {
            return Files.writeString(file, "#include \"" + source + "\"\n#include <Python.h>\n" + check);
        } catch (IOException e) {
            throw new PortException("No file could be written beside the port: " + e + ".", e);
        }
    }

    private static String call(Function function, String name) {
        String arguments = function.hasOutputs() ? "(void *)0, (void *)0, (void *)0" : "(void *)0";
        return "int oldbuffer_call(void);\nint oldbuffer_call(void) { int code = " + name + "(" + arguments
                + "); return code; }\n";
    }
}
