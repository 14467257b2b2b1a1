"""Makes the calls of a scenario and notes what became of them."""

import gc
import os
import sys
import time

import oldbuffer_failure as failure
import oldbuffer_objects as objects
from oldbuffer_calls import RECEIVER, end_copies
from oldbuffer_values import describe, told

TIMES = 4  # calls with the same object
KEEPERS = 160  # as many objects somebody may keep on purpose before older ones go
MORE = 32  # calls after which nothing more may be held where nothing is lost
PATIENCE = 2.0  # seconds in which one of the threads that were given the memory lets go of it
ENOUGH = 2.0  # seconds of calls after which it is not asked any more whether nothing is lost
FORMAT = 4  # PyBUF_FORMAT
WRITABLE = 1  # PyBUF_WRITABLE
HOLD = 2000  # references that keep an object alive whose count falls too low

getrefcount = getattr(sys, "getrefcount", None)

KEPT = []  # objects whose count fell too low: they must never go


class Alive:
    """Keeps an object alive whatever a function does to its reference count."""

    def __init__(self, made):
        self.held = [made] * HOLD
        self.before = None

    def count(self):
        return getrefcount(self.held[0]) if getrefcount else 0

    def begin(self):
        # from outside of the constructor, whose argument is a reference, too
        self.before = self.count()
        return self

    def let_go(self):
        if self.count() < self.before:
            KEPT.append(self.held)


def safely(call, given, wrong, content):
    """The outcome of a first call, whatever it does to the object's reference count."""
    alive = Alive(given).begin()
    outcome = attempt(call, given, call.fresh(), wrong, content)
    alive.let_go()
    return outcome


def attempt(call, given, names, wrong, content, returned=lambda result: None):
    """The outcome of one call; nothing of its result or exception is left. `returned` hears of the result first."""
    try:
        result = call.run(given, names, wrong)
        returned(result)
        return {"value": describe(result, given, content)}
    except BaseException as raised:
        raised.__traceback__ = None
        raised.__context__ = None
        outcome = {"raised": type(raised).__name__, "message": message(raised)}
        if isinstance(raised, SystemError) and not breaks_rules(given):
            outcome["system"] = True
        del raised
        return outcome
    finally:
        end_copies()


def breaks_rules(given):
    """Whether an object ends in a SystemError by itself, as a memoryview that was released does where it is iterated over."""
    if not isinstance(given, memoryview):
        return False
    try:
        next(map(iter, [given]))  # whose result is looked at, as that of a call written here is not always
    except SystemError:
        return True
    except Exception:
        pass
    return False


def message(raised):
    try:
        return " ".join(str(raised).split())[:200]
    except Exception:
        return ""


def state(call, names, given, content):
    """What the objects of the setup, and the one whose method was called, are after the call."""
    return {
        name: describe(value, given, content, walked=False)
        for name, value in sorted(names.items())
        if name == RECEIVER or not name.startswith("__") and name not in call.modules and not callable(value)
    }


def collect():
    for _ in range(3):
        gc.collect()


def reference(call, scenario, content, kept=None):
    """The call with what the scenario compares with; `kept` takes what it was given."""
    given = objects.REFERENCES[scenario["reference"]](content)
    if kept is not None:
        kept.append(given)
    names = call.fresh()
    alive = Alive(given).begin()
    outcome = attempt(call, given, names, scenario["wrong"], content)
    outcome["state"] = state(call, names, given, content)
    outcome["after"] = told(bytes(given))
    del names
    alive.let_go()
    return outcome


def observe(call, scenario, exporter_type, say):
    """The transcript of a scenario; `say` tells where it stands."""
    content = bytes.fromhex(scenario["content"]["hex"]) * scenario["content"]["times"]
    say("reference")
    # all alive at once, so that a result that tells where the memory is differs
    kept = []
    references = [reference(call, scenario, content, kept) for _ in range(2)]
    if scenario["offered"].get("python") == objects.LARGE:
        return of_large(call, scenario, content, references, say)
    say("object")
    try:
        made, exporter = objects.make(scenario["offered"], content, exporter_type)
    except objects.Unsupported as why:
        return {"unsupported": str(why)}
    transcript = {"references": references}
    say("row")
    in_a_row(call, scenario, content, exporter_type, transcript)
    say("object")
    look(call, scenario, content, made, exporter, transcript)
    if exporter is None:
        transcript["resize"] = resized(call, scenario, content, made)
    say("reference")
    references.append(reference(call, scenario, content, kept))
    transcript["failed"] = failed(call, scenario, content, transcript)
    transcript["listed"] = listed(call, scenario, content, transcript, exporter_type)
    return transcript


