#!/usr/bin/env python3
"""Scans the Debian packages that have extension modules for the system's Python; README.md beside this file tells how."""

import argparse
import collections
import concurrent.futures
import itertools
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
KIT = HERE.parents[2]
PYTHON = "/usr/bin/python3"
GRACE = 240
KEPT_FREE = 10 << 30
# what takes most of the time of an installation, and nobody needs there: manuals and their index, compiled Python, fsync
QUICK = [
    r"printf 'path-exclude=/usr/share/%s/*\n' man doc locale icons help > /etc/dpkg/dpkg.cfg.d/campaign",
    "echo force-unsafe-io >> /etc/dpkg/dpkg.cfg.d/campaign",
    "for each in mandb py3compile pypy3compile; do rm -f /usr/bin/$each && ln -s true /usr/bin/$each; done",
]
# what an installation writes to, and a scan reads
OVERLAID = ("usr", "etc", "var")
TESTS = re.compile(r"(^|[._])(tests?|testing)([._]|$)")
MODULE = re.compile(r"/(?:dist-packages|lib-dynload)/(.+?)(?:\.cpython-[^/]*|\.abi3)?\.so$")


def fail(sentence, status=2):
    print(f"campaign: {sentence}", file=sys.stderr)
    sys.exit(status)


def output(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def available():
    """The fields of each package that can be had, by name."""
    stanzas = {}
    for stanza in output("apt-cache", "dumpavail").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in stanza.splitlines() if ": " in line and line[0] != " ")
        stanzas.setdefault(fields.get("Package", ""), fields)
    return stanzas


def packages(stanzas):
    """Packages with extension modules: they depend on one version of Python, as those without do not."""
    minor = int(output(PYTHON, "-c", "import sys; print(sys.version_info[1])"))
    bound = f"python3 (<< 3.{minor + 1})"
    return sorted(
        name for name, fields in stanzas.items()
        if name.startswith("python3-") and not name.endswith(("-dbg", "-dev")) and bound in fields.get("Depends", ""))


def ordered(names, stanzas):
    """Those of the sample first, which has some that go with any version of Python, then those that bring the least."""
    lines = (HERE / "sample.txt").read_text().splitlines()
    there = set(output("dpkg-query", "-W", "-f", "${Package}\n").split())
    rest = sorted(names, key=lambda name: (brought(name, stanzas, there), name))
    return list(dict.fromkeys([line for line in lines if not line.startswith("#")] + rest))


def brought(name, stanzas, there):
    """How many kilobytes an installation brings, as far as names of dependencies tell."""
    size, waiting, seen = 0, [name], set(there)
    while waiting:
        each = waiting.pop()
        fields = stanzas.get(each)
        if each in seen or fields is None:
            continue
        seen.add(each)
        size += int(fields.get("Installed-Size", 0))
        needed = fields.get("Depends", "") + "," + fields.get("Pre-Depends", "")
        waiting += [re.split(r"[ :(|]", one.strip(), maxsplit=1)[0] for one in needed.split(",")]
    return size


def all_of_them():
    stanzas = available()
    return ordered(packages(stanzas), stanzas)


def in_own_root(work):
    """Starts again where an installation changes nothing of this machine: overlays in a mount namespace."""
    mounts = []
    for name in OVERLAID:
        upper, scratch = work / "root" / name / "upper", work / "root" / name / "work"
        upper.mkdir(parents=True, exist_ok=True)
        scratch.mkdir(parents=True, exist_ok=True)
        mounts.append(f"mount -t overlay overlay -o lowerdir=/{name},upperdir={upper},workdir={scratch} /{name}")
    script = " && ".join(mounts + QUICK) + ' && exec "$@"'
    words = ["unshare", "--mount", "sh", "-c", script, "sh", sys.executable, *sys.argv, "--here"]
    os.execvp(words[0], words)


def install(names):
    """Installs packages, one by one where they do not go together; returns why some are not there."""
    policy = pathlib.Path("/usr/sbin/policy-rc.d")
    if not policy.exists():
        # services of packages are not started
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    words = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold",
             "-o", "DPkg::Lock::Timeout=120"]
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    done = subprocess.run(words + names, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    subprocess.run(["apt-get", "clean"], check=False)
    missing = [name for name in names if not version(name)]
    if not missing:
        return {}
    if len(names) > 1:
        return {name: why for each in missing for name, why in install([each]).items()}
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("E:")]
    return {names[0]: "not installed: " + (lines[-1][3:] if lines else f"apt-get ended with {done.returncode}")}


