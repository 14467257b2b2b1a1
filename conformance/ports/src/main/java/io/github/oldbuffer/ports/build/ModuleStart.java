package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Declarations;
import java.util.List;
import java.util.Optional;

/** Sources that make an extension module: its functions may need what its initialisation sets up. */
final class ModuleStart {

    private static final String INIT = "PyInit_";

    private ModuleStart() {}

    /** The function that makes the module, where a source defines one. */
    static Optional<String> function(Declarations declarations) {
        return declarations.functions().stream()
                .filter(function ->
                        function.isDefinition() && function.simpleName().startsWith(INIT))
                .map(Declaration::name)
                .findFirst();
    }

    /**
     * A function that the probe calls once it has loaded the library, with the GIL held; it returns 0, or -1 with an
     * exception set.
     *
     * @param function that makes the module
     */
    static String text(String function, Language language) {
        String linkage = language == Language.CPP ? "extern \"C\" " : "";
        String prototype = linkage + "__attribute__((visibility(\"default\"))) int oldbuffer_port_start(void)";
        return String.join(
                "\n",
                List.of(
                        prototype + ";",
                        prototype,
                        "{",
                        "    PyObject *made = " + function + "();",
                        "    if (made == NULL || !PyObject_TypeCheck(made, &PyModuleDef_Type)) {",
                        "        return made == NULL ? -1 : 0; /* the module lives as long as the library */",
                        "    }",
                        "    PyObject *machinery = PyImport_ImportModule(\"importlib.machinery\");",
                        "    PyObject *spec = machinery == NULL ? NULL",
                        "        : PyObject_CallMethod(machinery, \"ModuleSpec\", \"sO\", \""
                                + function.substring(function.lastIndexOf(INIT) + INIT.length()) + "\", Py_None);",
                        "    Py_XDECREF(machinery);",
                        "    PyObject *module = spec == NULL ? NULL : PyModule_FromDefAndSpec((PyModuleDef *)made, spec);",
                        "    Py_XDECREF(spec);",
                        "    return module == NULL ? -1 : PyModule_ExecDef(module, (PyModuleDef *)made);",
                        "}",
                        ""));
    }
}
