package io.github.oldbuffer.mutants.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.mutants.Mutants;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.search.Search;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.sweep.Shard;
import io.github.oldbuffer.suite.sweep.Sweep;
import io.github.oldbuffer.suite.sweep.SweepRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sweeps leave nothing out and repeat nothing, and their parts add up. */
class SweepTests {
    @Test
    void theSizesOfTheBoundsAreWhatTheirPageSays() throws IOException {
        String page = Files.readString(Path.of("..", "strength.md"));
        for (int bound = 1; bound <= Sweep.MOST; bound++) {
            String row = String.format(
                    Locale.ROOT, "| %d | %,d |", bound, Sweep.of(bound).size());
            assertTrue(page.contains(row), row);
        }
    }

    @Test
    void theSizeOfAShardIsHowManyScenariosItsBlocksHave() {
        Sweep sweep = Sweep.of(2);
        Shard shard = new Shard(3, 400);
        assertEquals(
                sweep.blocksOf(shard).stream()
                        .mapToLong(number -> sweep.block(number).count())
                        .sum(),
                sweep.size(shard));
    }

    @Test
    void whatIsStoppedEndsWithWhatItHas() {
        AtomicInteger examined = new AtomicInteger();
        Tally tally = SweepRunner.run(
                Sweep.of(1),
                Shard.WHOLE,
                List.of(Mutants.find("READ-6/takes-any-strides").orElseThrow().open()),
                new Search.Watcher() {
                    @Override
                    public void advanced(int scenarios) {
                        examined.addAndGet(scenarios);
                    }

                    @Override
                    public boolean stopped() {
                        return examined.get() >= 5_000;
                    }
                });
        assertEquals(examined.get(), tally.scenarios());
        assertTrue(examined.get() >= 5_000 && examined.get() <= 8_000, examined::toString);
    }

    @Test
    void everyScenarioIsValidAndThereOnlyOnce() {
        Sweep sweep = Sweep.of(1);
        Set<Scenario> seen = new HashSet<>();
        IntStream.range(0, sweep.blocks())
                .forEach(number -> sweep.block(number).forEach(scenario -> {
                    assertEquals(Optional.empty(), Facts.problem(scenario), scenario::toString);
                    assertTrue(seen.add(scenario), scenario::toString);
                }));
    }

    @Test
    void forSomeExportersEveryPairOfCallsIsValidAndThereOnlyOnce() {
        Sweep sweep = Sweep.of(2);
        Set<Scenario> seen = new HashSet<>();
        for (int number = 0; number < sweep.blocks(); number += 50) {
            sweep.block(number).forEach(scenario -> {
                assertEquals(Optional.empty(), Facts.problem(scenario), scenario::toString);
                assertTrue(seen.add(scenario), scenario::toString);
            });
        }
    }

    @Test
    void shardsShareNothingAndLeaveNothingOut() {
        Sweep sweep = Sweep.of(1);
        Set<Integer> blocks = new HashSet<>();
        for (int index = 1; index <= 3; index++) {
            sweep.blocksOf(new Shard(index, 3)).forEach(block -> assertTrue(blocks.add(block)));
        }
        assertEquals(sweep.blocks(), blocks.size());
    }

    @Test
    void shardsAddUpToTheSameAsOneRunOnOneWorker() {
        Tally whole = swept(Shard.WHOLE, 1);
        Tally parts = new Tally();
        for (int index : new int[] {2, 3, 1}) {
            parts.addAll(swept(new Shard(index, 3), 2));
        }
        assertTrue(
                whole.findings().stream().anyMatch(finding -> "READ-6".equals(finding.clause())),
                "the mutant is noticed");
        assertEquals(whole.snapshot(), parts.snapshot());
    }

    @Test
    void shardsAreWrittenAsIndexOfCount() {
        assertEquals(Optional.of(new Shard(2, 4)), Shard.parse("2/4"));
        for (String wrong : List.of("", "0/4", "5/4", "1", "1/0", "a/b", "-1/2", "1/99999")) {
            assertEquals(Optional.empty(), Shard.parse(wrong), wrong);
        }
        assertThrows(IllegalArgumentException.class, () -> Sweep.of(0));
    }

    private static Tally swept(Shard shard, int workers) {
        List<Implementation> instances = IntStream.range(0, workers)
                .mapToObj(i ->
                        Mutants.find("READ-6/takes-any-strides").orElseThrow().open())
                .toList();
        return SweepRunner.run(Sweep.of(1), shard, instances, Search.Watcher.NONE);
    }
}
