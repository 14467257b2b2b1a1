"""Makes the calls of a scenario and notes what became of them."""

import gc
import sys

import oldbuffer_objects as objects
from oldbuffer_values import describe, told

TIMES = 4  # calls with the same object
HOLD = 1000  # references that keep an object alive whose count falls too low

getrefcount = getattr(sys, "getrefcount", None)

KEPT = []  # objects whose count fell too low: they must never go


class Alive:
    """Keeps an object alive whatever a function does to its reference count."""

    def __init__(self, made):
        self.held = [made] * HOLD
        self.before = self.count()

    def count(self):
        return getrefcount(self.held[0]) if getrefcount else 0

    def let_go(self):
        if self.count() < self.before:
            KEPT.append(self.held)


def safely(call, given, wrong, content):
    """The outcome of a first call, whatever it does to the object's reference count."""
    alive = Alive(given)
    outcome = attempt(call, given, call.fresh(), wrong, content)
    alive.let_go()
    return outcome


def attempt(call, given, names, wrong, content):
    """The outcome of one call; nothing of its result or exception is left."""
    try:
        result = call.run(given, names, wrong)
    except BaseException as raised:
        raised.__traceback__ = None
        raised.__context__ = None
        outcome = {"raised": type(raised).__name__, "message": message(raised)}
        if isinstance(raised, SystemError):
            outcome["system"] = True
        del raised
        return outcome
    return {"value": describe(result, given, content)}


def message(raised):
    try:
        return " ".join(str(raised).split())[:200]
    except Exception:
        return ""


def state(call, names, given, content):
    """What the objects of the setup are after the call."""
    return {
        name: describe(value, given, content)
        for name, value in sorted(names.items())
        if not name.startswith("__") and name not in call.modules and not callable(value)
    }


def collect():
    for _ in range(3):
        gc.collect()


def reference(call, scenario, content, kept=None):
    """The call with bytes, or with a bytearray where the function writes; `kept` takes what it was given."""
    kind = bytearray if scenario["reference"] == "bytearray" else objects.fresh
    given = kind(content)
    if kept is not None:
        kept.append(given)
    names = call.fresh()
    alive = Alive(given)
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
    look(call, scenario, content, made, exporter, transcript)
    if exporter is None:
        transcript["resize"] = resized(call, scenario, content, made)
    say("reference")
    references.append(reference(call, scenario, content, kept))
    return transcript


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


def look(call, scenario, content, made, exporter, transcript):
    wrong = scenario["wrong"]

    def count():
        # always from here: every frame that the object goes through counts
        return getrefcount(made) if getrefcount else 0

    def held():
        return exporter.log()[3] - exporter.log()[4] if exporter is not None else 0

    names = call.fresh()
    alive = Alive(made)
    before = count()
    outcome = attempt(call, made, names, wrong, content)
    outcome["state"] = state(call, names, made, content)
    if exporter is not None:
        flags, requested, refused = made.log()[:3]
        if made is not exporter:
            refused += exporter.log()[2]
        transcript["requests"] = {"flags": flags, "count": requested, "refused": refused}
    after, trampled = objects.content_of(made, exporter)
    if after is not None:
        outcome["after"] = told(after)
    transcript["trampled"] = trampled
    transcript["answer"] = outcome
    for _ in range(TIMES - 1):
        attempt(call, made, names, wrong, content)
    del names
    if held() or count() != before or (exporter is not None and getrefcount is None):
        collect()
    if held() or count() != before:
        # what keeps the latest one on purpose has another one now
        reference(call, scenario, content)
        collect()
    if exporter is not None:
        acquired, released, surplus = exporter.log()[3:6]
        stray = made.log()[5] if made is not exporter else 0
        transcript["views"] = {"acquired": acquired, "held": acquired - released, "surplus": surplus, "stray": stray}
    transcript["growth"] = count() - before if getrefcount else None
    transcript["times"] = TIMES
    alive.let_go()


def resized(call, scenario, content, made):
    """Why neither this object nor another one can be resized after the call; None where one can, or nothing is to try."""
    try:
        why = objects.resize(made)
    except objects.Unsupported:
        return {"tried": False, "refused": None}
    if why is not None:
        other, _ = objects.make(scenario["offered"], content, None)
        attempt(call, other, call.fresh(), scenario["wrong"], content)
        reference(call, scenario, content)
        collect()
        why = objects.resize(other) and objects.resize(made)
    return {"tried": True, "refused": why}
