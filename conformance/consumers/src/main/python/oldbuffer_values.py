"""Tells results of calls in a form that can be compared: by value, and where they offer memory by its bytes."""

import hashlib
import itertools
import struct
import sys

COPIED = 1 << 28  # bytes of a result that are looked at
LONGEST = 64  # bytes or characters that are told as they are; longer ones by digest
MANY = 64  # members of a collection that are looked at
DEEP = 4

begins = None  # tells where the memory of an object begins; of the extension module


def told(data):
    """Bytes as text: hexadecimal where they are few, otherwise their number and digest."""
    if len(data) <= LONGEST:
        return data.hex()
    return "%d bytes, sha256 %s" % (len(data), hashlib.sha256(data).hexdigest()[:16])


def describe(value, given, content, depth=0, walked=True):
    """A JSON value that is equal for equal results. `given` is the argument, `content` the bytes that it offers.

    Iterators are walked over, and used up, where that is wanted.
    """
    if value is given:
        return ["memory", told(content)]
    if value is None or value is NotImplemented or value is Ellipsis or isinstance(value, bool):
        return ["constant", repr(value)]
    kind = type(value)
    if kind is int:
        return ["int", hex(value) if abs(value) < 1 << 256 else told(hex(value).encode())]
    if kind in (float, complex):
        return [kind.__name__, repr(value)]
    if kind is str:
        data = value.encode("utf-8", "surrogatepass")
        return ["str", value.encode("unicode_escape").decode() if len(data) <= LONGEST else told(data)]
    memory = memory_of(value)
    if memory is not None:
        return ["memory", memory]
    if depth < DEEP:
        if isinstance(value, (tuple, list)):
            members = [describe(one, given, content, depth + 1) for one in value[:MANY]]
            return ["tuple" if isinstance(value, tuple) else "list", len(value), members]
        if kind in (set, frozenset):
            return ["set", len(value), sorted(repr(describe(one, given, content, depth + 1)) for one in value)[:MANY]]
        if kind is dict:
            pairs = [[describe(part, given, content, depth + 1) for part in pair] for pair in list(value.items())[:MANY]]
            return ["dict", len(value), pairs]
        if walked and hasattr(kind, "__next__") and hasattr(kind, "__iter__"):
            return ["iterator", kind.__name__] + inside(value) + [items(value, given, content, depth)]
    return ["object", kind.__name__] + inside(value)


def items(iterator, given, content, depth):
    """The first items of an iterator; its exception is the call's, which comes late."""
    return [describe(one, given, content, depth + 1) for one in itertools.islice(iterator, MANY)]


def memory_of(value):
    """What memory an object offers, told; None where it offers none."""
    if isinstance(value, type):
        return None
    try:
        view = memoryview(value)
    except TypeError:
        return None
    except Exception:
        return "unreadable"
    try:
        if is_address(value):
            return None
        return told(bytes_of(view)) if view.nbytes <= COPIED else "%d bytes" % view.nbytes
    except Exception:
        return "unreadable"
    finally:
        view.release()


def is_address(value):
    """Whether an object is the address of what it offers, as a `void *` is: it does not keep that, and is no more than a number."""
    if begins is None or not hasattr(type(value), "__int__"):
        return False
    try:
        return begins(value) == int(value)
    except Exception:
        return False


def bytes_of(view):
    """The bytes of a view, item by item. PyPy's tobytes() does not look at the strides of memory from C."""
    if sys.implementation.name != "pypy" or view.c_contiguous:
        return view.tobytes()
    return b"".join(struct.pack(view.format, item) for item in flat(view.tolist()))


def flat(items):
    for each in items:
        if isinstance(each, list):
            for item in flat(each):
                yield item
        else:
            yield each


def inside(value):
    """What well-known methods tell of an object that is a state, such as a hash."""
    if isinstance(value, type):
        return []
    for name in ("hexdigest", "getvalue", "digest"):
        method = getattr(value, name, None)
        if callable(method):
            try:
                found = method()
            except Exception:
                continue
            if isinstance(found, str):
                return [found]
            if isinstance(found, bytes):
                return [told(found)]
            if isinstance(found, int):
                return [found]
    return []
