package io.github.oldbuffer.spec.consumer;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The object that a function is given.
 *
 * @param python the word of a {@link PythonObject}, or {@code null}
 * @param scripted {@code null} where it is an object that Python code makes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offered(String python, ScriptedMemory scripted) {

    public Offered {
        if ((python == null) == (scripted == null)) {
            throw new IllegalArgumentException("expected an object of Python or a scripted one");
        }
        if (python != null && PythonObject.find(python).isEmpty()) {
            throw new IllegalArgumentException("there is no object called " + python);
        }
    }

    public static Offered of(PythonObject object) {
        return new Offered(object.word(), null);
    }

    public static Offered of(ScriptedMemory memory) {
        return new Offered(null, memory);
    }

    public Nature nature() {
        return python == null ? scripted.nature() : object().nature();
    }

    /** Whether nobody may write its memory. */
    public boolean readonly() {
        return python == null ? scripted.readonly() : object().readonly();
    }

    /** Its kind, for results and for what is on file. */
    public String kind() {
        return python == null ? "scripted" : python;
    }

    /** What it is, for people. */
    public String words() {
        return python == null ? "a scripted exporter (" + scripted.words() + ")" : python;
    }

    private PythonObject object() {
        return PythonObject.find(python).orElseThrow();
    }
}