def listed(call, scenario, content, transcript, exporter_type):
    """Whether the result is that of a list of the object's items, and so comes of a sequence where bytes are something else."""
    value = transcript["answer"].get("value")
    if value is None or value == transcript["references"][0].get("value"):
        return False
    made, _ = objects.make(scenario["offered"], content, exporter_type)
    try:
        items = list(made) if hasattr(made, "__getitem__") else memoryview(made).tolist()
    except Exception:
        return False
    return safely(call, items, scenario["wrong"], content).get("value") == value


def failed(call, scenario, content, transcript):
    """Whether the answer to memory that may be refused is a value by which the function says that it refuses it."""
    answer = transcript["answer"]
    refused = transcript.get("requests", {}).get("refused") or objects.of_other_form(scenario["offered"])
    if not refused or "value" not in answer:
        return False
    others = [content, b"", bytes(bytearray(len(content))), bytes(bytearray(255 - each for each in bytearray(content)))]
    return failure.by_value(
        answer["value"],
        scenario["offered"].get("scripted", objects.PLAIN)["error"],
        nothing=lambda: safely(call, object(), scenario["wrong"], content),
        granted=lambda: [(each, reference(call, scenario, each)) for each in others],
        wrongs=lambda: (reference(call, dict(scenario, wrong=wrong), content) for wrong in range(len(call.wrong_kinds()))),
        guessed=bool(call.others),
    )


def of_large(call, scenario, content, references, say):
    """The transcript where there is too much memory to compare, and one call takes seconds."""
    longer = reference(call, scenario, content + b"\0")
    if longer == references[0] or longer.get("value") == references[0].get("value"):
        return {"unsupported": "the length of zeros makes no difference to the function"}
    say("object")
    try:
        made = objects.large(content)
    except objects.Unsupported as why:
        return {"unsupported": str(why)}
    names = call.fresh()
    outcome = attempt(call, made, names, scenario["wrong"], content)
    outcome["state"] = state(call, names, made, content)
    # as the reference has it, since the function has no business there
    outcome["after"] = references[0]["after"]
    say("reference")
    references.append(reference(call, scenario, content))
    return {"references": references, "answer": outcome, "times": 1}


def in_a_row(call, scenario, content, exporter_type, transcript):
    """Notes what the call makes of one segment with the same items, and whether it asks what the items are."""
    script = objects.in_a_row(scenario["offered"])
    if script is None:
        return
    given, exporter = objects.make({"scripted": script}, content, exporter_type)
    names = call.fresh()
    alive = Alive(given).begin()
    outcome = attempt(call, given, names, scenario["wrong"], content)
    outcome["state"] = state(call, names, given, content)
    transcript["contiguous"] = outcome
    transcript["itemwise"] = any(flags & FORMAT for flags in exporter.log()[0])
    del names
    alive.let_go()
    acquired, released = exporter.log()[3:5]
    if acquired != released:
        # a collection gives them back, and who dies of that died of these rows
        del alive, given, exporter
        collect()


def threads():
    """Whether other threads run here, which may hold memory for a while."""
    try:
        return len(os.listdir("/proc/self/task")) > 1
    except OSError:
        return True


class Refusals:
    """How often a call was refused memory. What its result asks for when it is looked at is not the call's affair."""

    def __init__(self, made, exporter):
        self.exporters = [] if exporter is None else [made] if made is exporter else [made, exporter]
        self.at_return = None

    def count(self):
        return sum(each.log()[2] for each in self.exporters)

    def returned(self, result):
        # an iterator is as far as its first item
        if not hasattr(type(result), "__next__"):
            self.at_return = self.count()

    def of_the_call(self):
        return self.count() if self.at_return is None else self.at_return


