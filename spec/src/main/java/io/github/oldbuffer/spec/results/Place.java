package io.github.oldbuffer.spec.results;

import java.util.List;

/**
 * A line of somebody's source at which a search for a fault may begin.
 *
 * @param function around it, as its author calls it
 * @param file absolute
 * @param line counted from 1
 * @param first the number of the first line of the excerpt
 * @param source the lines around it; empty where they could not be read
 */
public record Place(String function, String file, int line, int first, List<String> source) {

    public Place {
        source = List.copyOf(source);
    }

    /** Such as {@code my_read, buffers.c:12}. */
    public String words() {
        return function + ", " + file.substring(file.lastIndexOf('/') + 1) + ":" + line;
    }

    /** The lines around it with their numbers; an arrow points to the one that is meant. */
    public List<String> numbered() {
        List<String> lines = new java.util.ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            int number = first + i;
            lines.add(String.format("%s %4d  %s", number == line ? ">" : " ", number, source.get(i))
                    .stripTrailing());
        }
        return lines;
    }
}
