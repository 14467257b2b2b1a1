package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Declarations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sources that make an extension module: its functions may need what its initialisation sets up. */
final class ModuleStart {

    private static final String INIT = "PyInit_";

    /**
     * As an import does it: a module of one phase is found by its definition then, and any by its name. Cython has the
     * whole name, with that of the package.
     */
    private static final String TEXT = """
            #ifdef __Pyx_MODULE_NAME
            #define OLDBUFFER_MODULE_NAME __Pyx_MODULE_NAME
            #else
            #define OLDBUFFER_MODULE_NAME "NAME"
            #endif

            static PyObject *oldbuffer_port_create(PyObject *self, PyObject *spec)
            {
                (void)self;
                PyObject *made = FUNCTION();
                if (made != NULL && PyObject_TypeCheck(made, &PyModuleDef_Type)) {
                    return PyModule_FromDefAndSpec((PyModuleDef *)made, spec);
                }
                PyModuleDef *definition = made != NULL && PyModule_Check(made) ? PyModule_GetDef(made) : NULL;
                if (definition != NULL && PyState_FindModule(definition) == NULL
                        && PyState_AddModule(made, definition) != 0) {
                    Py_CLEAR(made);
                }
                return made;
            }

            static PyObject *oldbuffer_port_execute(PyObject *self, PyObject *module)
            {
                (void)self;
                PyModuleDef *definition = PyModule_Check(module) ? PyModule_GetDef(module) : NULL;
                if (definition != NULL && definition->m_slots != NULL && PyModule_ExecDef(module, definition) != 0) {
                    return NULL;
                }
                Py_RETURN_NONE;
            }

            static PyMethodDef oldbuffer_port_loading[] = {
                {"create", oldbuffer_port_create, METH_O, NULL},
                {"execute", oldbuffer_port_execute, METH_O, NULL},
            };

            LINKAGE__attribute__((visibility("default"))) int oldbuffer_port_start(void);
            LINKAGE__attribute__((visibility("default"))) int oldbuffer_port_start(void)
            {
                PyObject *create = PyCFunction_NewEx(&oldbuffer_port_loading[0], NULL, NULL);
                PyObject *execute = PyCFunction_NewEx(&oldbuffer_port_loading[1], NULL, NULL);
                PyObject *names = create == NULL || execute == NULL ? NULL
                    : Py_BuildValue("{sOsOsOsssN}", "__builtins__", PyEval_GetBuiltins(), "create", create,
                        "execute", execute, "name", OLDBUFFER_MODULE_NAME, "folders", Py_BuildValue("[FOLDERS]"FOLDER_NAMES));
                PyObject *done = names == NULL ? NULL : PyRun_String(IMPORT, Py_file_input, names, names);
                Py_XDECREF(create);
                Py_XDECREF(execute);
                Py_XDECREF(names);
                Py_XDECREF(done);
                return done == NULL ? -1 : 0;
            }
            """;

    /**
     * A package that cannot be imported, since its other modules are not built, stands in as one without contents: what
     * lies in its folder can be imported from it. Where a module imports what imports it in turn, that comes first, as
     * it does for who uses it.
     */
    private static final String IMPORT = """
            import importlib, importlib.machinery, os, sys, types
            class Loader:
                create_module = staticmethod(create)
                exec_module = staticmethod(execute)
            class Finder:
                @staticmethod
                def find_spec(wanted, path=None, target=None):
                    return importlib.machinery.ModuleSpec(name, Loader) if wanted == name else None
            sys.meta_path.insert(0, Finder)
            sys.path.extend(folders)
            parents = name.split('.')[:-1]
            empty = []
            try:
                if parents:
                    importlib.import_module('.'.join(parents))
            except Exception:
                for i in range(len(parents)):
                    package = '.'.join(parents[:i + 1])
                    if package not in sys.modules:
                        sys.modules[package] = types.ModuleType(package)
                        sys.modules[package].__path__ = [os.path.join(each, *parents[:i + 1]) for each in folders]
                        empty.append(package)
            try:
                importlib.import_module(name)
            except Exception as failed:
                at, others = failed.__traceback__, []
                while at is not None:
                    others.append(at.tb_frame.f_globals.get('__name__') or name)
                    at = at.tb_next
                others = [each for each in others if each != name and not each.startswith(('importlib', '_frozen'))]
                if not others:
                    raise
                for package in empty:
                    sys.modules.pop(package, None)
                try:
                    importlib.import_module(others[0])
                except Exception:
                    pass  # it may have imported the module by then
                try:
                    importlib.import_module(name)
                except Exception:
                    raise failed from None
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
     * @param folders in which the module finds other modules, besides those of Python
     */
    static String text(String function, Language language, List<Path> folders) {
        String linkage = language == Language.CPP ? "extern \"C\" " : "";
        String name = function.substring(function.lastIndexOf(INIT) + INIT.length());
        return TEXT.replace("LINKAGE", linkage)
                .replace("FUNCTION", function)
                .replace("\"NAME\"", literal(name))
                .replace(
                        "IMPORT",
                        IMPORT.lines().map(line -> literal(line + "\n")).collect(Collectors.joining("\n        ")))
                .replace("FOLDERS", "s".repeat(folders.size()))
                .replace(
                        "FOLDER_NAMES",
                        folders.stream()
                                .map(each -> ", " + literal(each.toString()))
                                .collect(Collectors.joining()));
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
