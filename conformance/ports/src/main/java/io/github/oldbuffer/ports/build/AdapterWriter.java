package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.UnknownNameException;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Fields;
import io.github.oldbuffer.ports.declaration.TypeKind;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.text.KitCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes adapters: sources that give a helper with other parameters the signature of one of the four.
 *
 * @param units the user's sources
 */
record AdapterWriter(PortCompiler compiler, List<ReadUnit> units) {

    /**
     * The source of an adapter.
     *
     * @param wanted a function or a class, or {@code AsWriteBuffer=my_helper}
     * @throws PortException where no source has it
     */
    String text(String wanted) throws PortException {
        int equals = wanted.indexOf('=');
        String name = wanted.substring(equals + 1).strip();
        Optional<Function> named = Optional.empty();
        if (equals >= 0) {
            named = PortNames.function(wanted.substring(0, equals).strip());
            if (named.isEmpty()) {
                throw new PortException(
                        "--adapt knows AsCharBuffer, AsReadBuffer, CheckReadBuffer and AsWriteBuffer, and no '"
                                + wanted.substring(0, equals).strip() + "'.");
            }
        }
        for (ReadUnit unit : units) {
            List<Declaration> functions = unit.declarations().named(name);
            if (!functions.isEmpty()) {
                return ofFunction(unit, named.orElseGet(() -> like(name)), functions.get(0));
            }
        }
        for (ReadUnit unit : units) {
            Optional<String> structure = unit.declarations().structure(name);
            if (structure.isPresent() && unit.unit().language() == Language.CPP) {
                return ofClass(unit, named.orElseGet(() -> like(name)), structure.get());
            }
        }
        throw new UnknownNameException(
                "None of the files declares a function or a class " + name + ".",
                name,
                units.stream().flatMap(unit -> unit.defined().stream()).toList());
    }

    /** The one of the four whose work a name speaks of. */
    static Function like(String name) {
        String words = name.toLowerCase(Locale.ROOT);
        if (words.contains("writ") || words.contains("mutable")) {
            return Function.WRITE;
        } else if (words.contains("check") || words.startsWith("is_") || words.startsWith("has_")) {
            return Function.CHECK;
        }
        return words.contains("char") ? Function.CHAR : Function.READ;
    }

    private String ofFunction(ReadUnit unit, Function function, Declaration helper) throws PortException {
        if (Spelled.isForPython(helper)
                && helper.isDefinition()
                && helper.body().stream().anyMatch(token -> token.text().startsWith("PyArg_"))) {
            throw new PortException("The function " + helper.name()
                    + " takes the arguments of a call in Python, so that no adapter can hand it an object's memory: "
                    + KitCommand.NAME + " call 'MODULE.FUNCTION(_)' judges it as Python code calls it; it is declared: "
                    + helper.text() + " (" + helper.place() + ").");
        }
        Map<String, TypeKind> kinds = new SignatureCheck(compiler).kinds(unit.unit(), helper);
        AdapterBody body = new AdapterBody(unit, function, helper, kinds);
        String text = body.text();
        return source(
                unit,
                function,
                helper.name(),
                "declared in " + helper.place() + ":\n *\n *     " + helper.text(),
                text);
    }

    private String ofClass(ReadUnit unit, Function function, String structure) {
        String text = "    " + structure + " held(object);\n    if (PyErr_Occurred()) { /* "
                + AdapterBody.FINISH + ": how it tells that it failed */\n        return -1;\n    }\n"
                + new Fields(unit.declarations(), structure)
                        .given("held")
                        .orElse("    /* " + AdapterBody.FINISH + ": *buffer and *length, out of held */\n")
                + "    return 0;\n";
        return source(unit, function, structure, "a class.", text);
    }

    /** Headers need not include Python's, and sources may define something for them first. */
    private static String included(Path file, boolean generated) {
        String own = generated ? "" : "#include \"" + file.getFileName() + "\"\n";
        return Language.isHeader(file)
                ? "#include <Python.h>\n" + own
                : own + (own.isEmpty() ? "" : "\n") + "#include <Python.h>\n";
    }

    private static String source(ReadUnit unit, Function function, String name, String what, String body) {
        String file = unit.unit().origin().getFileName().toString();
        boolean generated = !unit.unit().origin().equals(unit.unit().main());
        boolean cpp = unit.unit().language() == Language.CPP;
        String finish = body.contains(AdapterBody.FINISH)
                ? " * What only you can know is marked " + AdapterBody.FINISH + ".\n *\n"
                : "";
        String prototype = (cpp ? "extern \"C\" " : "") + Prototypes.of(function, function.cName());
        return "/*\n * Gives " + name + " the signature of " + function.cName() + ". It is " + what + "\n *\n" + finish
                + " *     " + KitCommand.NAME + " port " + file + " --adapter ADAPTER"
                + unit.unit().language().ending()
                + "\n */\n" + included(unit.unit().origin(), generated) + "#include <string.h>\n\n"
                + prototype + ";\n\n" + prototype + "\n{\n" + body + "}\n";
    }
}
