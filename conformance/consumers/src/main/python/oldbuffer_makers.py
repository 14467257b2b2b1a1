"""Finds methods of objects that only calls make: of functions, such as zlib.compressobj, and of other methods."""

import importlib
import sys

import oldbuffer_modules

MOST_METHODS = 1000  # of one module, that are called to see what they make


class Makers:
    """What functions and methods of a module make: objects of types that nobody could make from the type alone.

    `avoided` are expressions that end the process; `say` hears of each before it is called.
    """

    def __init__(self, name, avoided, say):
        self.module = importlib.import_module(name)
        self.name = name
        self.avoided = avoided
        self.say = say
        self.kinds = set()
        self.found = []

    def made(self, expression, call):
        """The first object that the call with one of the makings gives, and how it was made."""
        if any(expression + making in self.avoided for making in oldbuffer_modules.MAKINGS):
            return None, None
        for making in oldbuffer_modules.MAKINGS:
            self.say("@make " + expression + making)
            try:
                return expression + making, eval("call" + making, {"call": call})
            except BaseException:
                continue
        return None, None

    def is_new(self, made):
        """Whether it is of a type of the module, or of its package, that has not been seen."""
        kind = type(made)
        home = str(getattr(kind, "__module__", "")).split(".")[0].lstrip("_")
        at_home = home == self.name.split(".")[0].lstrip("_") or oldbuffer_modules.own(kind, self.module, self.name)
        return kind not in self.kinds and home != "builtins" and at_home and not isinstance(made, BaseException)

    def take(self, expression, made):
        kind = type(made)
        self.kinds.add(kind)
        found, out = [], {}
        for method in sorted(dir(kind)):
            if not method.startswith("_") and oldbuffer_modules.is_method(made, method):
                oldbuffer_modules.add(expression + "." + method, found, out)
        self.found.append({"type": "%s.%s" % (kind.__module__, kind.__qualname__), "targets": found, "out": out})
        return found

    def search(self):
        """For each type that was found its methods, and what is left out of them."""
        methods = []
        for expression, value in oldbuffer_modules.members(self.name):
            if isinstance(value, type):
                if oldbuffer_modules.has_methods(expression, value):
                    how, made = self.made(expression, value)
                    if how is not None and type(made) not in self.kinds:
                        self.kinds.add(type(made))
                        methods += [how + "." + each for each in sorted(dir(type(made))) if not each.startswith("_")]
        for expression, value in oldbuffer_modules.members(self.name):
            if not isinstance(value, type) and oldbuffer_modules.left_out(expression) is None:
                how, made = self.made(expression, value)
                if how is not None and self.is_new(made):
                    methods += self.take(how, made)
        for method in methods[:MOST_METHODS]:
            if oldbuffer_modules.left_out(method) is None:
                self.of_method(method)
        return self.found

    def of_method(self, method):
        receiver, _, attribute = method.rpartition(".")

        def call(*arguments):
            names = {self.name.split(".")[0]: sys.modules[self.name.split(".")[0]]}
            return getattr(eval(receiver, names), attribute)(*arguments)

        how, made = self.made(method, call)
        if how is not None and self.is_new(made):
            self.take(how, made)
