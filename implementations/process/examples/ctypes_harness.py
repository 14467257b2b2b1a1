"""Judges the CPython that runs it: a complete harness for process:COMMAND that needs the standard library alone.

    ./conform run -i process:"python3 implementations/process/examples/ctypes_harness.py"

One thing ctypes hides: where a call leaves an exception set its result is lost, and this harness takes it for -1.
"""
import array
import ctypes
import json
import sys

api, number = ctypes.pythonapi, ctypes.c_ssize_t
FUNCTIONS = {"CHAR": api.PyObject_AsCharBuffer, "READ": api.PyObject_AsReadBuffer,
             "WRITE": api.PyObject_AsWriteBuffer, "CHECK": api.PyObject_CheckReadBuffer}
FULL_RO = 0x11C  # a request for everything, but for the right to write
NOT_BUFFERS = {"STR": "text", "INT": 7, "NONE": None, "OBJECT": object(), "LIST": [1], "TUPLE": (1,), "DICT": {1: 2},
               "FLOAT": 0.5, "TYPE": int}
HELLO = {"hello": 1, "name": "CPython by ctypes", "version": "%d.%d.%d" % sys.version_info[:3],
         "exporters": ["bytes", "bytearray", "non-buffer", "array", "memoryview"],
         "steps": ["make", "call", "change", "parse", "drop"]}

class View(ctypes.Structure):  # Py_buffer
    _fields_ = [("buf", ctypes.c_void_p), ("obj", ctypes.c_void_p), ("len", number), ("itemsize", number),
                ("readonly", ctypes.c_int), ("ndim", ctypes.c_int), ("format", ctypes.c_char_p),
                ("shape", ctypes.POINTER(number)), ("strides", ctypes.POINTER(number)),
                ("suboffsets", ctypes.c_void_p), ("internal", ctypes.c_void_p)]

def make(exporter):
    if exporter.get("subclass") or exporter.get("typecode") in ("u", "w"):
        raise NotImplementedError("subclasses and arrays of characters")
    kind, seed, length = exporter["kind"], exporter.get("seed", 0), exporter.get("length", 0)
    if kind == "non-buffer":
        return NOT_BUFFERS[exporter["object"]]
    if kind == "memoryview":
        view = memoryview(make(exporter["base"]))
        for do in exporter.get("operations", []):
            if do["do"] == "slice":
                view = view[do.get("start"):do.get("stop"):do.get("step", 1)]
            elif do["do"] == "toreadonly":
                view = view.toreadonly()
            else:
                view = view.cast(do["format"], do["shape"]) if "shape" in do else view.cast(do["format"])
        return view
    if kind == "array":
        length = exporter["items"] * array.array(exporter["typecode"]).itemsize
    data = bytes((seed + i) % 251 for i in range(length))
    if kind == "array":
        return array.array(exporter["typecode"], data)
    return bytearray(data) if kind == "bytearray" else data

def memory(thing):
    """Addresses of the first item, of the lowest byte and behind the highest, found without the four functions."""
    view = View()
    try:
        api.PyObject_GetBuffer(ctypes.py_object(thing), ctypes.byref(view), FULL_RO)
    except (BufferError, TypeError):
        return 0, 0, 0
    reach = [(view.shape[i] - 1) * view.strides[i] for i in range(view.ndim)] if view.len else []
    low, high = sum(r for r in reach if r < 0), sum(r for r in reach if r > 0) + (view.itemsize if view.len else 0)
    api.PyBuffer_Release(ctypes.byref(view))
    return view.buf or 0, (view.buf or 0) + low, (view.buf or 0) + high

def pointer(address, truth, strange):
    if not address:
        return "NULL"
    if truth[1] <= address <= truth[2]:
        return {"within": address - truth[0]}
    return {"elsewhere": strange.setdefault(address, len(strange))}

def sample(address, length, truth):
    if length and not truth[1] <= address <= address + length <= truth[2]:
        return "UNREADABLE"
    spans = [(0, length)] if length <= 64 else [(0, 24), (length // 2, 16), (length - 24, 24)]
    return b"".join(ctypes.string_at(address + start, size) for start, size in spans if size).hex()

def failed(event, exception):
    return dict(event, raised={"type": type(exception).__name__, "typeError": isinstance(exception, TypeError),
                               "message": str(exception)[:200]})

def call(step, thing, strange):
    if "nulls" in step or "pending" in step:
        raise NotImplementedError("NULL arguments and pending exceptions")
    truth, buffer, length = memory(thing), ctypes.c_void_p(1), number(-99)
    outputs = () if step["function"] == "CHECK" else (ctypes.byref(buffer), ctypes.byref(length))
    event = {"did": "called", "code": -1, "others": "UNCOUNTED"}
    before, count = ctypes.string_at(truth[1], truth[2] - truth[1]), sys.getrefcount(thing)
    try:
        event["code"] = FUNCTIONS[step["function"]](ctypes.py_object(thing), *outputs)
    except Exception as exception:
        event = failed(event, exception)
    event["references"] = sys.getrefcount(thing) - count
    after = ctypes.string_at(truth[1], truth[2] - truth[1])
    event["damage"] = next((i for i in range(len(before)) if before[i] != after[i]), -1)
    if buffer.value != 1:
        event["pointer"] = pointer(buffer.value, truth, strange)
    if length.value != -99:
        event["length"] = length.value
    if event["code"] == 0 and "pointer" in event and length.value >= 0:
        event["sample"] = sample(buffer.value or 0, length.value, truth)
    return event

def parse(step, thing, strange):
    truth, view = memory(thing), View()
    try:
        api.PyArg_ParseTuple(ctypes.py_object((thing,)), step["code"].encode(), ctypes.byref(view))
    except Exception as exception:
        return failed({"did": "viewed", "granted": False}, exception)
    event = {"did": "viewed", "granted": True, "pointer": pointer(view.buf, truth, strange), "length": view.len}
    api.PyBuffer_Release(ctypes.byref(view))
    return event

def do(step, objects, strange):
    word, name = step["do"], step["object"]
    if word != "make" and name not in objects:
        return {"did": "skipped", "why": "no such object"}
    if word in ("call", "parse"):
        return {"call": call, "parse": parse}[word](step, objects[name], strange)
    event = {"did": "made" if word == "make" else "done"}
    try:
        if word == "make":
            objects[name] = make(step["exporter"])
        elif word == "change":
            memoryview(objects[name]).cast("B")[step["offset"]] = step["value"]
        else:
            del objects[name]
    except (BufferError, TypeError, ValueError) as exception:
        return failed(event, exception)
    return event

def run(run_number, steps):
    objects, strange, events, outcome = {}, {}, [], {"ended": "completed"}
    for index, step in enumerate(steps):
        # so that a crash is told of the step that did it
        print(json.dumps({"run": run_number, "step": index}), flush=True)
        try:
            events.append(do(step, objects, strange))
        except NotImplementedError as what:
            outcome, events = {"ended": "unsupported", "step": index, "what": str(what)}, []
            break
    return {"format": "oldbuffer-transcript", "version": 1, "outcome": outcome, "events": events}

for line in sys.stdin:
    received = json.loads(line)
    if "goodbye" in received:
        break
    answer = HELLO
    if "run" in received:
        answer = {"run": received["run"], "transcript": run(received["run"], received["scenario"]["steps"])}
    print(json.dumps(answer), flush=True)