def version(package):
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", package], capture_output=True, text=True)
    words = done.stdout.split()
    return words[1] if done.returncode == 0 and words[:1] == ["installed"] else None


def modules(package):
    """Its extension modules, by the names under which they are imported."""
    found = (MODULE.search(line) for line in output("dpkg", "-L", package).splitlines())
    return modules_of(match.group(1) for match in found if match)


def modules_of(paths):
    """The names of modules by their files, without those that are a package's tests of itself."""
    names = {re.sub(r"\.__init__$", "", path.replace("/", ".")) for path in paths}
    return sorted(name for name in names
                  if all(part.isidentifier() for part in name.split(".")) and not TESTS.search(name))


def scan(packages, arguments):
    """The lines of packages that one command scans together: to start it costs more than to look at a small module."""
    named = {package: modules(package) for package in packages}
    lines = [{"package": package, "version": version(package), "modules": len(names)} for package, names in named.items()]
    waiting = [line for line in lines if line["modules"]]
    for line in lines:
        if not line["modules"]:
            line["reason"] = "no extension module for this interpreter"
    if not waiting:
        return lines
    out = arguments.work / "scans" / waiting[0]["package"]
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    # none is kept from being looked at by one before it that takes long
    seconds = arguments.limit + 15 * (len(waiting) - 1)
    words = [arguments.conform, "scan", *(name for names in named.values() for name in names), "--python", PYTHON,
             "--out", str(out), "--seed", str(arguments.seed), "--duration", f"{seconds}s"]
    began = time.monotonic()
    # the scan itself ends when the time is up, but for what it is at then
    status = run(words, out, "w", seconds + GRACE)
    if status is None:
        # what was judged until then is in its journal
        status = run([arguments.conform, "scan", "--resume", str(out), "--duration", "1s"], out, "a", GRACE)
    share = round((time.monotonic() - began) / len(waiting), 1)
    for line in waiting:
        line.update(judged(out, status, seconds + GRACE, named[line["package"]]), seconds=share)
    return lines


def run(words, out, mode, limit):
    """The status of a command that writes to a log, or None where it had to be ended."""
    with open(out / "log.txt", mode) as log:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            return process.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            return None


def judged(out, status, limit, names):
    """What was said of these modules."""
    if status is None:
        return {"reason": f"not done after {limit} s"}
    told = [line for line in (out / "log.txt").read_text(errors="replace").splitlines()
            if line and not line.startswith(("seed ", "note: "))]
    left = [line[len("left out: "):] for line in told if line.startswith("left out: ")]
    unmade = [line for line in left if line.split(": ")[0] in names]
    results = out / "results.json"
    if len(unmade) == len(names):
        return {"reason": unmade[0]}
    if not results.exists() and not (told and told[-1].startswith("no function that takes memory")):
        return {"reason": told[-1] if told else f"ended with status {status}"}
    runs = json.loads(results.read_text())["runs"] if results.exists() else []
    runs = [each for each in runs if of(names, each["implementation"]["id"][len("call:"):])]
    clauses = collections.Counter()
    for each in runs:
        clauses.update(finding.get("clause") or finding["kind"] for finding in each["findings"])
    return {
        "functions": len(runs),
        "scenarios": sum(each["scenarios"] for each in runs),
        "findings": dict(sorted(clauses.items())),
        # functions, and whole modules, that nobody had the time to look at
        "unseen": sum(1 for line in left if line.endswith(": the time was up") and of(names, line)),
    }


def of(names, line):
    """Whether a line is about one of these modules, or something in it."""
    return any(line.startswith((name + ".", name + ": ")) for name in names)


def installed(batches, until, work):
    """Batches with why some of their packages are not there; one is installed while the one before is scanned."""
    def attempt(batch):
        enough = shutil.disk_usage(work).free > KEPT_FREE and time.monotonic() < until
        return install(batch) if enough else None

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        started = [pool.submit(attempt, batch) for batch in batches[:1]]
        for number, batch in enumerate(batches):
            missing = started[number].result()
            if missing is None:
                break
            started += [pool.submit(attempt, following) for following in batches[number + 1:number + 2]]
            yield batch, missing


def scans(batch, missing, until, arguments):
    """The lines of those that are installed, as they are done, and no more of them when the time is up."""
    there = [name for name in batch if name not in missing]
    groups = [there[start:start + arguments.together] for start in range(0, len(there), arguments.together)]
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        started = [pool.submit(lambda each: scan(each, arguments) if time.monotonic() < until else [], group)
                   for group in groups]
        for one in concurrent.futures.as_completed(started):
            yield from one.result()


