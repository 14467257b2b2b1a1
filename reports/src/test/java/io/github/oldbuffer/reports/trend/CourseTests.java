package io.github.oldbuffer.reports.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Results.Kit;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseTests {

    @Test
    void a_cause_comes_and_goes_with_versions() {
        assertEquals("there in 3.8, went with 3.10", words(there("3.8"), there("3.9"), gone("3.10"), gone("3.11")));
        assertEquals(
                "not yet in 3.8, came with 3.9, still there in 3.10", words(gone("3.8"), there("3.9"), there("3.10")));
        assertEquals(
                "there in 3.8, went with 3.9, came with 3.10, still there in 3.10",
                words(there("3.8"), gone("3.9"), there("3.10")));
        assertEquals("there in 3.8, still there in 3.9", words(there("3.8"), there("3.9")));
    }

    @Test
    void a_version_that_was_not_asked_says_nothing() {
        Results another = results("3.9", new Kit("0.1.0", 7, 1000), false);
        assertEquals(
                "there in 3.8, went after 3.8, by 3.10; nothing is known of 3.9: another seed was drawn (7, not 42)",
                words(there("3.8"), another, gone("3.10")));
        assertEquals(
                "there in 3.8; nothing is known of 3.9: another seed was drawn (7, not 42)",
                words(there("3.8"), another));
        assertEquals(
                "there in 3.9; nothing is known of 3.8: another seed was drawn (7, not 42)",
                words(results("3.8", new Kit("0.1.0", 7, 1000), false), there("3.9")));
        Results cut = gone("3.9");
        Results broken = cut.withRuns(List.of(cut.runs().get(0).withBroken("it is gone")));
        assertEquals(
                "there in 3.8; nothing is known of 3.9: the run was cut short: it is gone",
                words(there("3.8"), broken));
    }

    @Test
    void versions_come_in_the_order_of_their_numbers_whatever_the_files() {
        assertEquals("there in 3.9, went with 3.10", words(gone("3.10"), there("3.9")));
    }

    @Test
    void runs_of_one_version_are_told_apart_by_their_time() {
        Results first = at(there("3.9"), "2026-11-22T09:00:00Z");
        Results second = at(gone("3.9"), "2026-11-23T10:00:00Z");
        assertEquals("there in 3.9, 2026-11-22 09:00:00, went with 3.9, 2026-11-23 10:00:00", words(first, second));
    }

    @Test
    void one_run_alone_has_no_course() {
        assertEquals(List.of(), Course.of(List.of(there("3.9"))));
        assertEquals(List.of(), Course.of(List.of()));
    }

    private static Results at(Results results, String started) {
        return results.withRuns(List.of(results.runs().get(0).withMeasured(new Run.Measured(started, 500))));
    }

    private static String words(Results... stored) {
        List<Course> courses = Course.of(List.of(stored));
        assertEquals(1, courses.size());
        return courses.get(0).words();
    }

    private static Results there(String version) {
        return results(version, SampleResults.KIT, true);
    }

    private static Results gone(String version) {
        return results(version, SampleResults.KIT, false);
    }

    private static Results results(String version, Kit kit, boolean there) {
        List<Finding> findings = there ? List.of(SampleResults.fresh()) : List.of();
        return new Results(
                kit,
                Stream.of(SampleResults.run(
                                new Identity("cpython", "CPython", version),
                                List.of(SampleResults.clause("READ-3", there ? Verdict.VIOLATED : Verdict.HOLDS, null)),
                                findings))
                        .toList());
    }
}
