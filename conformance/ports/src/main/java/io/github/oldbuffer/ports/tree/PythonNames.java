package io.github.oldbuffer.ports.tree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Python code calls the functions of a tree, by what the tables of their modules say. */
final class PythonNames {

    private static final Pattern TABLE = Pattern.compile("\\bPyMethodDef\\s+([\\w:]+)\\s*\\[[^\\]]*\\]\\s*=\\s*\\{");

    /** {@code {"name", (PyCFunction)function, METH_...}}, with whatever casts and macros. */
    private static final Pattern ENTRY = Pattern.compile("\\{\\s*\"(\\w+)\"\\s*,\\s*([^{}\"]*?)\\bMETH_");

    private static final Pattern MODULE = Pattern.compile("\\bPyModuleDef\\s+\\w+\\s*=\\s*\\{([^}]*)\\}");

    private static final Pattern TYPE =
            Pattern.compile("\\bPyTypeObject\\s+[\\w:]+\\s*=\\s*\\{(.*?)\\}\\s*;", Pattern.DOTALL);

    private static final Pattern STRING = Pattern.compile("\"([\\w.]+)\"");

    private static final Pattern INIT = Pattern.compile("\\bPyInit_(\\w+)|\\bBOOST_PYTHON_MODULE\\s*\\(\\s*(\\w+)");

    private final Map<String, String> calls = new HashMap<>();

    /** Takes down what a source says. */
    void read(Path file, String text) {
        if (text.contains("PyMethodDef") || text.contains("PyTypeObject")) {
            Map<String, String> owners = new HashMap<>();
            Matcher type = TYPE.matcher(text);
            while (type.find()) {
                Matcher name = STRING.matcher(type.group(1));
                String owner = name.find() ? packaged(file, name.group(1)) : "MODULE.TYPE";
                words(type.group(1)).forEach(word -> owners.putIfAbsent(word, owner + "()"));
                words(type.group(1))
                        .filter(word -> word.endsWith("init"))
                        .forEach(word -> calls.put(word, owner + "(_)"));
            }
            String module = packaged(file, module(text));
            Matcher table = TABLE.matcher(text);
            while (table.find()) {
                int end = text.indexOf("};", table.end());
                Matcher entry = ENTRY.matcher(text.substring(table.end(), end < 0 ? text.length() : end));
                String owner = owners.getOrDefault(table.group(1), module);
                while (entry.find()) {
                    String call = owner + "." + entry.group(1) + "(_)";
                    words(entry.group(2)).forEach(word -> calls.putIfAbsent(word, call));
                }
            }
        }
    }

    /** Names may be put together of a macro and a string, or leave out the package. */
    private static String packaged(Path file, String name) {
        String plain = name.startsWith(".") ? "MODULE" + name : name;
        Path folder = file.getParent();
        return plain.contains(".") || plain.equals("MODULE") || folder == null || !isPackage(folder)
                ? plain
                : ofCython(folder.resolve(plain));
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Pattern.compile("\\w+").matcher(text).results().map(found -> found.group());
    }

    private static String module(String text) {
        Matcher definition = MODULE.matcher(text);
        if (definition.find()) {
            Matcher name = STRING.matcher(definition.group(1));
            if (name.find()) {
                return name.group(1);
            }
        }
        Matcher init = INIT.matcher(text);
        return init.find() ? init.group(1) == null ? init.group(2) : init.group(1) : "MODULE";
    }

    /** Empty where the tree does not tell. */
    String of(String function) {
        return calls.getOrDefault(function.substring(function.lastIndexOf(':') + 1), "");
    }

    /** The module that a Cython source becomes. */
    static String ofCython(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\..*", "");
        for (Path folder = file.getParent(); folder != null && isPackage(folder); folder = folder.getParent()) {
            name = folder.getFileName() + "." + name;
        }
        return name;
    }

    private static boolean isPackage(Path folder) {
        return folder.getFileName() != null
                && (Files.exists(folder.resolve("__init__.py")) || Files.exists(folder.resolve("__init__.pyx")));
    }
}
