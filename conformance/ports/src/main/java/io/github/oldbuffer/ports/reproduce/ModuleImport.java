package io.github.oldbuffer.ports.reproduce;

/** How programs import an extension module from where it lies, as the kit does before it calls a function in it. */
final class ModuleImport {

    /** Defines {@code import_from(path)}. */
    static final String PYTHON = """
            def import_from(path):
                import importlib, importlib.util, os, sys
                folder, file = os.path.split(os.path.abspath(path))
                names = [file.split('.')[0]]
                while os.path.exists(os.path.join(folder, '__init__.py')):
                    folder, parent = os.path.split(folder)
                    names.insert(0, parent)
                name = '.'.join(names)
                if len(names) > 1:
                    sys.path.insert(0, folder)
                    try:
                        importlib.import_module('.'.join(names[:-1]))
                    except Exception:
                        pass  # the module may do without its package
                if name not in sys.modules:
                    spec = importlib.util.spec_from_file_location(name, path)
                    module = importlib.util.module_from_spec(spec)
                    sys.modules[name] = module
                    spec.loader.exec_module(module)
            """;

    private ModuleImport() {}
}
