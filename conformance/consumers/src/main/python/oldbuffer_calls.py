"""Expressions with a place for memory in them, such as `zlib.crc32(_, 1)`."""

import ast
import builtins
import functools
import importlib
import sys

PLACE = "_"
WRONG = "__wrong__"


class Misused(Exception):
    """The expression is none that can be judged; the words are for its author."""


class Missing(Exception):
    """It names what is not there."""


def one_line(problem):
    return " ".join(str(problem).split())


class Call:
    """A call to be judged: compiled, its modules imported."""

    def __init__(self, expression, setup):
        tree = parsed(expression, "eval", "the expression")
        prepared = parsed(setup, "exec", "--setup")
        if not any(isinstance(node, ast.Name) and node.id == PLACE for node in ast.walk(tree)):
            raise Misused("the expression has no _ where the memory goes: %s" % expression)
        self.setup = compile(prepared, "<setup>", "exec")
        self.expression = expression
        self.modules = {}
        self.import_names(tree, assigned(prepared))
        self.import_names(prepared, assigned(prepared))
        self.check(tree)
        call = innermost(tree)
        self.others = other_arguments(call)
        self.code = compile(tree, "<call>", "eval")
        self.wrong = [self.with_wrong(index) for index in range(len(self.others))]

    def import_names(self, tree, known):
        for node in ast.walk(tree):
            names = dotted(node)
            if not names or names[0] in known or names[0] == PLACE or hasattr(builtins, names[0]):
                continue
            for length in range(len(names), 0, -1):
                if self.imported(".".join(names[:length])):
                    break
            else:
                raise Missing("there is no module %s" % names[0])

    def imported(self, name):
        if name in sys.modules:
            self.modules[name.split(".")[0]] = sys.modules[name.split(".")[0]]
            return True
        try:
            importlib.import_module(name)
        except ImportError as problem:
            missing = getattr(problem, "name", None)
            if missing is not None and (name == missing or name.startswith(missing + ".")):
                return False
            if isinstance(problem, ModuleNotFoundError) and "is not a package" in str(problem):
                return False
            raise Missing("the module %s cannot be imported: %s" % (name, one_line(problem)))
        except BaseException as problem:
            raise Missing("the module %s cannot be imported: %s: %s" % (name, type(problem).__name__, one_line(problem)))
        self.modules[name.split(".")[0]] = sys.modules[name.split(".")[0]]
        return True

    def check(self, tree):
        """Everything called is there and can be called; and the setup runs."""
        names = self.fresh()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and dotted(node.func):
                try:
                    found = eval(compile(ast.Expression(node.func), "<call>", "eval"), names)
                except (AttributeError, NameError) as problem:
                    raise Missing(one_line(problem))
                if not callable(found):
                    raise Missing("%s cannot be called: it is of type %s" % (".".join(dotted(node.func)), type(found).__name__))

    def fresh(self):
        """The names of a call that has not been made yet."""
        names = dict(self.modules)
        try:
            exec(self.setup, names)
        except BaseException as problem:
            raise Missing("--setup fails: %s: %s" % (type(problem).__name__, one_line(problem)))
        return names

    def with_wrong(self, index):
        tree = ast.parse(self.expression, mode="eval")
        call = innermost(tree)
        wrong = ast.copy_location(ast.Name(WRONG, ast.Load()), call)
        kind, place = other_arguments(call)[index]
        if kind == "positional":
            call.args[place] = wrong
        else:
            call.keywords[place].value = wrong
        return compile(ast.fix_missing_locations(tree), "<call>", "eval")

    def run(self, given, names, wrong):
        """Calls; every reference that it leaves is the caller's."""
        names[PLACE] = given
        names[WRONG] = object()
        # through an object, so that the interpreter checks what a function leaves behind: calls that it has seen often
        # enough it makes without that check
        called = functools.partial(eval, self.code if wrong is None else self.wrong[wrong], names)
        try:
            return called()
        finally:
            names.pop(PLACE, None)

    def version(self):
        """What the modules say of their version; empty where they say nothing."""
        for module in self.modules.values():
            said = getattr(module, "__version__", None)
            if isinstance(said, str) and said[:1].isdigit():
                return said
        return ""


def parsed(text, mode, what):
    try:
        return ast.parse(text, "<" + what + ">", mode)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        message = getattr(problem, "msg", None) or str(problem)
        raise Misused("%s is no Python: %s: %s" % (what, message, one_line(text)))


def assigned(tree):
    """Names that code binds."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
    return names


def dotted(node):
    """The names of `a.b.c`; none where it is anything else."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return []
    return [node.id] + names[::-1]


def innermost(tree):
    """The call whose argument is the memory, or holds it; None where there is no call."""
    found = None
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and any(
            isinstance(inner, ast.Name) and inner.id == PLACE
            for argument in node.args + [keyword.value for keyword in node.keywords]
            for inner in ast.walk(argument)
        ):
            found = node
    return found


def other_arguments(call):
    """The places of a call's arguments that do not hold the memory."""
    if call is None:
        return []
    places = [("positional", index, node) for index, node in enumerate(call.args)]
    places += [("keyword", index, keyword.value) for index, keyword in enumerate(call.keywords)]
    return [
        (kind, index)
        for kind, index, node in places
        if not isinstance(node, ast.Starred)
        and not any(isinstance(inner, ast.Name) and inner.id == PLACE for inner in ast.walk(node))
    ]
