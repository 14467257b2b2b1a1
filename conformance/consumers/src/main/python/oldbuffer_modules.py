"""Lists what can be called in modules: functions, constructors, and methods of objects that can be made."""

import builtins
import importlib
import importlib.machinery
import inspect
import os
import pkgutil
import sys

LEFT_OUT = {"os", "posix", "nt", "_posixsubprocess", "_socket", "socket", "fcntl", "_ctypes", "ctypes", "signal", "_signal",
            "_cffi_backend", "_rawffi",
            "faulthandler", "_tkinter", "readline", "termios", "ossaudiodev", "syslog", "resource", "pty", "antigravity",
            "_xxsubinterpreters", "_interpreters", "_interpqueues", "_interpchannels", "_thread", "subprocess",
            "multiprocessing", "this", "idlelib", "turtledemo", "tkinter", "ensurepip", "lib2to3", "test"}
LEFT_OUT_WORDS = ("exit", "abort", "kill", "fork", "wait", "sleep", "pause", "input", "breakpoint", "raise_signal",
                  "interrupt_main", "quit", "_shutdown", "settrace", "setprofile", "set_debug", "acquire", "select", "poll",
                  "memmove")  # which writes as much as its caller says, whatever there is
MAKINGS = ["()", "(b'12345678')", "('12345678')", "(1)", "('B')", "(b'')"]
TESTING = ("_test", "_xx", "xx", "_ctypes_test")


class Unlisted(Exception):
    """There is no such module."""


def standard_library():
    names = {name for name in sys.builtin_module_names}
    folders = [path for path in sys.path if path.endswith("lib-dynload")]
    names.update(module.name for module in pkgutil.iter_modules(folders))
    return sorted(name for name in names if not name.startswith(TESTING) and name not in ("__main__",))


def modules(name):
    """The module of a name, and where it is a package its extension modules."""
    found = [name]
    try:
        module = importlib.import_module(name)
    except BaseException as problem:
        # it may be a distribution under another name
        of_distribution = distribution(name)
        if not of_distribution:
            raise Unlisted("%s cannot be imported: %s: %s" % (name, type(problem).__name__, " ".join(str(problem).split())))
        return [one for each in of_distribution for one in modules(each)]
    for part in pkgutil.walk_packages(getattr(module, "__path__", []), name + ".", onerror=lambda failed: None):
        spec = getattr(part.module_finder, "find_spec", lambda *none: None)(part.name)
        if spec is not None and str(spec.origin or "").endswith(tuple(importlib.machinery.EXTENSION_SUFFIXES)):
            found.append(part.name)
    return found


def distribution(name):
    """The modules at the top of an installed distribution."""
    try:
        from importlib import metadata

        files = metadata.files(name) or []
    except Exception:
        return []
    tops = []
    for file in files:
        top = file.parts[0].split(".")[0]
        if (file.suffix in (".so", ".py")) and top.isidentifier() and top not in tops:
            tops.append(top)
    return tops


def left_out(name):
    """Why a name is not called; None where it is."""
    words = name.lower().split(".")
    if words[0] in LEFT_OUT:
        return "the module %s is left out" % words[0]
    last = words[-1]
    if words[0] in ("operator", "_operator") and last in ("eq", "ne", "__eq__", "__ne__"):
        return "a comparison turns NotImplemented into a result"
    for word in LEFT_OUT_WORDS:
        if word in last:
            return "names with %s are left out" % word
    return None


def members(name):
    """What can be called in a module and is its own, each once, by its expression."""
    module = importlib.import_module(name)
    found, seen = [], set()
    for attribute in sorted(vars(module)):
        if attribute.startswith("__") or not attribute.isidentifier():
            continue
        value = getattr(module, attribute, None)
        if callable(value) and own(value, module, name) and id(value) not in seen:
            seen.add(id(value))
            found.append((name + "." + attribute, value))
    return found


def has_methods(expression, value):
    """Whether it is a type whose methods are those of the module."""
    return isinstance(value, type) and not issubclass(value, BaseException) and left_out(expression) is None


def targets(name, making):
    """Expressions of what can be called in a module, each without its arguments, and what is left out with the reason.

    Methods are those of objects that are made by trial, where that is wanted: it may end the process.
    """
    found, out = [], {}
    for expression, value in members(name):
        add(expression, found, out)
        if has_methods(expression, value):
            methods(expression, value, found, out, making)
    return found, out


def file(name):
    """Where a module's code is, how large it is and since when; empty where it is in the interpreter."""
    path = getattr(sys.modules.get(name), "__file__", None)
    try:
        state = os.stat(path)
    except (TypeError, ValueError, OSError):
        return ""
    return "%s, %d bytes, %d" % (path, state.st_size, state.st_mtime)


def add(expression, found, out):
    why = left_out(expression)
    if why is None:
        found.append(expression)
    else:
        out[expression] = why


def own(value, module, name):
    """Whether it is the module's, not one that it imports. What a module calls itself may be another name."""
    home = getattr(value, "__module__", None)
    names = (name, module.__name__)
    if shown(home, module, name):
        return True
    if isinstance(value, type):
        if home == "builtins":
            return name == "builtins" or getattr(builtins, value.__name__, None) is not value
        return home in names or (in_c(module) and not in_c(sys.modules.get(home)) and not elsewhere(value, name))
    if inspect.isfunction(value):
        return home in names
    if in_c(module) and imported(value, name):
        return False
    return home is None or home in names or inspect.isbuiltin(value)


def imported(value, name):
    """Whether another package shows a function in C under its name, as that which has written it does."""
    for home in (getattr(value, "__module__", None), type(value).__module__):
        same = str(home).split(".")[0].lstrip("_") == name.split(".")[0].lstrip("_")
        shown_there = getattr(sys.modules.get(home), str(getattr(value, "__name__", "")), None)
        if not same and shown_there is value:
            return True
    return False


def shown(home, module, name):
    """Whether a package shows what one of its modules in Python has; what is in C its own module has."""
    inner = hasattr(module, "__path__") and str(home).startswith(name + ".")
    return inner and home in sys.modules and not in_c(sys.modules[home])


def elsewhere(kind, name):
    """Whether a type is that of another package, where it is found under its name."""
    home = kind.__module__
    same = str(home).split(".")[0] == name.split(".")[0]
    return not same and getattr(sys.modules.get(home), kind.__name__, None) is kind


def in_c(module):
    """Whether it is an extension module, whose types like to pretend to be those of a module in Python."""
    return module is not None and not str(getattr(module, "__file__", "")).endswith((".py", ".pyc"))


def methods(expression, kind, found, out, makings):
    made = None
    for making in MAKINGS if makings else []:
        try:
            made = eval("kind" + making, {"kind": kind})
        except BaseException:
            continue
        break
    else:
        making = None
    for name in sorted(dir(kind)):
        if name.startswith("_"):
            continue
        method = inspect.getattr_static(kind, name, None)
        if isinstance(method, (classmethod, staticmethod)) or type(method).__name__ == "classmethod_descriptor":
            add(expression + "." + name, found, out)
        elif making is not None and is_method(made, name):
            add(expression + making + "." + name, found, out)


def is_method(made, name):
    """Whether an object has something to call under a name, which may be computed, and fail, when it is looked at."""
    try:
        return callable(getattr(made, name, None))
    except BaseException:
        return False
