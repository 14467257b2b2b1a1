#!/usr/bin/env python3
"""Scans the Debian packages that have extension modules for the system's Python; README.md beside this file tells how."""

import argparse
import collections
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
# what an installation writes to, and a scan reads
OVERLAID = ("usr", "etc", "var")
MODULE = re.compile(r"/(?:dist-packages|lib-dynload)/(.+?)(?:\.cpython-[^/]*|\.abi3)?\.so$")


def fail(sentence, status=2):
    print(f"campaign: {sentence}", file=sys.stderr)
    sys.exit(status)


def output(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def packages():
    """Packages with extension modules: they depend on one version of Python, as those without do not."""
    minor = int(output(PYTHON, "-c", "import sys; print(sys.version_info[1])"))
    bound = f"python3 (<< 3.{minor + 1})"
    names = []
    for stanza in output("apt-cache", "dumpavail").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in stanza.splitlines() if ": " in line and line[0] != " ")
        name = fields.get("Package", "")
        if name.startswith("python3-") and not name.endswith(("-dbg", "-dev")) and bound in fields.get("Depends", ""):
            names.append(name)
    return sorted(set(names))


def ordered(names):
    """Those of the sample first, which has some that go with any version of Python, then the rest by name."""
    lines = (HERE / "sample.txt").read_text().splitlines()
    return list(dict.fromkeys([line for line in lines if not line.startswith("#")] + names))


def in_own_root(work):
    """Starts again where an installation changes nothing of this machine: overlays in a mount namespace."""
    mounts = []
    for name in OVERLAID:
        upper, scratch = work / "root" / name / "upper", work / "root" / name / "work"
        upper.mkdir(parents=True, exist_ok=True)
        scratch.mkdir(parents=True, exist_ok=True)
        mounts.append(f"mount -t overlay overlay -o lowerdir=/{name},upperdir={upper},workdir={scratch} /{name}")
    script = " && ".join(mounts) + ' && exec "$@"'
    words = ["unshare", "--mount", "sh", "-c", script, "sh", sys.executable, *sys.argv, "--here"]
    os.execvp(words[0], words)


def install(names):
    """Installs packages, one by one where they do not go together; returns why some are not there."""
    policy = pathlib.Path("/usr/sbin/policy-rc.d")
    if not policy.exists():
        # services of packages are not started
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    words = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold"]
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
    names = {match.group(1).replace("/", ".") for match in found if match}
    return sorted(name for name in names if all(part.isidentifier() for part in name.split(".")))


def scan(package, arguments):
    """One package's line of the table."""
    line = {"package": package, "version": version(package), "modules": 0}
    names = modules(package)
    line["modules"] = len(names)
    if not names:
        return dict(line, reason="no extension module for this interpreter")
    out = arguments.work / "scans" / package
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    words = [arguments.conform, "scan", *names, "--python", PYTHON, "--out", str(out), "--seed", str(arguments.seed)]
    began = time.monotonic()
    with open(out / "log.txt", "w") as log:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            status = process.wait(arguments.limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            status = None
    line["seconds"] = round(time.monotonic() - began, 1)
    return dict(line, **judged(out, status, arguments.limit))


def judged(out, status, limit):
    if status is None:
        return {"reason": f"not done after {limit} s"}
    results = out / "results.json"
    if not results.exists():
        lines = (out / "log.txt").read_text(errors="replace").splitlines()
        told = [line for line in lines if line and not line.startswith(("seed ", "note: "))]
        left = [line[len("left out: "):] for line in told if line.startswith("left out: ") and "import" in line]
        if told and told[-1].startswith("no function that takes memory"):
            return {"functions": 0, "scenarios": 0, "findings": {}, "left": left}
        return {"reason": told[-1] if told else f"ended with status {status}"}
    runs = json.loads(results.read_text())["runs"]
    clauses = collections.Counter()
    for run in runs:
        clauses.update(finding.get("clause") or finding["kind"] for finding in run["findings"])
    return {
        "functions": len(runs),
        "scenarios": sum(run["scenarios"] for run in runs),
        "findings": dict(sorted(clauses.items())),
    }


def past(work):
    file = work / "results.jsonl"
    lines = file.read_text().splitlines() if file.exists() else []
    try:
        return {line["package"]: line for line in map(json.loads, lines)}
    except (ValueError, KeyError, TypeError):
        fail(f"{file} is damaged", 64)


def campaign(arguments):
    done = past(arguments.work)
    names = arguments.packages or ordered(packages())
    waiting = [name for name in names if name not in done or name in arguments.packages]
    until = time.monotonic() + arguments.minutes * 60
    with open(arguments.work / "results.jsonl", "a") as results:
        for start in range(0, len(waiting), arguments.batch):
            batch = waiting[start:start + arguments.batch]
            if time.monotonic() > until:
                break
            missing = install(batch)
            for name in batch:
                if time.monotonic() > until:
                    break
                line = {"package": name, "reason": missing[name]} if name in missing else scan(name, arguments)
                results.write(json.dumps(line) + "\n")
                results.flush()
                print(json.dumps(line), flush=True)
    print("\n".join(table(arguments.work)))


def table(work):
    """Writes all that was done so far, one package a line, and returns the figures of the whole."""
    columns = ("package", "version", "modules", "functions", "scenarios", "findings", "seconds", "reason")
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
    return re.sub(r"^not installed: .*", "not installed", re.sub(r"^\S+ cannot be imported.*", "cannot be imported", reason))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", help="packages to scan, again if need be; all that there are otherwise")
    parser.add_argument("--work", type=pathlib.Path, help="a folder for the root, the scans and the table")
    parser.add_argument("--conform", default=str(KIT / "conform"), help="the kit; that of this repository otherwise")
    parser.add_argument("--limit", type=int, default=150, help="seconds for one package")
    parser.add_argument("--minutes", type=float, default=600, help="when to stop; the same command goes on later")
    parser.add_argument("--batch", type=int, default=15, help="packages installed together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print the packages and scan nothing")
    parser.add_argument("--table", action="store_true", help="write the table of what was scanned and scan nothing")
    parser.add_argument("--here", action="store_true", help="install on this machine, not in a root of its own")
    arguments = parser.parse_args()
    if arguments.list:
        print("\n".join(ordered(packages())))
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
