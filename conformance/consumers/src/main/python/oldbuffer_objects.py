"""Makes the objects that a function is given, and tries whether they are free again."""

import array
import functools
import io
import mmap
import sys

LAYOUTS = ["contiguous", "strided", "reversed", "fortran", "indirect"]
SIZES = {"B": 1, "b": 1, "c": 1, "H": 2, "I": 4, "d": 8}
ERRORS = {name: getattr(__builtins__, name, None) if not isinstance(__builtins__, dict) else __builtins__.get(name)
          for name in ("BufferError", "TypeError", "ValueError", "MemoryError", "RuntimeError", "KeyError", "OSError")}


PLAIN = {"layout": "contiguous", "format": "B", "dimensions": 1, "readonly": False, "place": "end", "null": False,
         "wiped": False, "redirected": False, "ownerless": False, "error": None}


class Unsupported(Exception):
    """This interpreter has no such object."""


# what objects of Python offer in items, as a script has it
ITEMS = {"memoryview of two dimensions": ("B", 2), "memoryview of H": ("H", 1), "array of H": ("H", 1),
         "array of d": ("d", 1), "ctypes c_uint16": ("H", 1)}

SCATTERED = ("memoryview strided", "memoryview reversed")


class BytesChild(bytes):
    pass


class BytearrayChild(bytearray):
    pass


class Exporting:
    """Offers memory from Python code, from 3.12 on."""

    def __init__(self, content):
        self.memory = bytearray(content)

    def __buffer__(self, flags):
        return memoryview(self.memory)


class Refusing:
    def __buffer__(self, flags):
        raise BufferError("this object refuses every request")


def mapping(content, **access):
    if not content:
        raise Unsupported("a mapping has at least one byte")
    made = mmap.mmap(-1, len(content), **access)
    if not access:
        made[:] = content
        return made
    if any(content):
        raise Unsupported("a read-only mapping without a file holds zeros")
    return made


def items(content, code):
    if len(content) % SIZES[code]:
        raise Unsupported("no whole items")
    return array.array(code, content)


def interleaved(content):
    wide = bytearray(b"\xa5" * (2 * len(content)))
    wide[::2] = content
    return memoryview(wide)[::2]


