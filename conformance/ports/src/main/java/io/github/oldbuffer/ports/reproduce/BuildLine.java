package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.ports.compiler.ShellWords;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one line that builds a program and runs it, in the folder where the program lies; all else has absolute paths.
 *
 * <p>The port is made into a library by the flags that the kit compiles it with, and the program loads it, as the kit
 * does: another way of building could hide the fault. The line ends with what the program ends with, and with 2 where
 * that cannot be built or loaded.
 */
record BuildLine(Setting setting) {

    /** A Python that cannot start ends with 1, which is to mean something else. */
    private static final String CHECK = " -c 'import ctypes'";

    private static final String MODULE = "oldbuffer_repro";
    private static final String IMPORT = " -c 'import " + MODULE + "'";

    private static final String ANYWHERE = "$(python3-config --includes)";

    /** For C. */
    String c(String file) {
        if (setting.module()) {
            String interpreter = ShellWords.quoted(setting.interpreter().orElseThrow());
            return line("", PortLine.joined(program(file), module(interpreter)), interpreter + IMPORT);
        }
        if (setting.python().library() == null) {
            String program = setting.interpreter().map(ShellWords::quoted).orElse("python3")
                    + " -c 'import ctypes, os; os._exit(ctypes.PyDLL(\"./repro.so\").main())'";
            return line(port(), PortLine.joined(program(file), "-shared -fPIC -o repro.so"), program);
        }
        return line(
                port(),
                PortLine.joined(
                        program(file),
                        library(),
                        ShellWords.macro("PYTHON_HOME", setting.python().home()),
                        "-o repro"),
                "./repro");
    }

    /** Compiles an extension module, under the name that the interpreter looks for. */
    private static String module(String interpreter) {
        return "-shared -fPIC -DAS_MODULE -o " + MODULE + "\"$(" + interpreter
                + " -c 'import sysconfig; print(sysconfig.get_config_var(\"EXT_SUFFIX\"))')\"";
    }

    /** For C on a machine with another Python. */
    String elsewhere(String file) {
        if (setting.module()) {
            String interpreter =
                    Path.of(setting.interpreter().orElseThrow()).getFileName().toString();
            return "cc -O2 " + file + " -I\"$(" + interpreter
                    + " -c 'import sysconfig; print(sysconfig.get_path(\"include\"))')\" -ldl " + module(interpreter)
                    + " && " + interpreter + IMPORT;
        }
        String program = PortLine.joined(
                "cc -O2",
                sanitizers(),
                file,
                portMacro(),
                ANYWHERE,
                "$(python3-config --ldflags --embed)",
                "-ldl -o repro");
        return Stream.of(portElsewhere(), program, "./repro")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" && "));
    }

    /** For Python. */
    String python(String file) {
        String port = argument();
        if (setting.interpreter().isPresent() && !setting.sanitized()) {
            String interpreter = ShellWords.quoted(setting.interpreter().get());
            return line(port(), interpreter + CHECK, PortLine.joined(interpreter, file, port));
        }
        // what an interpreter of another version shows may be something else
        String interpreter = PortLine.joined(
                "echo 'int Py_BytesMain(int, char **); int main(int n, char **v) { return Py_BytesMain(n, v); }' |",
                compiler(),
                sanitizers(),
                "-x c - -x none",
                library(),
                "-o python");
        String environment = "PYTHONHOME=" + ShellWords.quoted(setting.python().home())
                + (setting.sanitized()
                        ? " PYTHONMALLOC=malloc ASAN_OPTIONS=" + ShellWords.quoted(CProcess.SANITIZING)
                        : "");
        String python = environment + " ./python";
        return line(port(), interpreter + " && " + python + CHECK, PortLine.joined(python, file, port));
    }

    /** For Python on a machine with another one; to be built as the port is there. */
    String pythonElsewhere(String file) {
        String port = argument();
        return Stream.of(portElsewhere(), PortLine.joined("python3", file, port))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" && "));
    }

    private static String line(String port, String program, String run) {
        String build = Stream.of(port, program).filter(part -> !part.isEmpty()).collect(Collectors.joining(" && "));
        String checked = run + " || (exit $(($? == 1 ? 1 : 2)))";
        return build.isEmpty() ? checked : "{ " + build + " || (exit 2); } && { " + checked + "; }";
    }

    /** What the port's sources hide stands in the C program, which lies beside the other. */
    private String port() {
        return new PortLine(setting)
                .commands(CProgram.FILE, compiler(), including().replace("-I", "-isystem "));
    }

    private String portElsewhere() {
        return new PortLine(setting).commands(CProgram.FILE, "cc", ANYWHERE);
    }

    private String program(String file) {
        return PortLine.joined(compiler(), "-O2", sanitizers(), file, portMacro(), including(), "-ldl");
    }

    private String portMacro() {
        return setting.library()
                .map(library -> ShellWords.macro("PORT", library.toString()))
                .orElse("");
    }

    /** The library, as an argument; none for CPython's own functions. */
    private String argument() {
        return setting.library()
                .map(library -> ShellWords.quoted(library.toString()))
                .orElse(setting.files().isEmpty() ? "" : "./" + PortLine.LIBRARY);
    }

    /** The compiler that the kit compiles ports with. */
    private static String compiler() {
        return Compiler.WORDS;
    }

    /** It is asked for its version, which takes a while: once for all programs. */
    private static final class Compiler {

        private static final String WORDS = words();

        private static String words() {
            try {
                return CCompiler.find(System.getenv()).command().stream()
                        .map(ShellWords::quoted)
                        .collect(Collectors.joining(" "));
            } catch (UnavailableException none) {
                return "cc";
            }
        }
    }

    private String sanitizers() {
        return setting.flags().stream()
                .filter(flag -> flag.matches("-f(no-)?sanitize.*|-fno-omit-frame-pointer|-g"))
                .filter(flag -> setting.sanitized())
                .map(ShellWords::quoted)
                .collect(Collectors.joining(" "));
    }

    private String including() {
        return setting.python().includes().stream()
                .map(folder -> "-I" + ShellWords.quoted(folder.toString()))
                .collect(Collectors.joining(" "));
    }

    private String library() {
        Path preload = setting.python().preload();
        Path library = setting.python().library();
        return Stream.of(preload, library)
                .filter(each -> each != null)
                .map(each -> (each.equals(preload) ? "-Wl,--no-as-needed " : "") + ShellWords.quoted(each.toString())
                        + " -Wl,-rpath," + ShellWords.quoted(each.getParent().toString()))
                .collect(Collectors.joining(" "));
    }
}