class Balance:
    """What calls with one object leave behind: references to it, and views of its memory."""

    def __init__(self, made, exporter):
        self.made = made
        self.exporter = exporter
        self.before = 0

    def begin(self):
        # from outside of the constructor, whose argument is a reference, too
        self.before = self.count()

    def count(self):
        return getrefcount(self.made) if getrefcount else 0

    def held(self):
        return self.exporter.log()[3] - self.exporter.log()[4] if self.exporter is not None else 0

    def growth(self):
        return self.count() - self.before

    def even(self):
        return not self.held() and not self.growth()

    def wait(self, enough):
        """For other threads that were given the memory, until nothing is left, or no more than enough."""
        if not threads():
            return
        least = self.held() + self.growth()
        until = time.monotonic() + PATIENCE
        while not self.even() and (self.held(), self.growth()) != enough and time.monotonic() < until:
            time.sleep(0.01)
            if self.held() + self.growth() < least:
                least = self.held() + self.growth()
                until = time.monotonic() + PATIENCE


def look(call, scenario, content, made, exporter, transcript):
    wrong = scenario["wrong"]
    names = call.fresh()
    alive = Alive(made).begin()
    refusals = Refusals(made, exporter)
    balance = Balance(made, exporter)
    balance.begin()
    outcome = attempt(call, made, names, wrong, content, refusals.returned)
    outcome["state"] = state(call, names, made, content)
    if exporter is not None:
        flags, requested = made.log()[:2]
        refused = refusals.of_the_call()
        transcript["requests"] = {"flags": flags, "count": requested, "refused": refused}
    after, trampled = objects.content_of(made, exporter)
    if after is not None:
        outcome["after"] = told(after)
    transcript["trampled"] = trampled
    transcript["answer"] = outcome
    for _ in range(TIMES - 1):
        attempt(call, made, names, wrong, content)
    del names
    if not balance.even():
        collect()
    elif exporter is not None and getrefcount is None:
        # nothing is held, but something may be released once too often; a collection is what takes the time there
        gc.collect()
    if not balance.even():
        # what keeps the latest one on purpose has another one now
        reference(call, scenario, content)
        collect()
    if exporter is not None:
        acquired, released, surplus = exporter.log()[3:6]
        stray = made.log()[5] if made is not exporter else 0
        transcript["views"] = {"acquired": acquired, "held": acquired - released, "surplus": surplus, "stray": stray}
    transcript["growth"] = balance.growth() if getrefcount else None
    transcript["times"] = TIMES
    if exporter is not None and (balance.held() > 1 or abs(balance.growth()) >= TIMES):
        transcript["bounded"] = bounded(call, scenario, balance, content, "raised" in outcome)
    alive.let_go()


def bounded(call, scenario, balance, content, raised):
    """Whether what is left grows no more with the number of calls: it is kept on purpose."""
    path = (raised, scenario["wrong"])
    if path in call.losses:
        return False
    until = time.monotonic() + ENOUGH

    def many(times):
        names = call.fresh()
        for _ in range(times):
            # the object from there: an argument would be one more reference
            attempt(call, balance.made, names, scenario["wrong"], content)
            if time.monotonic() > until:
                break
        del names
        collect()

    many(KEEPERS)
    before = (balance.held(), balance.growth())
    many(MORE)
    if (balance.held(), balance.growth()) != before:
        balance.wait(before)
    if not balance.even() and (balance.held(), balance.growth()) != before:
        call.losses.add(path)
        return False
    return True


def resized(call, scenario, content, made):
    """Why neither this object nor another one can be resized after the call; None where one can, or nothing is to try."""
    try:
        why = objects.resize(made)
    except objects.Unsupported:
        return {"tried": False, "refused": None}
    if why is not None:
        other, _ = objects.make(scenario["offered"], content, None)
        attempt(call, other, call.fresh(), scenario["wrong"], content)
        why = locked(call, scenario, content, other) and objects.resize(made)
    return {"tried": True, "refused": why}


def locked(call, scenario, content, other):
    """Why an object cannot be resized, after as many calls with other ones as anybody may keep, and some time."""
    path = ("locked", scenario["wrong"])
    reference(call, scenario, content)
    collect()
    why = objects.resize(other)
    until = time.monotonic() + PATIENCE
    while why is not None and path not in call.losses and threads() and time.monotonic() < until:
        time.sleep(0.01)
        why = objects.resize(other)
    if why is not None and path not in call.losses:
        until = time.monotonic() + ENOUGH
        for _ in range(KEEPERS):
            reference(call, scenario, content)
            if time.monotonic() > until:
                break
        collect()
        why = objects.resize(other)
    if why is not None:
        call.losses.add(path)
    return why
