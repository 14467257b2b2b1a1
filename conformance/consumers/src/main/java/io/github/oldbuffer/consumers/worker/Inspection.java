package io.github.oldbuffer.consumers.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * What a call is like.
 *
 * @param others how many other arguments it has
 * @param wrongs how many things can be wrong beside the memory: first each other argument, an {@code object()} in its place
 * @param wrong for each of those the expression; empty where nobody can tell
 * @param receiver the expression of the object whose method is called, where it is made by the call; else empty
 * @param imports modules that it needs
 * @param version of the module, empty where it tells none
 * @param python version of the interpreter
 * @param counts whether the interpreter counts references
 * @param asked whether the object was asked for its memory
 * @param writes whether it was asked for memory to write
 * @param strides whether it was asked for strides
 * @param items whether it was asked what the items are, and bytes give another result than a memoryview of them
 * @param numbers whether bytes are a list of numbers to it, and what is no sequence is something else
 * @param contents for each content that was tried whether the call gave a result
 */
public record Inspection(
        int others,
        int wrongs,
        List<String> wrong,
        String receiver,
        List<String> imports,
        String version,
        String python,
        boolean counts,
        boolean asked,
        boolean writes,
        boolean strides,
        boolean items,
        boolean numbers,
        List<Boolean> contents) {

    public Inspection {
        wrong = List.copyOf(wrong);
        imports = List.copyOf(imports);
        contents = List.copyOf(contents);
    }

    /** What another object is compared with. */
    public String reference() {
        return writes ? "bytearray" : items ? "memoryview" : "bytes";
    }

    /**
     * With a content besides those that were tried, which kills the process when the object offers it.
     *
     * @param crashed whether it was a crash after it was asked: who waits for ever may not have asked for the memory
     */
    Inspection withDeadly(int place, boolean crashed) {
        List<Boolean> taken = new ArrayList<>(contents);
        taken.add(place, true);
        return new Inspection(
                others,
                wrongs,
                wrong,
                receiver,
                imports,
                version,
                python,
                counts,
                asked || crashed,
                writes,
                strides,
                items,
                numbers,
                taken);
    }
}
