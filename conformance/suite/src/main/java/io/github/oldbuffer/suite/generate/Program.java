package io.github.oldbuffer.suite.generate;

/** Writes the steps that a clause is about, on object 0, which is there already. */
@FunctionalInterface
interface Program {
    void write(Draft draft, Choices choices);
}
