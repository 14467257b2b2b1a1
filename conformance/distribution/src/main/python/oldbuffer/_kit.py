"""Runs the kit's command line and reads what it says."""

import json
import os
import shutil
import subprocess
import tempfile

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "kit")

CONFORMS, DEVIATES, NOT_JUDGED, USAGE = 0, 1, 2, 64


def _version():
    try:
        from importlib.metadata import PackageNotFoundError, version
    except ImportError:  # before Python 3.8
        return "unknown"
    try:
        return version("oldbuffer")
    except PackageNotFoundError:
        return "unknown"


__version__ = _version()


class Deviation(AssertionError):
    """What was judged does not do what it should; the text says how. ``report`` has all of it."""

    def __init__(self, text, report):
        super().__init__(text)
        self.report = report


class NotJudged(RuntimeError):
    """Nothing can be said: something did not start, or a clause was not exercised. The text says why."""


class UsageError(ValueError):
    """The kit was not asked a question that it understands. The text says why."""


class Report:
    """What was found.

    ``results`` is what results.json holds, ``text`` what was printed, ``folder`` where the report is; ``None`` where
    nothing was found and nobody asked for a folder.
    """

    def __init__(self, status, text, errors, folder, results):
        self.status = status
        self.text = text
        self.errors = errors
        self.folder = folder
        self.results = results

    @property
    def conforms(self):
        return self.status == CONFORMS

    @property
    def clauses(self):
        """The verdict on each clause: a list of dictionaries."""
        return [clause for run in self.results["runs"] for clause in run["clauses"]]

    @property
    def findings(self):
        """What is not on file: a list of dictionaries."""
        return [finding for run in self.results["runs"] for finding in run["findings"] if not finding["known"]]

    def about(self, finding):
        """A finding as a person reads it."""
        witness = finding["witness"]
        if self.folder:
            witness = os.path.join(self.folder, witness)
        heading = finding["clause"] or finding["kind"].lower()
        return "%s: %s\n  %s\n  witness: %s" % (heading, finding["symptom"], finding["reason"], witness)


def command(*words):
    """The command line that asks the installed kit something."""
    return [os.path.join(_FOLDER, "bin", "conform")] + [str(word) for word in words]


def ask(options, subjects=(), out=None):
    """Runs a command that writes a report; returns the Report, whatever the answer is.

    ``options`` begin with the name of the command; ``subjects`` may begin with a dash.
    """
    folder = str(out) if out else tempfile.mkdtemp(prefix="oldbuffer-")
    keep = bool(out)
    try:
        done = subprocess.run(
            command(*options, "--out", folder, *(["--"] + list(subjects) if subjects else [])),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            universal_newlines=True,
        )
        if done.returncode == USAGE:
            raise UsageError(_said(done.stderr))
        path = os.path.join(folder, "results.json")
        if not os.path.isfile(path):
            raise NotJudged(_said(done.stderr) or "the kit ended with status %d" % done.returncode)
        with open(path, encoding="utf-8") as file:
            results = json.load(file)
        keep = keep or done.returncode != CONFORMS
        return Report(done.returncode, done.stdout, done.stderr, folder if keep else None, results)
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def _said(text):
    """What explains a failure, without the seed."""
    return "\n".join(line for line in text.splitlines() if line.strip() and not line.startswith("seed "))
