"""Tells a value by which a function says that it failed, such as None, from a result."""

from oldbuffer_values import told

# by these an exporter says that it has no memory for this request; any other exception is a failure of its own
REFUSALS = ("TypeError", "BufferError")


def by_value(value, error, nothing, granted, wrongs, guessed):
    """Whether an answer is how the function tells failures, and no result.

    It has to come without an exception of an object that has no memory, too. A refusal may be told so. Any other exception of an
    exporter, by its name, may where failures that have nothing to do with it are told so: of some contents, or where another
    argument is wrong. What gives one value whatever it gets, and does nothing, was not seen to succeed where it has other
    arguments, which are guessed.

    `nothing` makes the call with an object without memory, `granted` with memory that nobody refuses, and tells its content, too,
    `wrongs` where another argument is wrong; `guessed` says whether there are other arguments.
    """
    if value[0] not in ("constant", "int") or nothing().get("value") != value:
        return False
    taken = granted()
    alike = [outcome for _, outcome in taken if outcome.get("value") == value]
    if len(alike) == len(taken):
        return guessed and does_nothing(taken)
    if not says_failure(value):
        return False
    if alike or error is None or error in REFUSALS:
        return True
    return any(outcome.get("value") == value for outcome in wrongs())


def says_failure(value):
    """Whether functions in C tell failures by such a value."""
    kind, text = value[:2]
    return kind == "constant" and text in ("None", "False") or kind == "int" and text.startswith("-")


def does_nothing(taken):
    """Whether calls leave memory, and the objects that can be seen, as they are."""
    states = [outcome["state"] for _, outcome in taken]
    return all(state == states[0] for state in states) and all(
        outcome["after"] == told(content) for content, outcome in taken)
