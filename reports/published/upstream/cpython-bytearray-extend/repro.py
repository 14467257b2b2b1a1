# python3 repro.py
#
# bytearray.extend(x) computes where to append before it asks x for its memory: a __buffer__ that clears the bytearray meanwhile
# makes it write behind the memory and keep bytes that are gone.
#
# Exit status: 1 while this is so, 0 where it is not, 2 where it cannot be tried. No C compiler is needed.
import subprocess, sys

SCENARIO = """
class Clears(object):
    def __init__(self, target):
        self.target = target

    def __buffer__(self, flags):
        self.target.clear()
        return memoryview(b"ABCDEFGH")

target = bytearray(b"x" * 100)
target.extend(Clears(target))
print("%d bytes: %s" % (len(target), bytes(target)[:12]))
"""

if sys.version_info < (3, 12):
    print("classes have no __buffer__ before 3.12")
    sys.exit(2)
running = subprocess.run([sys.executable, "-c", SCENARIO], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
observed = running.stdout.decode("utf-8", "replace").strip() if running.returncode == 0 else (
    "it ends with status %d" % running.returncode)
expected = "8 bytes: b'ABCDEFGH'"
print("expected: %s\nobserved: %s" % (expected, observed))
sys.exit(observed != expected)
