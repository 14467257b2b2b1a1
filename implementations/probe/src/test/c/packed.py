"""The packed form in Python, for tests of the probe that need no Java: encodes scenarios, decodes output areas."""
import struct
from collections import namedtuple

CHAR, READ, CHECK, WRITE = range(4)
SIMPLE, WRITABLE, STRIDES, FULL, FULL_RO = range(5)
(BUFFER_ERROR, TYPE_ERROR, VALUE_ERROR, MEMORY_ERROR, KEY_ERROR, OS_ERROR, RUNTIME_ERROR, SYSTEM_ERROR,
 STOP_ITERATION, KEYBOARD_INTERRUPT, SYSTEM_EXIT, DERIVED_TYPE_ERROR, CUSTOM) = range(13)
NONE64 = -2 ** 63
SELF, NOBODY, OTHER = range(3)


def u8(*values):
    return bytes(values)


def i64(*values):
    return struct.pack('<%dq' % len(values), *values)


# Exporters

def bytes_(length, seed=0, subclass=0):
    return u8(1) + i64(length) + u8(seed, subclass)


def bytearray_(length, seed=0, subclass=0):
    return u8(2) + i64(length) + u8(seed, subclass)


def non_buffer(kind):
    return u8(3, kind)


def array(typecode, items, seed=0):
    return u8(4, ord(typecode)) + i64(items) + u8(seed)


def slice_(start=NONE64, stop=NONE64, step=1):
    return u8(1) + i64(start, stop, step)


def cast(format, shape=None):
    if shape is None:
        return u8(2, ord(format), 255)
    return u8(2, ord(format), len(shape)) + i64(*shape)


TO_READONLY = u8(3)


def memoryview_(base, *operations):
    return u8(5, len(operations)) + b''.join(operations) + base


def bytesio(length, seed=0):
    return u8(6) + i64(length) + u8(seed)


def mmap(access, length, seed=0):
    return u8(7, access) + i64(length) + u8(seed)


def ctypes(shape, element, items, seed=0):
    return u8(8, shape, ord(element)) + i64(items) + u8(seed)


def python_class(base, answer=0, exception=None, releases=1):
    return u8(9, answer, 0 if exception is None else exception + 1, releases) + base


def scripted(memory, seed=0, offset=0, itemsize=1, format=None, shape=None, strides=None, indirect=0, readonly=0,
             refusal=(0, 0), owner=SELF, null=0, releases=1, quirks=0, target=b''):
    shape = [memory] if shape is None else shape
    geometry = i64(offset) + struct.pack('<i', itemsize)
    geometry += u8(255) if format is None else u8(len(format)) + format.encode()
    geometry += u8(len(shape)) + i64(*shape)
    geometry += u8(0) if strides is None else u8(1) + i64(*strides)
    return (u8(10) + i64(memory) + u8(seed) + geometry + u8(indirect, readonly) + u8(*refusal)
            + u8(owner, null, releases) + struct.pack('<H', quirks) + target)


# Steps

def make(object, exporter):
    return u8(1, object) + exporter


def call(function, object, nulls=0, pending=None):
    return u8(2, function, object, nulls, 0 if pending is None else pending + 1)


def peek(function, object):
    return u8(3, function, object)


def poke(object, offset, value):
    return u8(4, object) + i64(offset) + u8(value)


def change(object, offset, value):
    return u8(5, object) + i64(offset) + u8(value)


def resize(object, length):
    return u8(6, object) + i64(length)


def release(object):
    return u8(7, object)


def acquire(view, object, request):
    return u8(8, view, object, request)


def release_view(view):
    return u8(9, view)


def parse(object, code):
    return u8(10, object, code)


def drop(object):
    return u8(11, object)


def batch(scenarios):
    """A batch of scenarios, each a list of steps."""
    packed = [struct.pack('<H', len(steps)) + b''.join(steps) for steps in scenarios]
    return (b'OBS\1' + struct.pack('<I', len(packed))
            + b''.join(struct.pack('<I', len(scenario)) + scenario for scenario in packed))


# Transcripts

