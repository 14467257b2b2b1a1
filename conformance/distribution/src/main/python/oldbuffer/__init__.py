"""Judges functions that take an object's memory, from tests of your own.

    import oldbuffer

    oldbuffer.call("mymodule.crc(_)")        # raises Deviation with the text of what was found
    oldbuffer.port("src/buffers.c", names={"AsReadBuffer": "my_read"})
    oldbuffer.run("cpython:/usr/bin/python3")

With pytest, ``test_crc = oldbuffer.Call("mymodule.crc(_)")`` at the top of a module is a test for each clause.
"""

from oldbuffer._kit import Deviation, NotJudged, Report, UsageError, __version__, command
from oldbuffer._subjects import Call, Port, Run, Subject

__all__ = [
    "Call",
    "Deviation",
    "NotJudged",
    "Port",
    "Report",
    "Run",
    "Subject",
    "UsageError",
    "__version__",
    "call",
    "command",
    "port",
    "run",
]


def call(expression, **options):
    """Judges a Python function that takes memory at ``_``; arguments as for Call. Raises Deviation, or returns a Report."""
    return Call(expression, **options).check()


def port(*files, **options):
    """Judges C code that replaces some of the four functions; arguments as for Port. Raises Deviation, or returns a Report."""
    return Port(*files, **options).check()


def run(implementation, **options):
    """Judges an interpreter; arguments as for Run. Raises Deviation, or returns a Report."""
    return Run(implementation, **options).check()
