package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Parameter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which functions of a tree types put into their {@code bf_getbuffer}.
 *
 * <p>Such a function is called by {@code PyObject_GetBuffer} for objects of its own type. It may ask another object, and is
 * spelled like a helper that does; called for any object as a helper is, it dies.
 */
final class ExporterSlots {

    /** {@code bf_getbuffer = f}, {@code {Py_bf_getbuffer, (void *)f}} and {@code (getbufferproc)f}. */
    private static final Pattern SLOT = Pattern.compile(
            "(?:\\b(?:Py_)?bf_getbuffer\\s*[=,]\\s*(?:\\([^()]*\\)\\s*)*|\\(\\s*getbufferproc\\s*\\)\\s*)&?\\s*(?:\\w+::)*(\\w+)");

    private static final Pattern TABLE = Pattern.compile("\\bPyBufferProcs\\s+\\w+\\s*=\\s*\\{([^}]*)\\}");

    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Map<Path, Set<String>> byFile = new HashMap<>();

    /** Takes down what a source says. */
    void read(Path file, String text) {
        if (!text.contains("getbuffer") && !text.contains("PyBufferProcs")) {
            return;
        }
        Set<String> names = new HashSet<>();
        Matcher slot = SLOT.matcher(text);
        while (slot.find()) {
            names.add(slot.group(1));
        }
        Matcher table = TABLE.matcher(text);
        while (table.find()) {
            WORD.matcher(table.group(1)).results().forEach(word -> names.add(word.group()));
        }
        byFile.put(file, names);
    }

    /** Whether a function of a file answers requests; one that other files see may be put into its slot there. */
    boolean has(Path file, Declaration function) {
        List<String> types =
                function.parameters().stream().map(Parameter::plainType).toList();
        boolean spelled = types.size() == 3
                && types.get(1).equals("Py_buffer*")
                && types.get(2).equals("int");
        boolean here = byFile.getOrDefault(file, Set.of()).contains(function.simpleName());
        boolean elsewhere = !function.isStatic()
                && byFile.values().stream().anyMatch(names -> names.contains(function.simpleName()));
        return spelled && (here || elsewhere);
    }
}
