package io.github.oldbuffer.commandline.journal;

import java.util.List;

/**
 * What a run was asked to do: everything that its results depend on besides the implementations.
 *
 * @param kit version of the kit
 * @param tries scenarios for each clause
 * @param clauses ids
 * @param implementations ids, in the order of the run
 * @param named whether the user named them, and so wants to know of those that do not start
 * @param known what {@code --known} said, or {@code null} where it said nothing
 * @param knownDigest of the file that it named, or {@code null} where it named none
 * @param day on which entries on file may have expired, such as {@code 2026-11-22}
 */
public record JournalHeader(
        String kit,
        long seed,
        int tries,
        List<String> clauses,
        List<String> implementations,
        boolean named,
        String known,
        String knownDigest,
        String day)
        implements Beginning {
    public JournalHeader {
        clauses = List.copyOf(clauses);
        implementations = List.copyOf(implementations);
    }
}
