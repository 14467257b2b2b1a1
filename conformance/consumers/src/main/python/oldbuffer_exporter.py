"""Asks an object for its memory with every flag, and tries to take the memory away while it is held.

Usage: oldbuffer_exporter.py MODULE, the extension module oldbuffer_consumer compiled for this interpreter. Reads a line of
JSON with expression, setup and paths, and writes lines of JSON: one for each request as soon as it is answered, and one with
the rest. What the driver writes before anything is asked tells that the object could be made.
"""

import json
import os
import struct
import sys

from oldbuffer_driver import load, private_streams

STRUCTURES = (0, 0x8, 0x18, 0x38, 0x58, 0x98, 0x118)
WRITABLE, FORMAT, FULL_RO = 1, 4, 0x11C
REQUESTS = [structure | form | writable for structure in STRUCTURES for form in (0, FORMAT) for writable in (0, WRITABLE)
            if structure or not form]
FIELDS = ("code", "raised", "owner", "address", "length", "readonly", "itemsize", "ndim", "format", "shape", "strides",
          "suboffsets", "left")
CHANGES = {"append": (0,), "extend": ((0,) * 64,), "clear": (), "pop": (), "frombytes": (bytes(4096),),
           "resize": (1 << 16,), "release": (), "close": (), "detach": ()}


def size_of(form):
    """Of an item with a format of this machine; formats with an order of their own are read in different ways."""
    if form is None or form[:1] in ("<", ">", "=", "!", "^"):
        return None
    try:
        return struct.calcsize(form)
    except (struct.error, ValueError):
        return None


class Asked:
    def __init__(self, module, question):
        self.module = module
        self.setup, self.expression = question["setup"], question["expression"]

    def make(self):
        names = {"__name__": "oldbuffer_object"}
        exec(compile(self.setup, "<setup>", "exec"), names)
        made = eval(compile(self.expression, "<expression>", "eval"), names)
        return made, names

    def request(self, made, flags, keep):
        told = dict(zip(FIELDS, self.module.request(made, flags, keep)))
        told["flags"] = flags
        told["calcsize"] = size_of(told.get("format"))
        return told

    def changes(self):
        for method, arguments in sorted(CHANGES.items()):
            made = self.another(method)
            if made is not None:
                yield self.changed(made, method, arguments)

    def another(self, method):
        """Another such object that has the method; None where there is none, as an expression may work only once."""
        try:
            made, self.names = self.make()
            return made if callable(getattr(made, method, None)) else None
        except BaseException:
            return None

    def changed(self, made, method, arguments):
        flags = FULL_RO
        held = self.request(made, flags, 1)
        if held["code"] != 0:
            flags = 0
            held = self.request(made, flags, 1)
        again = self.request(made, flags, 0)
        raised = self.tried(made, method, arguments)
        after = self.request(made, flags, 0)
        self.module.let_go()
        freed = self.tried(made, method, arguments) if raised == "BufferError" else None
        if freed == "BufferError" and self.locked_anyway(method, arguments):
            freed = None
        return {"method": method, "held": held, "again": again, "raised": raised, "after": after, "freed": freed}

    def locked_anyway(self, method, arguments):
        """Whether somebody else locks the object, such as a view that the setup made and holds."""
        made = self.another(method)
        return made is None or self.tried(made, method, arguments) == "BufferError"

    @staticmethod
    def tried(made, method, arguments):
        try:
            getattr(made, method)(*arguments)
        except BaseException as exception:
            return "BufferError" if isinstance(exception, BufferError) else type(exception).__name__
        return None


def main():
    incoming, out = private_streams()

    def say(told):
        os.write(out, (json.dumps(told) + "\n").encode("ascii"))

    question = json.loads(incoming.readline())
    sys.path[:0] = question["paths"]
    asked = Asked(load(sys.argv[1]), question)
    counts = hasattr(sys, "getrefcount") and sys.implementation.name == "cpython"
    try:
        made, names = asked.make()
    except BaseException as exception:
        say({"unmade": "%s: %s" % (type(exception).__name__, exception), "syntax": isinstance(exception, SyntaxError)})
        return
    offers = asked.module.offers(made)
    say({"made": type(made).__name__, "python": "%d.%d.%d" % sys.version_info[:3], "offers": offers})
    if not offers:
        return
    for flags in REQUESTS:
        say({"asking": flags})
        say({"answer": asked.request(made, flags, 0)})
    before = sys.getrefcount(made) if counts else 0
    for flags in REQUESTS:
        asked.module.request(made, flags, 0)
    after = sys.getrefcount(made) if counts else 0
    say({"asking": None})
    say({"counts": counts, "references": after - before, "changes": list(asked.changes())})


main()
