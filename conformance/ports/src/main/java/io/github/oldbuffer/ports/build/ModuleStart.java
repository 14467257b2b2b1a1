package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Declarations;
import java.util.Optional;

/** Sources that make an extension module: its functions may need what its initialisation sets up. */
final class ModuleStart {

    private static final String INIT = "PyInit_";

    /** As an import does it: a module of one phase is found by its definition then, and any by its name. */
    private static final String TEXT = """
            LINKAGE__attribute__((visibility("default"))) int oldbuffer_port_start(void);
            LINKAGE__attribute__((visibility("default"))) int oldbuffer_port_start(void)
            {
                PyObject *made = FUNCTION();
                if (made == NULL) {
                    return -1;
                }
                if (!PyObject_TypeCheck(made, &PyModuleDef_Type)) {
                    PyModuleDef *definition = PyModule_Check(made) ? PyModule_GetDef(made) : NULL;
                    if (definition != NULL && PyState_FindModule(definition) == NULL
                            && PyState_AddModule(made, definition) != 0) {
                        return -1;
                    }
                    return PyDict_SetItemString(PyImport_GetModuleDict(), "NAME", made);
                }
                PyObject *machinery = PyImport_ImportModule("importlib.machinery");
                PyObject *spec = machinery == NULL ? NULL
                    : PyObject_CallMethod(machinery, "ModuleSpec", "sO", "NAME", Py_None);
                Py_XDECREF(machinery);
                PyObject *module = spec == NULL ? NULL : PyModule_FromDefAndSpec((PyModuleDef *)made, spec);
                Py_XDECREF(spec);
                if (module == NULL || PyDict_SetItemString(PyImport_GetModuleDict(), "NAME", module) != 0) {
                    return -1;
                }
                return PyModule_ExecDef(module, (PyModuleDef *)made);
            }
            """;

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
        String name = function.substring(function.lastIndexOf(INIT) + INIT.length());
        return TEXT.replace("LINKAGE", linkage).replace("FUNCTION", function).replace("NAME", name);
    }
}
