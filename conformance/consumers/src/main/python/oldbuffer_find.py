"""Works out how a function is called with memory: from its signature, its complaints, and by trial."""

import functools
import inspect
import itertools
import re

import oldbuffer_calls
import oldbuffer_objects as objects
from oldbuffer_observe import safely

FILLERS = ["0", "b'ab'", "'B'", "None", "bytearray(8)", "1", "'utf-8'", "[]", "{}", "(1,)", "len"]
MOST_ARGUMENTS = 4
MOST_TRIALS = 160
MOST_KEYWORDS = 12
PLAIN = {"layout": "contiguous", "format": "B", "dimensions": 1, "readonly": False, "place": "end", "null": False,
         "wiped": False, "redirected": False, "error": None}
CONTENT = b"12345678"
COUNTS = re.compile(r"(?:takes|expected|requires|needs|at least|exactly) (?:at least |exactly |no more than )?(\w+)"
                    r" (?:positional |required )?(?:argument|parameter)")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4}


class Trials:
    """What was tried of one function."""

    def __init__(self, target, exporter_type, say):
        self.target = target
        self.exporter_type = exporter_type
        self.say = say
        self.count = 0
        self.complaint = ""

    def asks(self, arguments):
        """Whether a call asks for the memory, and whether bytes in its place give a result."""
        expression = "%s(%s)" % (self.target, arguments)
        self.count += 1
        try:
            call = oldbuffer_calls.Call(expression, "")
        except (oldbuffer_calls.Misused, oldbuffer_calls.Missing):
            return expression, False, False
        self.say("@try " + expression)
        made, exporter = objects.make({"scripted": PLAIN}, CONTENT, self.exporter_type)
        outcome = safely(call, made, None, CONTENT)
        self.complaint = outcome.get("message", "")
        if not exporter.log()[1]:
            return expression, False, False
        writes = any(flags & 1 for flags in exporter.log()[0])
        given = bytearray(CONTENT) if writes else objects.fresh(CONTENT)
        return expression, True, "raised" not in safely(call, given, None, CONTENT)


def signature(target):
    """How many arguments are required at the beginning, how many there may be, and the names of keywords; or None."""
    try:
        call = oldbuffer_calls.Call("%s(_)" % target, "")
        value = eval(target, call.fresh())
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
    trials.asks("_")
    said = COUNTS.search(trials.complaint)
    number = said and (NUMBERS.get(said.group(1)) or (int(said.group(1)) if said.group(1).isdigit() else None))
    if number == 0 or "takes no arguments" in trials.complaint:
        return []
    if number is not None and number > 1:
        return [count for count in (number, number + 1) if count <= MOST_ARGUMENTS]
    return [1, 2, 3, 4]


def find(target, exporter_type, say):
    """Expressions that ask for memory: for each place the first one that gives a result, else the first one that asks."""
    trials = Trials(target, exporter_type, say)
    known = signature(target)
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
        if trials.count >= limit:
            break
        arguments = list(fillers[:place]) + ["_"] + list(fillers[place:])
        expression, asks, works = trials.asks(", ".join(arguments))
        if works:
            return expression
        if asks and asked is None:
            asked = expression
            limit = min(limit, trials.count + len(FILLERS) ** 2)
    return asked


def with_keyword(trials, required, keyword):
    asked = None
    for fillers in itertools.product(FILLERS[:4], repeat=min(required, 2)):
        arguments = list(fillers) + [keyword + "=_"]
        expression, asks, works = trials.asks(", ".join(arguments))
        if works:
            return expression
        if asks and asked is None:
            asked = expression
    return asked
