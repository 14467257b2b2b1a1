"""What a call is like: whether it asks for memory, and which contents it takes."""

import sys

import oldbuffer_objects as objects
from oldbuffer_observe import getrefcount, safely

WRITABLE = 1


def inspect(call, contents, exporter_type, say):
    found = {
        "others": len(call.others),
        "wrong": call.wrong_texts(),
        "imports": sorted(call.imports),
        "version": call.version(),
        "python": "%d.%d.%d" % tuple(sys.version_info[:3]),
        "counts": getrefcount is not None,
        "asked": False,
        "writes": False,
        "contents": [],
    }
    plain = {"layout": "contiguous", "format": "B", "dimensions": 1, "readonly": False, "place": "end", "null": False,
             "wiped": False, "redirected": False, "error": None}
    for number, text in enumerate(contents):
        content = bytes.fromhex(text["hex"]) * text["times"]
        say("@%d" % number)
        made, exporter = objects.make({"scripted": plain}, content, exporter_type)
        safely(call, made, None, content)
        flags = exporter.log()[0]
        found["asked"] = found["asked"] or bool(flags)
        found["writes"] = found["writes"] or any(flag & WRITABLE for flag in flags)
        given = bytearray(content) if found["writes"] else objects.fresh(content)
        outcome = safely(call, given, None, content)
        found["contents"].append("raised" not in outcome)
    return found
