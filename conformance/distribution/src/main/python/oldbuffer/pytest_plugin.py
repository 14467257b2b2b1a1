"""pytest: a Subject at the top of a module, under a name that begins with ``test``, is a test for each clause."""

import json
import os

import pytest

from oldbuffer._kit import Deviation, NotJudged, UsageError
from oldbuffer._subjects import Subject

_OTHERS = (("DEATH", "no call kills the process"), ("DIFFERENCE", "it does what the original does"))


def _clauses(consumer):
    with open(os.path.join(os.path.dirname(__file__), "clauses.json"), encoding="utf-8") as file:
        return json.load(file)["consumers" if consumer else "functions"]


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector, name, obj):
    if isinstance(obj, Subject) and collector.funcnamefilter(name):
        return _Clauses.from_parent(collector, name=name, subject=obj)
    return None


class _Clauses(pytest.Collector):
    def __init__(self, *arguments, subject=None, **more):
        super().__init__(*arguments, **more)
        self.subject = subject

    @classmethod
    def from_parent(cls, parent, *, name, subject):
        return super().from_parent(parent, name=name, subject=subject)

    def collect(self):
        for clause in _clauses(self.subject.consumer):
            yield _Clause.from_parent(self, name=clause["id"], subject=self.subject, statement=clause["statement"])
        for kind, statement in _OTHERS:
            yield _Other.from_parent(self, name=kind, subject=self.subject, statement=statement)
        yield _Answer.from_parent(self, name="ANSWER", subject=self.subject, statement="the kit's answer is that it conforms")


class _Test(pytest.Item):
    def __init__(self, *arguments, subject=None, statement="", **more):
        super().__init__(*arguments, **more)
        self.subject = subject
        self.statement = statement

    @classmethod
    def from_parent(cls, parent, *, name, subject, statement):
        return super().from_parent(parent, name=name, subject=subject, statement=statement)

    def reportinfo(self):
        return self.path if hasattr(self, "path") else self.fspath, None, "%s %s" % (self.parent.name, self.name)

    def repr_failure(self, excinfo, **more):
        if isinstance(excinfo.value, (_Found, NotJudged, UsageError)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, **more)

    def report(self):
        """Asks the kit; where it cannot answer, the first test says why, and the others are left out."""
        if getattr(self.parent, "unanswered", False):
            pytest.skip("%s could not be judged" % self.subject)
        try:
            return self.subject.report
        except (NotJudged, UsageError):
            self.parent.unanswered = True
            raise

    def fail(self, findings):
        if findings:
            told = "\n".join(self.subject.report.about(finding) for finding in findings)
            raise _Found("%s\n%s\n%s" % (self.subject, self.statement, told))


class _Found(AssertionError):
    pass


class _Clause(_Test):
    def runtest(self):
        report = self.report()
        self.fail([finding for finding in report.findings if finding["clause"] == self.name])
        for clause in report.clauses:
            if clause["id"] == self.name:
                return self._judge(clause)
        pytest.skip("it is not asked of %s" % self.subject)

    def _judge(self, clause):
        if clause["verdict"] == "NOT_APPLICABLE":
            pytest.skip(clause["why"] or "it does not apply")
        elif clause["verdict"] == "NOT_EXERCISED" and clause["level"] != "reference":
            raise NotJudged("%s was not exercised: %s" % (self.name, clause["why"] or "no scenario did"))


class _Other(_Test):
    def runtest(self):
        self.fail([finding for finding in self.report().findings if finding["kind"] == self.name])


class _Answer(_Test):
    """Whatever the answer hangs on: the tests before say why, and this one that none of it is lost."""

    def runtest(self):
        self.report()
        try:
            self.subject.check()
        except Deviation as problem:
            raise _Found("%s\n%s" % (self.statement, problem))
