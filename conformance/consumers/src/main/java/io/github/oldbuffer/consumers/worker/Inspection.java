package io.github.oldbuffer.consumers.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * What a call is like.
 *
 * @param others how many other arguments it has
 * @param version of the module, empty where it tells none
 * @param python version of the interpreter
 * @param counts whether the interpreter counts references
 * @param asked whether the object was asked for its memory
 * @param writes whether it was asked for memory to write
 * @param contents for each content that was tried whether the call gave a result
 */
public record Inspection(
        int others,
        String version,
        String python,
        boolean counts,
        boolean asked,
        boolean writes,
        List<Boolean> contents) {

    public Inspection {
        contents = List.copyOf(contents);
    }

    /** With a content in front of which the others were tried, and which kills the process when the object offers it. */
    Inspection withDeadly(int place) {
        List<Boolean> taken = new ArrayList<>(contents);
        taken.add(place, true);
        return new Inspection(others, version, python, counts, true, writes, taken);
    }
}
