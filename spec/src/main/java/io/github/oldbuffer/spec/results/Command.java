package io.github.oldbuffer.spec.results;

import java.util.List;

/**
 * What repeats the results.
 *
 * @param words of the command line behind {@code ./conform}, every choice named that was made by default or by chance
 */
public record Command(List<String> words) {
    public Command {
        words = List.copyOf(words);
    }
}
