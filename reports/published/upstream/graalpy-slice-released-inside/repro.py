# python3 repro.py
#
# A memoryview that is released in the __index__ of a bound of its own slice is sliced all the same, and the slice has no memory: who
# reads it ends in an internal error, or dies. CPython keeps the memory for the slice; ValueError would do as well.
#
# Exit status: 1 while this is so, 0 where it is not, 2 where it cannot be tried. No C compiler is needed.
import subprocess, sys

SCENARIO = """
class Bound(object):
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 0

view = memoryview(bytearray(b"abcd"))
try:
    print(view[Bound(view):].tobytes() == b"abcd")
except ValueError:
    print(True)
"""

running = subprocess.run([sys.executable, "-c", SCENARIO], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=240)
lines = running.stdout.decode("utf-8", "replace").strip().split("\n")
observed = "the bytes, or ValueError" if running.returncode == 0 and lines[-1] == "True" else "status %d: %s" % (
    running.returncode, next((line for line in lines if "Exception" in line), lines[-1])[:200])
expected = "the bytes, or ValueError"
print("expected: %s\nobserved: %s" % (expected, observed))
sys.exit(observed != expected)
