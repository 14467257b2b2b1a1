"""What only shows over time: memory that grows, objects that stay, threads that get in each other's way.

usage: python stress.py MODULE [PORT CHAR READ CHECK WRITE]

Reads a question in a line of JSON and answers it in another, until standard input ends. A name may be empty.
"""
import gc
import json
import os
import random
import sys
import threading
import time
import weakref

CHAR, READ, CHECK, WRITE = FUNCTIONS = range(4)
NAMES = ("PyObject_AsCharBuffer", "PyObject_AsReadBuffer", "PyObject_CheckReadBuffer", "PyObject_AsWriteBuffer")
HEADER = 64 + 8  # of the output area and of its batch, in bytes
LENGTH = 4  # bytes, in front of a transcript
THREADS = 4


def load(path):
    from importlib.machinery import ExtensionFileLoader
    from importlib.util import module_from_spec, spec_from_file_location

    name = "oldbuffer_probe"
    spec = spec_from_file_location(name, path, loader=ExtensionFileLoader(name, path))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def collect():
    for _ in range(1 if hasattr(sys, "getrefcount") else 3):
        gc.collect()


class Memory:
    """Repeats a batch, and looks at what is in use before, in the middle and behind."""

    def __init__(self, module):
        self.module = module

    def in_use(self):
        collect()
        blocks = sys.getallocatedblocks() if hasattr(sys, "getallocatedblocks") else -1
        return blocks, self.module.allocated()

    def grown(self, batch, times):
        """By how much both halves of so many runs of the batch let memory grow: blocks of Python, bytes of malloc."""
        for _ in range(max(2, times // 10)):
            self.module.run(batch)
        seen = [self.in_use()]
        for _ in range(2):
            for _ in range(times // 2):
                self.module.run(batch)
            seen.append(self.in_use())
        return [
            [None if one[kind] < 0 else other[kind] - one[kind] for one, other in zip(seen, seen[1:])]
            for kind in range(2)
        ]

    def answer(self, question):
        batch = bytes.fromhex(question["batch"])
        area = self.module.run(batch)
        if area[HEADER + LENGTH] != 0:
            return {"unsupported": True}
        blocks, malloced = self.grown(batch, question["times"])
        return {"blocks": blocks, "malloced": malloced}


class Collector:
    """Drops objects that hold a view of their own memory."""

    def __init__(self, module):
        self.module = module

    def makers(self):
        class OfByteArray(bytearray):
            pass

        def plain():
            made = OfByteArray(b"abcd")
            made.view = memoryview(made)
            return made

        def sliced():
            made = OfByteArray(b"abcd")
            made.view = memoryview(made)[::2]
            return made

        yield "bytearray", plain
        yield "memoryview", sliced
        try:
            from array import array

            class OfArray(array):
                pass

            def of_array():
                made = OfArray("i", [1, 2])
                made.view = memoryview(made)
                return made

            yield "array", of_array
        except ImportError:
            pass
        if hasattr(bytes, "__buffer__"):

            class Exporting:
                def __init__(self):
                    self.memory = bytearray(b"abcd")

                def __buffer__(self, flags):
                    return memoryview(self.memory)

            def of_class():
                made = Exporting()
                made.view = memoryview(made)
                return made

            yield "python-class", of_class

    def left(self, make, called):
        """What is left of an object whose last reference is gone, in words; None if nothing."""
        ends = []

        class Ending:
            def __del__(self):
                ends.append(1)

        made = make()
        made.ending = Ending()
        seen = weakref.ref(made)
        if called:
            for function in FUNCTIONS:
                for each in (made, made.view):
                    self.module.call(function, each)
        del made
        each = None
        for _ in range(5):
            gc.collect()
        if seen() is not None:
            return "is still there after a collection"
        return None if len(ends) == 1 else "is gone, and its finalizer ran %d times" % len(ends)

    def answer(self, question):
        return {
            "kinds": [
                {"kind": kind, "before": self.left(make, False), "after": self.left(make, True)}
                for kind, make in self.makers()
            ]
        }


class Shared:
    """An object that threads share.

    change(random): does something else to it, or None; alone: what each function does without threads
    """

    def __init__(self, kind, object, change=None):
        self.kind, self.object, self.change, self.alone = kind, object, change, {}


class Threads:
    def __init__(self, module):
        self.module = module
        self.problems = {}
        self.calls = 0

    def resizing(self, object, item):
        def change(draw):
            try:
                what = draw.randrange(4)
                if what == 0:
                    object.extend(item * draw.randrange(1, 300))
                elif what == 1:
                    del object[draw.randrange(1 + len(object)):]
                elif what == 2:
                    object.append(item[0])
                else:
                    object.pop()
            except (BufferError, IndexError):
                pass  # somebody holds it just now, or another thread has emptied it

        return change

    def objects(self):
        memory = bytearray(b"abcdefgh")
        yield Shared("bytearray", memory, self.resizing(memory, b"a"))
        yield Shared("bytes", bytes(bytearray(range(40))))
        yield Shared("str", "".join(["str", "ided"]))
        yield Shared("memoryview", memoryview(bytearray(24))[::2])
        yielding = self.module.make_yielding(33)
        yield Shared("an exporter that lets other threads run", yielding)
        yield Shared("another of its kind", self.module.make_yielding(17))
        base = bytearray(50)
        released = Shared("released memoryview", memoryview(base))

        def release(draw):
            before = released.object
            released.object = memoryview(base)
            try:
                before.release()
            except BufferError:
                pass  # another thread's call has a view of it just now

        released.change = release
        yield released
        try:
            from array import array

            items = array("B", b"abcdefgh")
            yield Shared("array", items, self.resizing(items, array("B", b"a")))
        except ImportError:
            pass
        if hasattr(bytes, "__buffer__"):

            class Exporting:
                def __init__(self):
                    self.memory = bytearray(21)

                def __buffer__(self, flags):
                    for _ in range(20):
                        view = memoryview(self.memory)
                    return view

            yield Shared("python-class", Exporting())

    def problem(self, function, kind, symptom, detail):
        self.problems.setdefault((function, symptom), (kind, detail))

    def call(self, function, shared):
        object = shared.object
        answer = self.module.call(function, object)
        alone = shared.alone.get(function)
        name = NAMES[function]
        if alone is not None and self.told(answer) != alone:
            self.problem(name, shared.kind, "answered otherwise among threads than alone",
                         "alone it " + alone + ", among threads it " + self.told(answer))
        elif alone is None and answer[0] == 0 and answer[1] is False:
            self.problem(name, shared.kind, "answered otherwise among threads than alone", "it " + self.told(answer))

    @staticmethod
    def told(answer):
        code, right, _, raised = answer
        words = "returned %d" % code
        if right is not None:
            words += " and the object's memory" if right else " and memory that was not the object's any more"
        return words if raised is None else words + " and left %s set" % raised

    def work(self, number, question, shared, begin):
        draw = random.Random(question["seed"] * THREADS + number)
        begin.wait()
        try:
            for _ in range(question["steps"]):
                if time.monotonic() > self.until:
                    break  # a slow machine does less
                each = draw.choice(shared)
                if each.change is not None and draw.random() < 0.3:
                    each.change(draw)
                else:
                    self.call(draw.choice(self.functions), each)
                    self.calls += 1
        except Exception as failure:
            self.problem("the process", each.kind, "Python code failed among threads",
                         "%s: %s" % (type(failure).__name__, failure))

    def settled(self, shared):
        """What is left behind, when all threads are done."""
        for each in shared:
            if each.kind in ("bytearray", "array", "released memoryview"):
                try:
                    each.object.append(97) if hasattr(each.object, "append") else each.object.release()
                except BufferError:
                    self.problem("the functions", each.kind, "views were held after all threads were done",
                                 "it cannot be resized or released any more")
            elif "exporter" in each.kind or "another" in each.kind:
                views = self.module.yielding_views(each.object)
                if views != 0:
                    self.problem("the functions", each.kind, "views were held after all threads were done",
                                 "%d of them" % views)

    def answer(self, question):
        self.problems, self.calls = {}, 0
        if hasattr(sys, "setswitchinterval"):
            sys.setswitchinterval(1e-5)
        shared = list(self.objects())
        self.functions = [function for function in FUNCTIONS if self.has(function)]
        for each in shared:
            # one that another thread may have released has no answer that holds
            if each.kind != "released memoryview":
                each.alone = {function: self.told(self.module.call(function, each.object)) for function in self.functions}
        counts = self.counts(shared)
        begin = threading.Event()
        self.until = time.monotonic() + question["seconds"]
        threads = [
            threading.Thread(target=self.work, args=(number, question, shared, begin), daemon=True)
            for number in range(THREADS)
        ]
        for each in threads:
            each.start()
        begin.set()
        for each in threads:
            each.join(question["seconds"] + question["patience"])
        if any(each.is_alive() for each in threads):
            return {"stuck": True}
        self.settled(shared)
        for each, before, after in zip(shared, counts, self.counts(shared)):
            if before != after:
                self.problem("the functions", each.kind, "reference counts were not what they were among threads",
                             "%+d behind %d calls" % (after - before, self.calls))
        return {
            "calls": self.calls,
            "problems": [
                {"function": function, "symptom": symptom, "kind": kind, "detail": detail}
                for (function, symptom), (kind, detail) in sorted(self.problems.items())
            ],
        }

    def has(self, function):
        try:
            self.module.call(function, b"")
            return True
        except NotImplementedError:
            return False

    def counts(self, shared):
        """The reference counts of those objects that stay; where nobody counts, nothing."""
        if not hasattr(sys, "getrefcount"):
            return [0] * len(shared)
        return [0 if each.kind == "released memoryview" else sys.getrefcount(each.object) for each in shared]


def main():
    answers = os.dup(1)
    os.dup2(2, 1)
    module = load(sys.argv[1])
    if len(sys.argv) > 2 and sys.argv[2]:
        module.use_functions(sys.argv[2], tuple(name or None for name in sys.argv[3:7]))
    asked = {"memory": Memory(module), "collector": Collector(module), "threads": Threads(module)}
    os.write(answers, b'{"ready": true}\n')
    for line in sys.stdin:
        question = json.loads(line)
        answer = asked[question["ask"]].answer(question)
        os.write(answers, (json.dumps(answer) + "\n").encode())
    os._exit(0)


main()