def past(work):
    file = work / "results.jsonl"
    lines = file.read_text().splitlines() if file.exists() else []
    try:
        return {line["package"]: line for line in map(json.loads, lines)}
    except (ValueError, KeyError, TypeError):
        fail(f"{file} is damaged", 64)


def campaign(arguments):
    done = past(arguments.work)
    names = arguments.packages or all_of_them()
    waiting = [name for name in names if name not in done or name in arguments.packages]
    until = time.monotonic() + arguments.minutes * 60
    batches = [waiting[start:start + arguments.batch] for start in range(0, len(waiting), arguments.batch)]
    with open(arguments.work / "results.jsonl", "a") as results:
        for batch, missing in installed(batches, until, arguments.work):
            lines = [{"package": name, "reason": why} for name, why in missing.items()]
            for line in itertools.chain(lines, scans(batch, missing, until, arguments)):
                results.write(json.dumps(line) + "\n")
                results.flush()
                print(json.dumps(line), flush=True)
    print("\n".join(table(arguments.work)))


def table(work):
    """Writes all that was done so far, one package a line, and returns the figures of the whole."""
    columns = ("package", "version", "modules", "functions", "scenarios", "findings", "unseen", "seconds", "reason")
    rows = ["\t".join(columns)]
    lines = [line for _, line in sorted(past(work).items())]
    for line in lines:
        found = " ".join(f"{clause}:{count}" for clause, count in line.get("findings", {}).items())
        values = dict(line, findings=found)
        rows.append("\t".join(str(values.get(column, "")) for column in columns))
    (work / "table.tsv").write_text("\n".join(rows) + "\n")
    return figures(lines)


def figures(lines):
    scanned = [line for line in lines if "reason" not in line]
    clauses = collections.Counter()
    for line in scanned:
        clauses.update(line["findings"])
    seconds = sum(line.get("seconds", 0) for line in lines)
    functions = sum(line["functions"] for line in scanned)
    said = [
        f"{len(lines)} packages tried, {len(scanned)} scanned, {len(lines) - len(scanned)} left out",
        f"{functions} calls that take memory in {sum(1 for line in scanned if line['functions'])} packages,"
        f" {sum(line['scenarios'] for line in scanned)} scenarios, {seconds:.0f} s",
        "findings: " + (", ".join(f"{clause} {count}" for clause, count in sorted(clauses.items())) or "none"),
    ]
    reasons = collections.Counter(kind(line["reason"]) for line in lines if "reason" in line)
    return said + [f"left out: {count} packages: {reason}" for reason, count in reasons.most_common()]


def kind(reason):
    """A reason without the names in it."""
    reason = re.sub(r"^\S+ cannot be imported.*|^\S+: .*cannot be imported.*", "cannot be imported", reason)
    return re.sub(r"^not installed: .*", "not installed", reason)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", help="packages to scan, again if need be; all that there are otherwise")
    parser.add_argument("--work", type=pathlib.Path, help="a folder for the root, the scans and the table")
    parser.add_argument("--conform", default=str(KIT / "conform"), help="the kit; that of this repository otherwise")
    parser.add_argument("--limit", type=int, default=150, help="seconds for one package")
    parser.add_argument("--minutes", type=float, default=600, help="when to stop; the same command goes on later")
    parser.add_argument("--batch", type=int, default=25, help="packages installed together")
    parser.add_argument("--jobs", type=int, default=2, help="packages scanned at a time")
    parser.add_argument("--together", type=int, default=1, help="packages scanned by one command")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print the packages and scan nothing")
    parser.add_argument("--table", action="store_true", help="write the table of what was scanned and scan nothing")
    parser.add_argument("--here", action="store_true", help="install on this machine, not in a root of its own")
    arguments = parser.parse_args()
    if arguments.list:
        print("\n".join(all_of_them()))
        return
    if arguments.work is None:
        fail("--work DIR is missing", 64)
    arguments.work = arguments.work.resolve()
    if arguments.table:
        if not (arguments.work / "results.jsonl").exists():
            fail(f"there is no campaign in {arguments.work}: it has no results.jsonl", 64)
        print("\n".join(table(arguments.work)))
        return
    if os.geteuid() != 0:
        fail("to install packages takes root")
    for program in ("apt-get", "apt-cache", "dpkg-query", "unshare"):
        if not shutil.which(program):
            fail(f"there is no {program} here: this is for Debian and its like")
    arguments.work.mkdir(parents=True, exist_ok=True)
    if not arguments.here:
        in_own_root(arguments.work)
    campaign(arguments)


if __name__ == "__main__":
    main()
