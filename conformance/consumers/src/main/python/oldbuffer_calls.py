"""Expressions with a place for memory in them, such as `zlib.crc32(_, 1)`."""

import ast
import builtins
import functools
import importlib
import os
import re
import sys

PLACE = "_"
RECEIVER = "__receiver__"  # the object whose method is called, where the expression makes it

# what stands in the place of another argument: nothing at all, and values that are out of range for most
WRONG = ["object()"]
OUT_OF_RANGE = ["-1", "65536", "1 << 64", "None", "b''"]
MOST_OPTIONS = 6
OPTION = re.compile(r"[(,\[]\s*([a-z_]\w*)\s*=")


PROCESS = os.getpid()


def end_copies():
    """Ends the process where what was called has forked it: it would go on as a second worker, and be forked again."""
    if os.getpid() != PROCESS:
        os._exit(0)


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
        self.imports = set()
        self.import_names(tree, assigned(prepared) | assigned(tree))
        self.import_names(prepared, assigned(prepared))
        self.check(tree)
        self.others = other_arguments(innermost(tree))
        self.receiver, self.receiver_text = receiver_of(tree, expression)
        if self.receiver is not None:
            tree = self.with_receiver(tree)
        self.code = compile(tree, "<call>", "eval")
        self.kinds = None
        self.losses = set()  # paths on which something is lost
        self.compiled = {}

    def import_names(self, tree, known):
        for node in ast.walk(tree):
            names = dotted(node)
            if not names or names[0] in known or names[0] == PLACE or hasattr(builtins, names[0]):
                continue
            for length in range(len(names), 0, -1):
                if self.imported(".".join(names[:length])):
                    self.imports.add(".".join(names[:length]))
                    break
            else:
                raise Missing("there is no module %s" % names[0])

    def imported(self, name):
        outer = name.rpartition(".")[0]
        if outer and outer not in sys.modules and not self.imported(outer):
            # what fails is told of the module that it is
            return False
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
        bound = assigned(tree)  # such as the arguments of a lambda, which are nothing yet
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and dotted(node.func) and dotted(node.func)[0] not in bound:
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

    def wrong_kinds(self):
        """What can be wrong beside the memory: the kind of an argument, its place or name, and the text that it gets.

        The arguments that there are come first, each replaced by an object; their order is part of what is on file.
        """
        if self.kinds is None:
            self.kinds = [other + (text,) for text in WRONG for other in self.others]
            self.kinds += [other + (text,) for other in self.others for text in OUT_OF_RANGE]
            self.kinds += [("option", name, "object()") for name in self.options()]
        return self.kinds

    def options(self):
        """Names of arguments that the call leaves out; the empty name is one more argument without a name."""
        call = innermost(ast.parse(self.expression, mode="eval"))
        if call is None or any(isinstance(each, ast.Starred) for each in call.args):
            return []
        try:
            function = eval(compile(ast.Expression(call.func), "<call>", "eval"), self.fresh())
        except BaseException:
            return []
        given = {keyword.arg for keyword in call.keywords}
        named = [name for name in optional(function, len(call.args)) if name not in given]
        return named[:MOST_OPTIONS]

    def changed(self, index):
        """The tree of the call with something wrong."""
        kind, place, text = self.wrong_kinds()[index]
        tree = ast.parse(self.expression, mode="eval")
        call = innermost(tree)
        wrong = ast.parse(text, mode="eval").body
        if kind == "positional":
            call.args[place] = wrong
        elif kind == "keyword":
            call.keywords[place].value = wrong
        elif place:
            call.keywords.append(ast.keyword(place, wrong))
        else:
            call.args.append(wrong)
        return ast.fix_missing_locations(tree)

    def with_receiver(self, tree):
        tree.body.func.value = ast.Name(RECEIVER, ast.Load())
        return ast.fix_missing_locations(tree)

    def compiled_wrong(self, index):
        if index not in self.compiled:
            tree = self.changed(index)
            self.compiled[index] = compile(tree if self.receiver is None else self.with_receiver(tree), "<call>", "eval")
        return self.compiled[index]

    def wrong_texts(self):
        """The expression with each thing that can be wrong, for programs; empty before 3.8."""
        call = innermost(ast.parse(self.expression, mode="eval"))
        plain = "\n" not in self.expression and all(ord(letter) <= 126 for letter in self.expression)
        if call is None or not plain or not hasattr(call, "end_col_offset"):
            return []
        texts = []
        for kind, place, text in self.wrong_kinds():
            if kind == "option":
                end = call.end_col_offset - 1
                separator = "" if self.expression[:end].rstrip().endswith(("(", ",")) else ", "
                texts.append(self.expression[:end] + separator + (place + "=" if place else "") + text + self.expression[end:])
            else:
                node = call.args[place] if kind == "positional" else call.keywords[place].value
                texts.append(self.expression[: node.col_offset] + text + self.expression[node.end_col_offset :])
        return texts

    def run(self, given, names, wrong):
        """Calls; every reference that it leaves is the caller's."""
        if self.receiver is not None:
            names[RECEIVER] = eval(self.receiver, names)
        names[PLACE] = given
        # through an object, so that the interpreter checks what a function leaves behind: calls that it has seen often
        # enough it makes without that check
        called = functools.partial(eval, self.code if wrong is None else self.compiled_wrong(wrong), names)
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


def receiver_of(tree, expression):
    """The code and the text of the object whose method is called, where the expression makes one; else nothing."""
    call = tree.body
    if not isinstance(call, ast.Call) or call is not innermost(tree) or not isinstance(call.func, ast.Attribute):
        return None, ""
    value = call.func.value
    if not any(isinstance(node, ast.Call) for node in ast.walk(value)):
        return None, ""
    text = expression[: value.end_col_offset] if hasattr(value, "end_col_offset") and "\n" not in expression else ""
    return compile(ast.Expression(value), "<call>", "eval"), text


def optional(function, given):
    """Names of the arguments that a function takes besides those that it is given without a name."""
    import inspect

    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        said = OPTION.findall(str(getattr(function, "__doc__", None) or "").split("\n\n")[0])
        return [""] + list(dict.fromkeys(said))
    named = [one for one in parameters if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)][given:]
    left = [one.name for one in named if one.kind is one.POSITIONAL_OR_KEYWORD]
    if named and named[0].kind is named[0].POSITIONAL_ONLY:
        left.append("")
    return left + [one.name for one in parameters if one.kind is one.KEYWORD_ONLY]


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
