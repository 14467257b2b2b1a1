"""Random scenarios, by a seed: most make sense, some do not, all are well-formed."""
import random
from packed import *

TYPECODES = 'bBuwhHiIlLqQfd'
ELEMENTS = 'bBhHiIlLqQfd'


class Scenarios(object):
    def __init__(self, seed):
        self.random = random.Random(seed)

    def length(self):
        return self.random.choice([0, 1, 2, 7, 8, 64, 65, 256, 4096, 5000])

    def seed(self):
        return self.random.randrange(251)

    def chance(self, part):
        return self.random.random() < part

    def exporter(self, depth=1):
        choice = self.random.randrange(12 if depth < 8 else 7)
        if choice == 0:
            return bytes_(self.length(), self.seed(), self.chance(.3))
        if choice == 1:
            return bytearray_(self.length(), self.seed(), self.chance(.3))
        if choice == 2:
            return non_buffer(self.random.randrange(9))
        if choice == 3:
            return array(self.random.choice(TYPECODES), self.random.randrange(30), self.seed())
        if choice == 4:
            return bytesio(self.length(), self.seed())
        if choice == 5:
            return mmap(self.random.randrange(3), self.random.choice([1, 9, 4096, 70000, 2 ** 31 + 5]), self.seed())
        if choice == 6:
            shape = self.random.randrange(3)
            return ctypes(shape, self.random.choice(ELEMENTS), 1 if shape == 2 else self.random.randrange(1, 9),
                          self.seed())
        if choice == 7:
            return self.python_class(depth)
        if choice in (8, 9):
            operations = [self.operation() for _ in range(self.random.randrange(3))]
            return memoryview_(self.exporter(depth + 1), *operations)
        return self.scripted(depth)

    def python_class(self, depth):
        answer = self.random.choice([0, 0, 1, 2])
        exception = self.random.randrange(13) if answer == 2 else None
        return python_class(self.exporter(depth + 1), answer, exception, self.chance(.5))

    def operation(self):
        choice = self.random.randrange(4)
        if choice < 2:
            bounds = [NONE64, 0, 1, 2, 5, -1, -3, 2 ** 40, -2 ** 63 + 1, 2 ** 63 - 1]
            return slice_(self.random.choice(bounds), self.random.choice(bounds),
                          self.random.choice([1, 1, 2, -1, -2, 3, 2 ** 62, -2 ** 63]))
        if choice == 2:
            return cast(self.random.choice('bBcHidqQz'), self.random.choice([None, None, [], [2, 4], [8], [4, 2], [0]]))
        return TO_READONLY

    def scripted(self, depth):
        memory = self.random.choice([0, 1, 8, 24, 64, 100, 4096, 5000, 70000, 2 ** 31 + 64, 2 ** 40])
        arguments = dict(seed=self.seed(), readonly=self.chance(.3), null=self.chance(.05), releases=self.chance(.7))
        if self.chance(.5):
            arguments.update(self.random.choice([
                dict(shape=[]), dict(shape=[4], strides=[2]), dict(shape=[4], strides=[-1], offset=3),
                dict(shape=[2, 3], itemsize=4, format='i'), dict(shape=[2, 3], strides=[1, 2]),
                dict(shape=[3, 4], indirect=1), dict(shape=[0, 5]), dict(shape=[2 ** 40, 2 ** 40]),
                dict(shape=[2, 2], strides=[2 ** 62, 2 ** 62]), dict(shape=[1], offset=7), dict(shape=[0], indirect=1),
                dict(shape=[0], strides=[2]), dict(shape=[2, 0], strides=[-9, 5]), dict(shape=[], indirect=1), dict(shape=[2], strides=[0], format='T{b:x:}')]))
        if self.chance(.3):
            arguments['quirks'] = self.random.randrange(512) if self.chance(.5) else 1 << self.random.randrange(9)
        if self.chance(.3):
            arguments['refusal'] = (self.random.randrange(1, 3), self.random.randrange(13))
        arguments['owner'] = self.random.choice([SELF, SELF, SELF, NOBODY, OTHER])
        if arguments['owner'] == OTHER and depth >= 8:
            arguments['owner'] = SELF
        if arguments['owner'] == OTHER:
            arguments['target'] = self.exporter(depth + 1)
        return scripted(memory, **arguments)

    def name(self):
        return self.random.choice([0, 0, 0, 1, 1, 2, 63])

    def step(self):
        choice = self.random.randrange(20)
        if choice < 3:
            return make(self.name(), self.exporter())
        if choice < 10:
            nulls = self.random.randrange(8) if self.chance(.05) else 0
            pending = self.random.randrange(13) if self.chance(.05) else None
            return call(self.random.randrange(4), self.name(), nulls, pending)
        offset = self.random.choice([0, 1, 5, 4000, -1, 2 ** 40, 2 ** 63 - 1, -2 ** 63])
        return self.random.choice([
            lambda: peek(self.random.choice([CHAR, READ, WRITE]), self.name()),
            lambda: poke(self.name(), offset, self.random.randrange(256)),
            lambda: change(self.name(), offset, self.random.randrange(256)),
            lambda: resize(self.name(), self.random.choice([0, 1, 8, 64, 4096, 65536, 2 ** 40])),
            lambda: release(self.name()),
            lambda: acquire(self.name(), self.name(), self.random.randrange(5)),
            lambda: acquire(self.name(), self.name(), self.random.randrange(5)),
            lambda: release_view(self.name()),
            lambda: parse(self.name(), self.random.randrange(2)),
            lambda: drop(self.name())])()

    def scenario(self):
        return [make(0, self.exporter())] + [self.step() for _ in range(self.random.randrange(30))]