def flat_pair(content):
    if len(content) < 2 or len(content) % 2:
        raise Unsupported("no two rows")
    return memoryview(bytes(content)).cast("B", [2, len(content) // 2])


def cast(content, code):
    if len(content) % SIZES[code] or not content:
        raise Unsupported("no whole items")
    return memoryview(bytes(content)).cast(code)


def ctypes_array(content, name):
    import ctypes

    kind = getattr(ctypes, name)
    size = ctypes.sizeof(kind)
    if len(content) % size:
        raise Unsupported("no whole items")
    return (kind * (len(content) // size)).from_buffer_copy(bytes(content)) if content else (kind * 0)()


def released(content):
    view = memoryview(bytes(content))
    view.release()
    return view


def python_class(content, kind):
    if sys.version_info < (3, 12):
        raise Unsupported("no __buffer__ before 3.12")
    return kind(content) if kind is Exporting else kind()


def pickle_buffer(content):
    import pickle

    if not hasattr(pickle, "PickleBuffer"):
        raise Unsupported("no PickleBuffer before 3.8")
    return pickle.PickleBuffer(bytearray(content))


PYTHON = {
    "bytes": bytes,
    "bytes subclass": BytesChild,
    "bytearray": bytearray,
    "bytearray subclass": BytearrayChild,
    "memoryview": lambda content: memoryview(bytes(content)),
    "memoryview of bytearray": lambda content: memoryview(bytearray(content)),
    "memoryview slice": lambda content: memoryview(b"\xa5" + bytes(content) + b"\xa5")[1:-1],
    "memoryview strided": interleaved,
    "memoryview reversed": lambda content: memoryview(bytes(content[::-1]))[::-1],
    "memoryview of two dimensions": flat_pair,
    "memoryview of H": lambda content: cast(content, "H"),
    "memoryview released": released,
    "array of B": lambda content: items(content, "B"),
    "array of H": lambda content: items(content, "H"),
    "array of d": lambda content: items(content, "d"),
    "mmap": mapping,
    "mmap read-only": lambda content: mapping(content, access=mmap.ACCESS_READ),
    "ctypes c_char": lambda content: ctypes_array(content, "c_char"),
    "ctypes c_uint16": lambda content: ctypes_array(content, "c_uint16"),
    "BytesIO.getbuffer": lambda content: io.BytesIO(bytes(content)).getbuffer(),
    "PickleBuffer": pickle_buffer,
    "class with __buffer__": lambda content: python_class(content, Exporting),
    "class with __buffer__ that refuses": lambda content: python_class(content, Refusing),
    "str": lambda content: "".join(map(chr, content)),
    "int": lambda content: len(content),
    "None": lambda content: None,
    "object": lambda content: object(),
    "list": list,
}


LARGE = "mmap of 4 GiB and the content"


def large(content):
    """Zeros of 4 GiB and as many as the content has: a length that is cut to 32 bits is the content's."""
    if sys.maxsize < 1 << 33 or any(content):
        raise Unsupported("there is no memory of that length here")
    try:
        # private: pages that are only read take no memory
        return mmap.mmap(-1, (1 << 32) + len(content), flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    except (OSError, ValueError, AttributeError) as lacking:
        raise Unsupported("there is no memory of that length here: %s" % lacking)


def fresh(content):
    """Bytes of their own: small ones are shared by the whole interpreter."""
    return bytes(bytearray(content))


# a function that writes needs memory to write; who asks what the items are may take bytes for text, and may want to write
REFERENCES = {"bytes": fresh, "bytearray": bytearray, "memoryview": lambda content: memoryview(bytearray(content))}


def make(offered, content, exporter_type):
    """The object that a scenario offers, and the exporter that has its log (None for objects of Python)."""
    if "python" in offered:
        return PYTHON[offered["python"]](content), None
    script = offered["scripted"]

    if script["redirected"] and not releases_through_owners(exporter_type):
        raise Unsupported("the interpreter itself releases a view through the object, whoever owns it")
    made = scripted(exporter_type, content, script, None, ERRORS[script["error"]] if script["error"] else None)
    return (scripted(exporter_type, content, script, made, None), made) if script["redirected"] else (made, made)


def scripted(exporter_type, content, script, owner, error):
    return exporter_type(
        content=content,
        layout=LAYOUTS.index(script["layout"]),
        format=script["format"],
        itemsize=SIZES[script["format"]],
        ndim=script["dimensions"],
        readonly=script["readonly"],
        at_end=script["place"] == "end",
        null=script["null"],
        wipe=script["wiped"],
        ownerless=script.get("ownerless", False),
        owner=owner,
        error=error,
    )


@functools.lru_cache(maxsize=None)
def releases_through_owners(exporter_type):
    """Whether the interpreter's own memoryview does: where it does not, as in PyPy, no function is to blame for it."""
    owner = scripted(exporter_type, b"\1", PLAIN, None, None)
    view = memoryview(scripted(exporter_type, b"\1", PLAIN, owner, None))
    view.release()
    return owner.log()[3:5] == (1, 1)


def in_a_row(offered):
    """The script of one segment with the same items; None for memory of single bytes in one dimension."""
    script = offered.get("scripted")
    if script is None:
        form = ITEMS.get(offered["python"])
        return form and dict(PLAIN, format=form[0], dimensions=form[1])
    if script["format"] == "B" and script["dimensions"] == 1:
        return None
    return dict(PLAIN, format=script["format"], dimensions=script["dimensions"], readonly=script["readonly"])


def of_other_form(offered):
    """Whether memory is something else than single bytes in a row, which who does not want that may refuse."""
    if "python" in offered:
        return offered["python"] in ITEMS or offered["python"] in SCATTERED
    return offered["scripted"]["layout"] != "contiguous" or in_a_row(offered) is not None


def content_of(made, exporter):
    """The bytes that an object offers now, and whether bytes beside them were written."""
    if exporter is not None:
        return exporter.content()
    try:
        view = memoryview(made)
    except Exception:
        return None, False
    try:
        return view.tobytes(), False
    finally:
        view.release()


def resize(made):
    """Why an object cannot be resized or closed, None where it can; Unsupported where nothing can be tried."""
    try:
        if isinstance(made, bytearray):
            made.append(1)
            made.pop()
        elif isinstance(made, array.array):
            made.append(1)
            made.pop()
        elif isinstance(made, mmap.mmap):
            made.close()
        elif isinstance(made, memoryview):
            made.release()
        else:
            raise Unsupported("it has no size to change")
    except Unsupported:
        raise
    except Exception as refused:
        return "%s: %s" % (type(refused).__name__, refused)
    return None
