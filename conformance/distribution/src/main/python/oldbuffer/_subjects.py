"""What can be judged."""

import os
import sys

from oldbuffer import _kit


class Subject:
    """Something to judge. The kit is asked once, when the answer is first needed."""

    #: Whether the clauses of the four functions are meant, or those of functions that take memory.
    consumer = False

    def __init__(self, words, options=(), known=None, seed=1, tries=None, out=None):
        self._words = list(words)
        self._words += ["--seed", str(seed)] if seed is not None else []
        self._words += ["--tries", str(tries)] if tries is not None else []
        self._words += ["--known", os.fspath(known)] if known is not None else []
        self._words += [str(option) for option in options]
        self._out = out
        self._report = None
        self._problem = None

    @property
    def report(self):
        """The Report, whatever the answer is."""
        if self._problem is not None:
            raise self._problem
        if self._report is None:
            options, subjects = self._command()
            try:
                self._report = _kit.ask(options + self._words, subjects, self._out)
            except (_kit.NotJudged, _kit.UsageError) as problem:
                self._problem = problem
                raise
        return self._report

    def check(self):
        """Returns the Report where all is as it should be; raises Deviation or NotJudged otherwise."""
        report = self.report
        if report.status == _kit.DEVIATES:
            found = "\n".join(report.about(finding) for finding in report.findings)
            raise _kit.Deviation("%s\n%s" % (self, found or report.text.strip()), report)
        if report.status != _kit.CONFORMS:
            raise _kit.NotJudged("%s: %s" % (self, _kit._said(report.errors) or report.text.strip().split("\n")[-1]))
        return report

    def _command(self):
        """The command with the options of this kind of subject, and what is judged."""
        raise NotImplementedError


class Call(Subject):
    """A function of Python's that takes memory: an expression in which ``_`` stands for the object.

    ``python`` is the interpreter to call it in, this one where none is given; ``path`` are folders for its modules,
    ``setup`` is code to run first. ``options`` are further words of the command line.
    """

    consumer = True

    def __init__(self, expression, python=None, path=(), setup=None, large=False, **more):
        more.setdefault("seed", None)
        super().__init__([], **more)
        self._expression = expression
        folders = [path] if isinstance(path, (str, os.PathLike)) else path
        self._given = ["--python", os.fspath(python or sys.executable)]
        for folder in folders:
            self._given += ["--path", os.fspath(folder)]
        self._given += ["--setup", setup] if setup is not None else []
        self._given += ["--large"] if large else []

    def _command(self):
        return ["call"] + self._given, [self._expression]

    def __str__(self):
        return self._expression


class Port(Subject):
    """C or C++ sources that replace some of the four functions, or a shared library.

    ``names`` says what they are called: a dictionary such as ``{"AsReadBuffer": "my_read"}``, or the same as text.
    ``python`` is the interpreter to run them in, the kit's own where none is given.
    """

    def __init__(self, *files, names=None, python=None, cflags=None, ldflags=None, **more):
        super().__init__([], **more)
        self._files = [os.fspath(file) for file in files]
        if isinstance(names, dict):
            names = ",".join("%s=%s" % pair for pair in names.items())
        self._given = []
        for option, value in (("--names", names), ("--python", python), ("--cflags", cflags), ("--ldflags", ldflags)):
            # with an equals sign, since flags begin with a dash
            self._given += ["%s=%s" % (option, os.fspath(value))] if value is not None else []

    def _command(self):
        return ["port"] + self._given, self._files

    def __str__(self):
        return " ".join(self._files)


class Run(Subject):
    """An interpreter, by the id that the command line knows it by, such as ``cpython:/usr/bin/python3``."""

    def __init__(self, implementation, **more):
        super().__init__([], **more)
        self._implementation = implementation

    def _command(self):
        return ["run", "-i", self._implementation], []

    def __str__(self):
        return self._implementation
