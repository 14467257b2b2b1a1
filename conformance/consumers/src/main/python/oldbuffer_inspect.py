"""What a call is like: whether it asks for memory, and which contents it takes."""

import sys

import oldbuffer_objects as objects
from oldbuffer_observe import FORMAT, WRITABLE, getrefcount, safely

STRIDES = 0x10


def inspect(call, contents, exporter_type, say):
    found = {
        "others": len(call.others),
        "receiver": call.receiver_text,
        "wrongs": len(call.wrong_kinds()),
        "wrong": call.wrong_texts(),
        "imports": sorted(call.imports),
        "version": call.version(),
        "python": "%d.%d.%d" % tuple(sys.version_info[:3]),
        "counts": getrefcount is not None,
        "asked": False,
        "writes": False,
        "strides": False,
        "items": False,
        "numbers": False,
        "contents": [],
    }
    for number, text in enumerate(contents):
        content = bytes.fromhex(text["hex"]) * text["times"]
        say("@%d" % number)
        made, exporter = objects.make({"scripted": objects.PLAIN}, content, exporter_type)
        offered = safely(call, made, None, content)
        flags = exporter.log()[0]
        found["asked"] = found["asked"] or bool(flags)
        found["writes"] = found["writes"] or any(flag & WRITABLE for flag in flags)
        found["strides"] = found["strides"] or any(flag & STRIDES for flag in flags)
        given = bytearray(content) if found["writes"] else objects.fresh(content)
        outcome = safely(call, given, None, content)
        if not found["writes"] and any(flag & FORMAT for flag in flags):
            # who asks what the items are may take bytes for text, and a memoryview for numbers
            of_items = safely(call, objects.REFERENCES["memoryview"](content), None, content)
            other = ending(of_items) != ending(outcome) and not refused(of_items, outcome)
            text = other and like_text(call, content, outcome)
            found["items"] = found["items"] or text
            outcome = of_items if found["items"] else outcome
        elif flags and "raised" in outcome and not found["writes"]:
            # who asks for bytes may look by itself whether they may be written
            to_write = safely(call, bytearray(content), None, content)
            found["writes"] = further(to_write, outcome)
            outcome = to_write if found["writes"] else outcome
        if "value" in outcome and "value" in offered and offered["value"] != outcome["value"]:
            # to who goes through it number by number, a list of these numbers is the same, and what is no sequence is not
            of_numbers = safely(call, list(content), None, content)
            found["numbers"] = found["numbers"] or of_numbers.get("value") == outcome["value"]
        found["contents"].append("raised" not in outcome)
    return found


def further(to_write, outcome):
    """Whether a bytearray comes further than bytes that are refused: it is taken, or refused for something else than what it is."""
    if to_write.get("raised") in ("TypeError", "BufferError") or "bytearray" in to_write.get("message", ""):
        return False
    return ending(to_write) != ending(outcome)


def refused(of_items, outcome):
    """Whether a memoryview is refused for what it is, as bytes are not: then it is none of what the function takes."""
    raised = of_items.get("raised")
    return raised in ("TypeError", "BufferError") and raised != outcome.get("raised")


def like_text(call, content, outcome):
    """Whether bytes fare as a str does: who gives a result for bytes and refuses text takes bytes for memory."""
    text = safely(call, content.decode("latin-1"), None, content)
    return ("raised" in text) == ("raised" in outcome)


def ending(outcome):
    return outcome.get("value"), outcome.get("raised"), outcome.get("message")
