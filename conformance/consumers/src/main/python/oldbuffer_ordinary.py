"""Makes a call with what anybody would give it: whether it gives a result of anything, and what ends the process."""

import array
import itertools

import oldbuffer_objects as objects
from oldbuffer_observe import safely

NUMBERS = [1, 2, 3, 4]
CODES = "dfilqhB"


def floats():
    return [float(each) for each in NUMBERS]


def rows(code):
    flat = memoryview(array.array(code, NUMBERS))
    return flat.cast("B").cast(code, [2, len(NUMBERS) // 2])


def ordinary(content):
    """By name: lists, and one segment of each kind of items, in a row and in two of them."""
    kinds = [
        ("a list", lambda: list(NUMBERS)),
        ("a list of floats", floats),
        ("a list of lists", lambda: [floats()[:2], floats()[2:]]),
    ]
    kinds += [("an array of " + code, lambda code=code: array.array(code, NUMBERS)) for code in CODES]
    kinds += [("two rows of " + code, lambda code=code: rows(code)) for code in CODES]
    return kinds + [("a " + name, lambda make=make: make(content)) for name, make in sorted(objects.REFERENCES.items())]


def alone(number):
    """Memory of a number without any dimension, which is what a number is to a function on arrays."""
    return memoryview(array.array("q", [number])).cast("B").cast("q", [])


def same(content, offered):
    """By name: bytes, a bytearray, and lists of the items that a scenario's object has; where it is a number, memory of that."""
    kinds = [
        ("bytes of the same content", lambda: objects.fresh(content)),
        ("a bytearray of the same content", lambda: bytearray(content)),
    ]
    script = offered.get("scripted") or objects.in_a_row(offered) or objects.PLAIN
    code, size = script["format"], objects.SIZES[script["format"]]
    if len(content) % size == 0:
        view = memoryview(content).cast(code) if content else b""
        numbers = list(view)
        kinds.append(("a list of the same items", lambda: list(numbers)))
        if len(numbers) > 1 and len(numbers) % 2 == 0:
            half = len(numbers) // 2
            kinds.append(("two lists of the same items", lambda: [numbers[:half], numbers[half:]]))
    if offered.get("python") == "int":
        kinds.append(("memory of the number alone", lambda: alone(objects.PYTHON["int"](content))))
    return kinds


def tried(call, wrong, kinds, start, say):
    """What gives a result, from a place on, and no more than that; `say` hears of each before the call."""
    for place, (name, make) in itertools.islice(enumerate(kinds), start, None):
        say("@%d %s" % (place, name))
        outcome = safely(call, make(), wrong, b"")
        if "value" in outcome and outcome["value"] != ["constant", "NotImplemented"]:
            return {"result": name, "place": place}
    return {"result": None, "place": None}


def answer(call, request, say):
    content = bytes.fromhex(request["content"]["hex"]) * request["content"]["times"]
    kinds = same(content, request["offered"]) if "offered" in request else ordinary(content)
    return tried(call, request["wrong"], kinds, request["from"], say)