Raised = namedtuple('Raised', 'type type_error message')
Pointer = namedtuple('Pointer', 'kind value')
Damage = namedtuple('Damage', 'offset from_first')
Traffic = namedtuple('Traffic', 'object depth kind flags')
Made = namedtuple('Made', 'raised')
Called = namedtuple('Called', 'code raised pointer length sample references others damage traffic')
Viewed = namedtuple('Viewed', 'granted raised pointer length traffic fields')
Viewed.__new__.__defaults__ = (None,)
Fields = namedtuple('Fields', 'readonly itemsize format ndim shape strides suboffsets')
Peeked = namedtuple('Peeked', 'sample')
Poked = namedtuple('Poked', 'seen')
Done = namedtuple('Done', 'raised traffic')
Skipped = namedtuple('Skipped', 'why')
Unsupported = namedtuple('Unsupported', 'step what')


class Decoder(object):
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def take(self, format):
        values = struct.unpack_from('<' + format, self.data, self.at)
        self.at += struct.calcsize('<' + format)
        return values[0] if len(values) == 1 else values

    def text(self, format):
        length = self.take(format)
        self.at += length
        assert self.at <= len(self.data)
        return self.data[self.at - length:self.at].decode()

    def raised(self):
        if self.take('B') == 0:
            return None
        type_error = self.take('B') == 1
        return Raised(self.text('B'), type_error, self.text('H'))

    def pointer(self):
        kind, value = self.take('Bq')
        return Pointer(('UNTOUCHED', 'NULL', 'WITHIN', 'ELSEWHERE')[kind], value)

    def sample(self):
        state = ('NONE', 'READ', 'UNREADABLE')[self.take('B')]
        if state != 'READ':
            return state
        count = self.take('B')
        assert count <= 64
        self.at += count
        return self.data[self.at - count:self.at]

    def traffic(self):
        entries = [self.take('BBBi') for _ in range(self.take('B'))]
        kinds = ('ACQUIRED', 'REFUSED', 'RELEASED', 'RELEASED_UNKNOWN')
        return [Traffic(object, depth, kinds[kind], flags) for object, depth, kind, flags in entries]

    def called(self):
        code, raised, pointer = self.take('i'), self.raised(), self.pointer()
        touched, length = self.take('Bq')
        return Called(code, raised, pointer, length if touched else None, self.sample(), self.take('i'),
                      self.others(), self.damage(), self.traffic())

    def others(self):
        assert self.take('B') == 1
        return dict(((object, depth), None if change == -2**31 else change)
                    for object, depth, change in [self.take('BBi') for _ in range(self.take('H'))])

    def damage(self):
        kind = self.take('B')
        assert kind <= 2, kind
        if kind == 0:
            return None
        from_first = self.take('q')
        return Damage(self.take('q') if kind == 2 else None, from_first)

    def numbers(self):
        if self.take('B') == 0:
            return None
        return [self.take('q') for _ in range(self.take('B'))]

    def fields(self):
        readonly, itemsize, has_format = self.take('BqB')
        format = self.text('B') if has_format else None
        return Fields(readonly, itemsize, format, self.take('i'), self.numbers(), self.numbers(), self.numbers())

    def event(self):
        tag = self.take('B')
        if tag == 1:
            return Made(self.raised())
        if tag == 2:
            return self.called()
        if tag in (3, 9):
            return Viewed(self.take('B') == 1, self.raised(), self.pointer(), self.take('q'), self.traffic(),
                          self.fields() if tag == 9 else None)
        if tag == 4:
            return Peeked(self.sample())
        if tag == 5:
            return Poked(self.take('h'))
        if tag == 6:
            return Done(self.raised(), self.traffic())
        assert tag == 7, tag
        return Skipped(self.text('H'))

    def transcript(self):
        end = self.take('I')
        end += self.at
        outcome = self.take('B')
        unsupported = Unsupported(self.take('H'), self.text('H')) if outcome == 1 else None
        assert outcome <= 1, outcome
        events = [self.event() for _ in range(self.take('H'))]
        assert self.at == end, (self.at, end)
        return unsupported or events


def malformed(area):
    """Why the batch was found malformed, or None."""
    state = struct.unpack_from('<I', area)[0]
    return Decoder(area, 64).text('H') if state == 3 else None


def transcripts(area):
    """The transcripts in an output area: lists of events, or an Unsupported."""
    state, completed = struct.unpack_from('<II', area)
    assert state == 2, malformed(area) or state
    used = struct.unpack_from('<Q', area, 16)[0]
    decoder = Decoder(area[:64 + used], 64)
    assert decoder.take('4sI') == (b'OBT\2', completed)
    result = [decoder.transcript() for _ in range(completed)]
    assert decoder.at == 64 + used
    return result
