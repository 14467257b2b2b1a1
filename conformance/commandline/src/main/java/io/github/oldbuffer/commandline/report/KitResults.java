package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.Kit;
import io.github.oldbuffer.spec.results.Command;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the results of a command say besides what was found: which kit, which choices, how strong the suite is.
 *
 * @param drawn whether the scenarios depend on the seed
 * @param words of the command line behind {@code ./conform} that repeats the results, seed and tries left out
 */
public record KitResults(long seed, int tries, boolean drawn, List<String> words) {

    public KitResults {
        words = List.copyOf(words);
    }

    /**
     * Of a command whose scenarios are drawn.
     *
     * @param tries scenarios for each clause
     */
    public static KitResults drawn(long seed, int tries, String... words) {
        return new KitResults(seed, tries, true, List.of(words));
    }

    /** Of a command whose scenarios depend on no seed. */
    public static KitResults of(String... words) {
        return new KitResults(0, 1, false, List.of(words));
    }

    /** With further words. */
    public KitResults with(List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return new KitResults(seed, tries, drawn, all);
    }

    /** With an option; without it where its value is {@code null}. */
    public KitResults option(String name, Object value) {
        return value == null ? this : with(List.of(name, value.toString()));
    }

    /** With an option for each implementation. */
    public KitResults implementations(List<String> ids) {
        return with(ids.stream().flatMap(id -> Stream.of("-i", id)).toList());
    }

    public Results about(List<Run> runs) {
        return new Results(
                Results.SCHEMA,
                new Results.Kit(Kit.version(), seed, tries),
                runs,
                new Command(
                        drawn ? option("--tries", tries).option("--seed", seed).words() : words),
                StrengthOf.published());
    }
}
