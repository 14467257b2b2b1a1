"""What the probe tells, checked against expectations; run by the Python under test: behaviour.py FOLDER

FOLDER holds the extension module oldbuffer_probe and the library port.so.
"""
import gc
import os
import sys
import tempfile
import unittest

sys.path.insert(0, sys.argv.pop(1))
FOLDER = sys.path[0]
import oldbuffer_probe  # noqa: E402
from packed import *  # noqa: E402
from scenarios import Scenarios  # noqa: E402

ORIGINAL = (None, None, None, None)
FROM_3_12 = sys.version_info >= (3, 12)


def run(*steps):
    return transcripts(oldbuffer_probe.run(batch([steps])))[0]


def pattern(length, seed=0):
    return bytes((seed + i) % 251 for i in range(length))


class Behaviour(unittest.TestCase):
    def tearDown(self):
        oldbuffer_probe.use_functions(None, ORIGINAL)

    def use(self, char=None, read=None, check=None, write=None):
        oldbuffer_probe.use_functions(FOLDER + '/port.so', (char, read, check, write))

    def good(self, event, data, offset=0):
        self.assertEqual(event._replace(traffic=[]), Called(
            0, None, Pointer('WITHIN', offset), len(data), data, 0, {}, None, []))

    def test_bytes(self):
        made, char, read, check, write, dropped = run(
            make(5, bytes_(10, 7)), call(CHAR, 5), call(READ, 5), call(CHECK, 5), call(WRITE, 5), drop(5))
        self.assertEqual(made, Made(None))
        self.good(char, pattern(10, 7))
        self.good(read, pattern(10, 7))
        self.assertEqual(check, Called(1, None, Pointer('UNTOUCHED', 0), None, 'NONE', 0, {}, None, []))
        self.assertEqual((write.code, write.raised.type), (-1, 'TypeError'))
        self.assertEqual((write.pointer.kind, write.length), ('UNTOUCHED', None))
        self.assertEqual(dropped, Done(None, []))

    def test_every_plain_exporter(self):
        exporters = [(bytes_(n, 3, s), n) for n in (0, 1, 65) for s in (0, 1)]
        exporters += [(bytearray_(n, 3, s), n) for n in (1, 65) for s in (0, 1)]
        exporters += [(bytesio(n, 3), n) for n in (1, 65)]
        exporters += [(mmap(access, n, 3), n) for n in (1, 65) for access in range(3)]
        exporters += [(ctypes(0, 'i', 3, 3), 12), (ctypes(1, 'd', 4, 3), 32), (ctypes(1, 'b', 300, 3), 300), (ctypes(2, 'H', 1, 3), 2)]
        exporters += [(array(code, 2, 3), 2 * size) for code, size in zip('bBuhHiIlLqQfd', (1, 1, 4, 2, 2, 4, 4, 8, 8, 8, 8, 4, 8))]
        for exporter, length in exporters:
            made, read = run(make(0, exporter), call(READ, 0))
            self.assertEqual(made, Made(None))
            data = pattern(length, 3)
            if length > 64:
                middle = length // 2
                data = data[:24] + data[middle:middle + 16] + data[-24:]
            self.good(read._replace(length=len(data)), data)
            self.assertEqual(read.length, length)

    def test_few_structures_are_kept(self):
        for items in range(257, 457):
            self.assertEqual(run(make(0, ctypes(1, 'b', items)))[0], Made(None))
        gc.collect()
        kept = [thing for thing in gc.get_objects() if isinstance(thing, type) and thing.__name__ == 'Structure'
                and '_fields_' in thing.__dict__ and thing.__module__ == 'oldbuffer']
        self.assertLess(sum(len(structure._fields_) for structure in kept), 20000)

    def test_what_is_no_buffer(self):
        for kind in range(9):
            made, read, check, parsed = run(
                make(0, non_buffer(kind)), call(READ, 0), call(CHECK, 0), parse(0, 0))
            self.assertEqual((read.code, read.raised.type, read.references, read.damage), (-1, 'TypeError', 0, None))
            self.assertEqual((check.code, check.raised), (0, None))
            if kind != 0:
                self.assertEqual((parsed.granted, parsed.raised.type), (False, 'TypeError'))

    def test_what_a_python_lacks_is_unsupported(self):
        if sys.version_info < (3, 13):
            self.assertEqual(run(make(0, array('w', 1))), Unsupported(0, 'array typecode w'))
        if not FROM_3_12:
            self.assertEqual(run(make(1, bytes_(1)), make(0, python_class(bytes_(1)))),
                             Unsupported(1, '__buffer__ in Python'))
        toreadonly = run(make(0, memoryview_(bytearray_(4), TO_READONLY)), call(WRITE, 0))
        if sys.version_info < (3, 8):
            self.assertEqual(toreadonly, Unsupported(0, 'memoryview.toreadonly'))
        else:
            self.assertEqual(toreadonly[1].code, -1)

    def test_memoryviews(self):
        self.good(run(make(0, memoryview_(bytearray_(20, 1), slice_(2, 9))), call(WRITE, 0))[1], pattern(7, 3))
        self.good(run(make(0, memoryview_(array('d', 2, 1), cast('B'), cast('H', [2, 4]))), call(READ, 0))[1],
                  pattern(16, 1))
        strided = run(make(0, memoryview_(bytes_(20), slice_(step=-2))), call(READ, 0), call(CHECK, 0))
        self.assertEqual((strided[1].code, strided[1].raised.type, strided[2].code), (-1, 'BufferError', 0))
        bad = run(make(0, memoryview_(bytes_(20), cast('d'))), call(READ, 0))
        self.assertEqual((bad[0].raised.type, bad[1].why), ('TypeError', 'no such object'))
        released = run(make(0, memoryview_(bytes_(3))), release(0), call(READ, 0), release(0))
        self.assertEqual(released[1], Done(None, []))
        self.assertEqual((released[2].code, released[2].raised.type), (-1, 'ValueError'))

    def test_memory_beyond_2_gib(self):
        for exporter in (mmap(0, 2 ** 31 + 7), scripted(2 ** 31 + 7)):
            read = run(make(0, exporter), call(READ, 0))[1]
            self.assertEqual((read.code, read.length, read.sample), (0, 2 ** 31 + 7, bytes(64)))

    def test_changes_show_and_pokes_arrive(self):
        for exporter in (bytearray_(70), array('d', 9), ctypes(0, 'i', 20), ctypes(1, 'i', 20), bytesio(70), mmap(0, 70),
                         mmap(2, 70), scripted(70), memoryview_(bytearray_(90), slice_(4, 80)),
                         memoryview_(memoryview_(array('i', 30)), cast('B'), slice_(5, 100))):
            events = run(make(0, exporter), call(WRITE, 0), change(0, 3, 200), peek(WRITE, 0), poke(0, 5, 99),
                         peek(WRITE, 0), poke(0, 100, 1), poke(0, -1, 1), change(0, 100, 1))
            self.assertEqual(events[2], Done(None, []))
            self.assertEqual(events[3].sample[3], 200)
            self.assertEqual(events[4], Poked(99))
            self.assertEqual(events[5].sample[5], 99)
            self.assertEqual(events[6], Skipped("the pointer is not in the object's memory"))
            self.assertEqual(events[7], events[6])
            self.assertEqual(events[8], Skipped('the object has no such byte'))
        self.assertEqual(run(make(0, bytes_(4)), change(0, 0, 1))[1].raised.type, 'TypeError')

    def test_resize_release_and_pins(self):
        events = run(make(0, bytearray_(8)), call(READ, 0), acquire(1, 0, SIMPLE), resize(0, 100), peek(READ, 0),
                     release_view(1), resize(0, 100), peek(READ, 0), call(READ, 0), resize(0, 2), call(READ, 0))
        self.assertEqual(events[2], Viewed(True, None, Pointer('WITHIN', 0), 8, [],
                                           Fields(0, 1, None, 1, None, None, None)))
        self.assertEqual(events[3].raised.type, 'BufferError')
        self.assertEqual(events[4].sample, pattern(8))
        self.assertEqual(events[6], Done(None, []))
        self.assertEqual(events[7], Skipped('no pointer'))
        self.assertEqual((events[8].length, events[8].sample[:10]), (100, pattern(8) + b'\0\0'))
        self.good(events[10], pattern(2))
        events = run(make(0, array('i', 4)), resize(0, 24), call(READ, 0), resize(0, 6), resize(0, 0), call(READ, 0))
        self.assertEqual((events[2].length, events[2].pointer.value), (24, 0))
        self.assertIn('whole', events[3].why)
        self.assertEqual(events[5].length, 0)
        events = run(make(0, mmap(0, 5)), acquire(0, 0, FULL), release(0), release_view(0), release(0), call(READ, 0))
        self.assertEqual(events[2].raised.type, 'BufferError')
        self.assertEqual((events[4].raised, events[5].raised.type), (None, 'ValueError'))

    def test_scripted_traffic(self):
        events = run(make(7, scripted(8, 1)), call(READ, 7), call(WRITE, 7), call(CHECK, 7), acquire(0, 7, FULL),
                     release_view(0), parse(7, 0), parse(7, 1), drop(7))
        acquired = lambda flags: [Traffic(7, 0, 'ACQUIRED', flags), Traffic(7, 0, 'RELEASED', 0)]
        self.good(events[1], pattern(8, 1))
        self.assertEqual([event.traffic for event in events[1:4]], [acquired(0), acquired(1), acquired(0)])
        self.assertEqual(events[4], Viewed(True, None, Pointer('WITHIN', 0), 8, acquired(0x11d)[:1],
                                           Fields(0, 1, None, 1, [8], [1], None)))
        self.assertEqual(events[5], Done(None, acquired(0)[1:]))
        self.assertEqual([events[6].traffic, events[7].traffic], [acquired(0), acquired(1)])
        events = run(make(0, scripted(8, releases=0, readonly=1)), call(READ, 0), call(WRITE, 0))
        self.assertEqual(events[1].traffic, [Traffic(0, 0, 'ACQUIRED', 0)])
        self.assertEqual(events[2].traffic, [Traffic(0, 0, 'REFUSED', 1)])

    def test_scripted_layouts(self):
        def codes(exporter):
            events = run(make(0, exporter), call(READ, 0), acquire(0, 0, STRIDES), acquire(1, 0, FULL_RO))
            return [events[1].code == 0, events[2].granted, events[3].granted]
        self.assertEqual(codes(scripted(8, shape=[4], strides=[2])), [False, True, True])
        self.assertEqual(codes(scripted(8, shape=[4], strides=[-1], offset=3)), [False, True, True])
        self.assertEqual(codes(scripted(8, shape=[2, 2], strides=[1, 2])), [False, True, True])
        self.assertEqual(codes(scripted(8, shape=[2, 2], indirect=1)), [False, False, True])
        self.assertEqual(codes(scripted(8, shape=[2, 2])), [True, True, True])
        self.assertEqual(codes(scripted(8, shape=[1, 3], strides=[77, 1])), [True, True, True])
        self.good(run(make(0, scripted(8, shape=[], offset=4, itemsize=4, format='i')), call(READ, 0))[1],
                  bytes([4, 5, 6, 7]))
        self.assertEqual(run(make(0, scripted(8, shape=[9])))[0], Skipped('the geometry does not lie in the memory'))
        indirect = run(make(0, memoryview_(scripted(12, shape=[3, 4], indirect=1))), call(READ, 0), change(0, 3, 1))
        self.assertEqual((indirect[0].raised, indirect[1].code, indirect[2].raised), (None, -1, None))

    def test_scripted_owners(self):
        redirect = run(make(0, scripted(0, owner=OTHER, target=scripted(8, 2))), call(READ, 0), drop(0))
        self.good(redirect[1], pattern(8, 2))
        self.assertEqual([(t.depth, t.kind) for t in redirect[1].traffic],
                         [(1, 'ACQUIRED'), (0, 'ACQUIRED'), (1, 'RELEASED')])
        nobody = run(make(0, scripted(8, 2, owner=NOBODY)), call(READ, 0), acquire(0, 0, SIMPLE), release_view(0))
        self.good(nobody[1], pattern(8, 2))
        self.assertEqual([(t.depth, t.kind) for t in nobody[1].traffic], [(0, 'ACQUIRED')])
        null = run(make(0, scripted(0, null=1)), call(READ, 0))[1]
        self.assertEqual((null.code, null.pointer.kind, null.length, null.sample), (0, 'NULL', 0, b''))

    def test_scripted_refusals(self):
        for exception, name in ((TYPE_ERROR, 'TypeError'), (KEY_ERROR, 'KeyError'), (SYSTEM_EXIT, 'SystemExit'),
                                (DERIVED_TYPE_ERROR, 'DerivedTypeError'), (CUSTOM, 'CustomError'),
                                (STOP_ITERATION, 'StopIteration'), (MEMORY_ERROR, 'MemoryError')):
            read = run(make(0, scripted(8, refusal=(2, exception))), call(READ, 0))[1]
            self.assertEqual((read.code, read.raised.type), (-1, name))
            self.assertEqual(read.raised.type_error, name.endswith('TypeError'))
            self.assertIn('refused', read.raised.message)
        half = run(make(0, scripted(8, refusal=(1, VALUE_ERROR))), call(READ, 0), acquire(0, 0, WRITABLE))
        self.assertEqual((half[1].code, half[2].raised.type), (0, 'ValueError'))

    def test_quirks(self):
        def read(quirk, **arguments):
            return run(make(0, scripted(8, quirks=1 << quirk, **arguments)), call(READ, 0))[1]
        refused = dict(refusal=(2, VALUE_ERROR))
        self.assertEqual(read(0, **refused).raised, None)
        self.assertEqual(read(1, **refused).code, -1)
        self.assertEqual(read(2, **refused).references, 0)
        self.assertEqual(read(4).raised.type, 'RuntimeError')
        self.assertEqual(run(make(0, scripted(8, quirks=32, readonly=1)), call(WRITE, 0))[1].code, 0)
        self.assertEqual(read(6, shape=[4], strides=[2]).code, 0)
        self.assertEqual(read(7, itemsize=4, shape=[2]).length, 2)
        made = run(make(0, memoryview_(scripted(8, quirks=1, refusal=(2, VALUE_ERROR)))))[0]
        self.assertEqual(made.raised.type, 'SystemError')

    def test_slices_of_null_are_not_looked_at(self):
        for bounds in (slice_(2), slice_(step=-1), slice_(2, 6, 3)):
            events = run(make(0, memoryview_(scripted(8, null=1), bounds)), call(READ, 0), peek(READ, 0), poke(0, 0, 1),
                         change(0, 0, 1), acquire(0, 0, FULL_RO), parse(0, 0))
            if bounds == slice_(2):
                self.assertEqual((events[1].pointer, events[1].length), (Pointer('ELSEWHERE', 0), 6))
                self.assertEqual((events[1].sample, events[2].sample), ('UNREADABLE', 'UNREADABLE'))
            self.assertEqual(events[4], Skipped('the object has no such byte'))
            self.assertEqual(events[5].pointer.kind, 'ELSEWHERE')

    def test_pending_and_null_arguments(self):
        events = run(make(0, bytes_(4)), call(READ, 0, 1), call(READ, 0, 2), call(READ, 0, 4), call(READ, 0, 0, KEY_ERROR),
                     call(CHECK, 0, 0, KEY_ERROR))
        self.assertEqual([event.code for event in events[1:4]], [-1, -1, -1])
        self.assertEqual((events[4].code, events[4].raised), (0, Raised('KeyError', False, "'pending'")))

    def test_python_classes(self):
        if not FROM_3_12:
            return
        events = run(make(3, python_class(bytearray_(8, 2))), call(READ, 3), call(WRITE, 3), drop(3))
        self.good(events[1], pattern(8, 2))
        self.assertEqual([(t.kind, t.flags) for t in events[2].traffic], [('ACQUIRED', 1), ('RELEASED', 0)])
        events = run(make(3, python_class(bytes_(8, 2), releases=0)), call(READ, 3), call(WRITE, 3))
        self.assertEqual([t.kind for t in events[1].traffic], ['ACQUIRED'])
        self.assertEqual([t.kind for t in events[2].traffic], ['REFUSED'])
        self.assertEqual(events[2].raised.type, 'TypeError')
        events = run(make(3, python_class(bytes_(8), answer=1)), call(READ, 3))
        self.assertEqual((events[1].raised.type, events[1].traffic[0].kind), ('TypeError', 'REFUSED'))
        events = run(make(3, python_class(bytes_(8), answer=2, exception=CUSTOM)), call(READ, 3), call(CHECK, 3))
        self.assertEqual((events[1].raised.type, events[1].references), ('CustomError', 0))
        events = run(make(3, python_class(python_class(scripted(8)))), call(READ, 3))
        self.assertEqual({t.depth for t in events[1].traffic}, {0, 1, 2})
        self.assertEqual(len(events[1].traffic), 6)

    def test_wrong_ports_show_and_do_no_harm(self):
        self.use(read='leaking_read')
        events = run(make(0, bytearray_(8)), make(1, scripted(8)), call(READ, 0), resize(0, 1), call(READ, 1))
        self.assertEqual((events[2].references, events[3].raised.type), (1, 'BufferError'))
        self.assertEqual((events[4].references, len(events[4].traffic)), (1, 1))
        self.use(read='stealing_read')
        events = run(make(0, bytearray_(8)), *[call(READ, 0)] * 20)
        self.assertEqual({event.references for event in events[1:]}, {-2})
        self.use(read='twice_released_read')
        events = run(make(0, memoryview_(scripted(8))), make(1, scripted(8)), call(READ, 1))
        self.assertEqual([t.kind for t in events[2].traffic], ['ACQUIRED', 'RELEASED', 'RELEASED_UNKNOWN'])
        self.assertEqual(events[2].references, -1)
        events = run(make(1, scripted(0, owner=OTHER, target=scripted(8))), call(READ, 1))
        self.assertEqual((events[1].references, events[1].others), (0, {(1, 1): -1}))
        self.use(read='scribbling_read')
        self.assertEqual(run(make(0, scripted(8)), call(READ, 0))[1].damage, Damage(8, 8))
        self.use(read='lying_read')
        events = run(make(0, non_buffer(1)), call(READ, 0), peek(READ, 0))
        self.assertEqual((events[1].pointer, events[1].sample), (Pointer('ELSEWHERE', 0), 'UNREADABLE'))
        self.assertEqual(events[2].sample, 'UNREADABLE')
        self.use(write='copying_write')
        events = run(make(0, bytearray_(8)), call(WRITE, 0), poke(0, 0, 1))
        self.assertEqual((events[1].pointer.kind, events[1].sample), ('ELSEWHERE', pattern(8)))
        self.assertEqual(events[2], Skipped("the pointer is not in the object's memory"))
        self.use(write='careless_write')
        events = run(make(0, mmap(1, 8)), call(WRITE, 0), poke(0, 0, 1))
        self.assertEqual(events[2], Skipped('the pointer cannot be written through'))
        events = run(make(0, bytes_(8)), call(WRITE, 0), poke(0, 0, 77))
        self.assertIn(events[2], (Poked(77), Skipped('the pointer cannot be written through')))

    def changed(self, offset, exporter):
        os.environ['OLDBUFFER_OFFSET'] = str(offset)
        return run(make(0, exporter), call(READ, 0))[1].damage

    def test_every_changed_byte_has_one_place(self):
        self.use(read='writing_read')
        part = scripted(12, 1, offset=5, shape=[4])
        for offset in (-69, -6, -5, -3, -1, 0, 2, 4, 6, 7, 70):
            self.assertEqual(self.changed(offset, part), Damage(5 + offset, offset))
            self.assertEqual(self.changed(offset, memoryview_(memoryview_(part))), Damage(5 + offset, offset))
            self.assertEqual(self.changed(offset, scripted(0, owner=OTHER, target=part)), Damage(5 + offset, offset))
        inner = bytearray_(12, 1)
        exporters = [memoryview_(inner, slice_(5, 9)), memoryview_(memoryview_(inner, slice_(2, 11)), slice_(3, 7)),
                     scripted(0, owner=OTHER, target=memoryview_(inner, slice_(5, 9)))]
        if FROM_3_12:
            exporters += [memoryview_(python_class(inner), slice_(5, 9)), python_class(memoryview_(inner, slice_(5, 9)))]
        for exporter in exporters:
            for offset in (-5, -1, 0, 3, 4, 6):
                self.assertEqual(self.changed(offset, exporter), Damage(5 + offset, offset))
        for start in (100, 9000, 65000):
            large = memoryview_(bytearray_(65536), slice_(start, start + 5000))
            for offset in (-64, -1, 0, 2500, 4999, 5000, -start, 65535 - start, 32768 - start):
                if not 24 <= offset < 2500 and not 2516 <= offset < 4976 and start + offset < 65536:
                    self.assertEqual(self.changed(offset, large), Damage(start + offset, offset))
            small = memoryview_(bytearray_(65536), slice_(start, start + 300))
            for offset in (-64, -1, 0, 150, 299, 300, 363):
                self.assertEqual(self.changed(offset, small), Damage(start + offset, offset))

    def test_counts_are_told_of_their_objects(self):
        self.use(read='keeping_read')
        events = run(make(0, bytearray_(4)), make(1, bytearray_(4)), call(READ, 0), call(READ, 1), call(READ, 1))
        self.assertEqual([(event.references, event.others) for event in events[2:]], [(1, {}), (1, {(0, 0): -1}), (0, {})])
        for redirecting in (0, 1):
            exporters = [bytearray_(4), scripted(0, owner=OTHER, target=bytes_(4))]
            events = run(make(0, exporters[redirecting]), make(1, exporters[1 - redirecting]), call(READ, 0), call(READ, 1))
            self.assertEqual((events[3].references, events[3].others), (1, {(0, 0): -1}))
        self.use(read='viewing_read')
        events = run(make(0, scripted(0, owner=OTHER, target=bytearray_(4))), make(1, scripted(4)), call(READ, 0), call(READ, 1))
        self.assertEqual((events[2].references, events[2].others), (0, {(0, 1): 1}))
        self.assertEqual((events[3].references, events[3].others), (1, {(0, 1): -1}))
        self.assertEqual(events[3].traffic, [Traffic(1, 0, 'ACQUIRED', 0)])

    def test_what_all_share_is_not_counted_for_others(self):
        events = run(make(0, non_buffer(2)), make(1, bytes_(4)), call(READ, 0), call(READ, 1))
        self.assertEqual((events[2].references, events[2].others), (0, {}))
        self.assertEqual((events[3].references, events[3].others), (0, {(0, 0): None}))

    def test_nobody_is_told_of_what_an_earlier_object_saw(self):
        self.use(read='viewing_read')
        exporters = [scripted(4)] + ([python_class(bytes_(4))] if FROM_3_12 else [])
        for exporter in exporters:
            events = run(make(0, exporter), call(READ, 0), drop(0), make(0, exporter), call(READ, 0))
            for event in (events[1], events[4], run(make(0, exporter), call(READ, 0))[1]):
                self.assertEqual([t.kind for t in event.traffic], ['ACQUIRED'])

    def test_exporters_of_earlier_scenarios_are_not_recorded(self):
        exporters = [scripted(8)]
        if FROM_3_12:
            exporters += [python_class(bytes_(8)), python_class(scripted(8))]
        self.use(read='viewing_read')
        for exporter in exporters:
            for nobodys in (scripted(0, owner=NOBODY), scripted(8, releases=0)):
                run(make(0, exporter), call(READ, 0))
                read = run(make(0, nobodys), call(READ, 0))[1]
                self.assertEqual([t.kind for t in read.traffic], ['ACQUIRED'])
            in_turn = run(make(0, exporter), make(1, scripted(8)), call(READ, 0), call(READ, 1))
            self.assertIn((0, 0, 'RELEASED'), [(t.object, t.depth, t.kind) for t in in_turn[3].traffic])

    def test_a_view_may_be_overwritten_when_it_is_released(self):
        wiping = scripted(8, quirks=1 << 8)
        for exporter in (wiping, memoryview_(wiping), scripted(0, owner=OTHER, target=wiping)):
            events = run(make(0, exporter), call(READ, 0), call(WRITE, 0), acquire(0, 0, FULL_RO), release_view(0),
                         parse(0, 0), call(CHECK, 0))
            self.good(events[1], pattern(8))
            self.good(events[2], pattern(8))
            self.assertEqual((events[3].granted, events[5].granted, events[6].code), (True, True, 1))
            released = [t.kind for t in events[1].traffic if t.depth == (exporter != wiping)]
            self.assertEqual(released, ['ACQUIRED', 'RELEASED'] if exporter != memoryview_(wiping) else [])
        self.use(read='late_read')
        late = run(make(0, wiping), call(READ, 0))[1]
        self.assertEqual((late.pointer.kind, late.length < 0, late.references), ('ELSEWHERE', True, 0))

    def test_leaked_exporters_lose_their_memory(self):
        for steps in ([call(READ, 0)], [parse(0, 0)], [call(READ, 0), drop(0)]):
            for _ in range(200):  # 47 bits of addresses hold 128 of these
                events = run(make(0, scripted(2 ** 40, quirks=1 << 3)), *steps)
                self.assertEqual(events[0], Made(None))
        self.use(read='leaking_read')
        for _ in range(200):
            self.assertEqual(run(make(0, scripted(2 ** 40)), call(READ, 0))[1].references, 1)

    def test_batches_that_change_while_they_run(self):
        self.use(read='erasing_read')
        folder = tempfile.mkdtemp()
        paths = [os.path.join(folder, name) for name in ('in', 'out')]
        steps = [make(0, bytes_(1)), call(READ, 0)] + [make(1, memoryview_(bytes_(1), cast('B', [1] * 8)))] * 9
        packed = batch([steps, steps])
        for path, content in zip(paths, (packed + bytes(4096 - len(packed)), bytes(1 << 16))):
            with open(path, 'wb') as file:
                file.write(content)
        os.environ['OLDBUFFER_ERASED'] = paths[0]
        oldbuffer_probe.run_mapped(paths[0], paths[1], len(packed))
        with open(paths[1], 'rb') as file:
            told = transcripts(file.read())
        self.assertEqual([transcript.what for transcript in told], ['the batch changed while it ran'] * 2)
        for path in paths:
            os.remove(path)
        os.rmdir(folder)

    def test_files_that_cannot_be_mapped(self):
        with tempfile.NamedTemporaryFile() as empty:
            with self.assertRaisesRegex(OSError, 'cannot be mapped: it is empty'):
                oldbuffer_probe.run_mapped(empty.name, empty.name, 0)
        with self.assertRaisesRegex(OSError, 'cannot be mapped: No such file'):
            oldbuffer_probe.run_mapped(empty.name, empty.name, 0)

    def test_ports_that_cannot_be_used(self):
        for path, names in ((FOLDER + '/none.so', ORIGINAL), (FOLDER + '/port.so', ('nothing', None, None, None))):
            self.assertRaises(ValueError, oldbuffer_probe.use_functions, path, names)

    def test_senseless_steps_are_skipped(self):
        events = run(call(READ, 0), peek(READ, 0), poke(0, 0, 0), change(0, 0, 0), resize(0, 0), release(0),
                     acquire(0, 0, 0), release_view(0), parse(0, 0), drop(0), make(0, bytes_(1)), make(0, bytes_(1)),
                     peek(READ, 0), release(0), resize(0, 0), acquire(0, 0, 0), acquire(0, 0, 0))
        self.assertEqual([type(event) is Skipped for event in events], [True] * 10 + [False] + [True] * 4 + [False, True])

    def test_malformed_batches(self):
        whole = batch([[make(0, memoryview_(bytes_(4), slice_(1, 2))), call(READ, 0)]])
        self.assertEqual(len(transcripts(oldbuffer_probe.run(whole))), 1)
        for length in range(len(whole)):
            self.assertTrue(malformed(oldbuffer_probe.run(whole[:length])))
        self.assertTrue(malformed(oldbuffer_probe.run(whole + b'\0')))
        deep = bytes_(1)
        for _ in range(7):
            deep = memoryview_(deep)
        self.assertEqual(run(make(0, deep))[0], Made(None))
        for steps in ([make(0, memoryview_(deep))], [u8(12)], [make(64, bytes_(1))], [make(0, bytes_(65537))],
                      [peek(CHECK, 0)], [call(4, 0)], [make(0, scripted(8, itemsize=0))]):
            message = malformed(oldbuffer_probe.run(batch([[drop(0)], steps])))
            self.assertTrue(message.startswith('scenario 1, step 0: '), message)

    def test_same_seed_same_transcripts(self):
        self.use('safe_read', 'safe_read', 'safe_check', 'safe_write')
        scenarios = Scenarios(20261122)
        packed = [batch([scenarios.scenario() for _ in range(50)]) for _ in range(4)]
        first = [transcripts(oldbuffer_probe.run(one)) for one in packed]
        self.assertEqual(first, [transcripts(oldbuffer_probe.run(one)) for one in packed])


if __name__ == '__main__':
    unittest.main(warnings='ignore')
