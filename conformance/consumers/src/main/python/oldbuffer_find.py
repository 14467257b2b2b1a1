"""Works out how a function is called with memory: from its signature, its complaints, and by trial."""

import functools
import inspect
import itertools
import re
import time

import oldbuffer_calls
import oldbuffer_objects as objects
from oldbuffer_observe import FORMAT, WRITABLE, safely

FILLERS = ["0", "b'ab'", "'B'", "None", "bytearray(8)", "1", "'utf-8'", "[]", "{}", "(1,)", "len"]
MOST_ARGUMENTS = 4
MOST_TRIALS = 160
MOST_KEYWORDS = 12
MOST_WORK = 4.0  # seconds of work on the trials of one function; most take a hundredth of it
MOST_TIME = 20.0  # seconds that they may last
CONTENT = b"12345678"
COUNTS = re.compile(r"(?:takes|expected|requires|needs|at least|at most|exactly) "
                    r"(?:(?:at least|at most|exactly|no more than) )?(\w+) (?:positional |required )?(?:argument|parameter)")
NUMBERS = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4}


class Trial:
    """A call that is made for a look at it: without the care that a judged one needs."""

    def __init__(self, trials, positional, named):
        self.trials = trials
        self.positional = positional
        self.named = named

    def fresh(self):
        return self.trials.call.fresh()

    def run(self, given, names, wrong):
        function = eval(self.trials.code, names)
        values = [given if each == oldbuffer_calls.PLACE else eval(code_of(each)) for each in self.positional]
        return function(*values, **{self.named: given} if self.named else {})


@functools.lru_cache(maxsize=None)
def code_of(filler):
    return compile(filler, "<filler>", "eval")


class Trials:
    """What was tried of one function.

    `avoided` are expressions that end the process.
    """

    def __init__(self, target, avoided, exporter_type, say):
        self.target = target
        self.avoided = avoided
        self.call = oldbuffer_calls.Call("%s(_)" % target, "")
        self.code = compile(target, "<target>", "eval")
        self.exporter_type = exporter_type
        self.say = say
        self.count = 0
        self.complaint = ""
        self.began = time.process_time(), time.monotonic()

    def over(self):
        """Whether a function whose calls take long had its time."""
        work, began = self.began
        return time.process_time() - work > MOST_WORK or time.monotonic() - began > MOST_TIME

    def asks(self, positional, named=None):
        """Whether a call asks for the memory, and whether what it is compared with gives a result."""
        expression = "%s(%s)" % (self.target, ", ".join(positional + ([named + "=_"] if named else [])))
        self.count += 1
        self.complaint = ""
        if expression in self.avoided:
            return expression, True, False
        call = Trial(self, positional, named)
        self.say("@try " + expression)
        made, exporter = objects.make({"scripted": objects.PLAIN}, CONTENT, self.exporter_type)
        outcome = safely(call, made, None, CONTENT)
        if outcome.get("raised") == "TypeError":
            self.complaint = outcome["message"]
        if not exporter.log()[1]:
            return expression, False, False
        asked = exporter.log()[0]
        given = ["bytearray"] if any(flags & WRITABLE for flags in asked) else ["bytes"]
        if any(flags & FORMAT for flags in asked):
            given.append("memoryview")
        return expression, True, any(self.works(call, kind) for kind in given)

    @staticmethod
    def works(call, kind):
        return "raised" not in safely(call, objects.REFERENCES[kind](CONTENT), None, CONTENT)

    def counted(self):
        """The number of arguments that the complaint speaks of; None where it speaks of none."""
        if "takes no arguments" in self.complaint:
            return 0
        said = COUNTS.search(self.complaint)
        word = said and said.group(1)
        return NUMBERS.get(word) if word in NUMBERS else int(word) if word and word.isdigit() else None


def signature(trials):
    """How many arguments are required at the beginning, how many there may be, and the names of keywords; or None."""
    try:
        value = eval(trials.code, trials.call.fresh())
        parameters = list(inspect.signature(value).parameters.values())
    except BaseException:
        return None
    positional = [one for one in parameters if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    required = len([one for one in positional if one.default is one.empty])
    keywords = [one.name for one in parameters
                if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY) and one.default is not one.empty]
    return required, len(positional), keywords


def counts(trials, known):
    """The numbers of arguments that are worth a trial."""
    if known is not None:
        required, most, _ = known
        return [count for count in (required, required + 1) if 1 <= count <= min(most, MOST_ARGUMENTS)]
    trials.asks(["_"])
    number = trials.counted()
    if number == 0:
        return []
    if number is not None and number > 1:
        return [count for count in (number, number + 1) if count <= MOST_ARGUMENTS]
    return [1, 2, 3, 4]


def find(target, avoided, exporter_type, say):
    """Expressions that ask for memory: for each place the first one that gives a result, else the first one that asks."""
    try:
        trials = Trials(target, avoided, exporter_type, say)
    except (oldbuffer_calls.Misused, oldbuffer_calls.Missing):
        return []
    known = signature(trials)
    found = []
    taken = set()
    for count in counts(trials, known):
        for place in range(count):
            if place in taken:
                continue
            expression = at(trials, count, place)
            if expression is not None:
                taken.add(place)
                found.append(expression)
    for keyword in (known[2][:MOST_KEYWORDS] if known else []):
        expression = with_keyword(trials, known[0], keyword)
        if expression is not None:
            found.append(expression)
    return found


@functools.lru_cache(maxsize=None)
def likely(count):
    """Other arguments, the likely ones first."""
    places = sorted(itertools.product(range(len(FILLERS)), repeat=count), key=lambda each: (sum(each), each))
    return [tuple(FILLERS[place] for place in each) for each in places[:MOST_TRIALS]]


def at(trials, count, place):
    asked = None
    limit = trials.count + MOST_TRIALS // count
    for fillers in likely(count - 1):
        if trials.count >= limit or trials.over():
            break
        expression, asks, works = trials.asks(list(fillers[:place]) + ["_"] + list(fillers[place:]))
        if works:
            return expression
        if asks and asked is None:
            asked = expression
            limit = min(limit, trials.count + len(FILLERS) ** 2)
        if not asks and trials.counted() not in (None, count):
            # it is the number that is wrong
            break
    return asked


def with_keyword(trials, required, keyword):
    asked = None
    for fillers in itertools.product(FILLERS[:4], repeat=min(required, 2)):
        if trials.over():
            break
        expression, asks, works = trials.asks(list(fillers), keyword)
        if works:
            return expression
        if asks and asked is None:
            asked = expression
    return asked
