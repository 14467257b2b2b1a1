package io.github.oldbuffer.reports.trend;

import io.github.oldbuffer.reports.compare.Elsewhere;
import io.github.oldbuffer.reports.compare.LinkedCause;
import io.github.oldbuffer.reports.compare.StoredAnswers;
import io.github.oldbuffer.reports.compare.StoredAnswers.Stored;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cause over the runs of one implementation: which of them have it, in the order of their versions.
 *
 * @param name of the implementation
 * @param title one line for people
 * @param headings the clauses that it violates, or {@code death} or {@code difference}
 * @param stands what each run says of it
 */
public record Course(String name, String title, List<String> headings, List<Stand> stands) {

    public Course {
        headings = List.copyOf(headings);
        stands = List.copyOf(stands);
    }

    /**
     * What a run says of a cause.
     *
     * @param label the run's version, and its time where there are several of that version
     * @param answer whether it has it
     * @param why nothing can be said; {@code ""} but for {@link Answer#UNASKED}
     */
    public record Stand(String label, Answer answer, String why) {}

    /** Whether a run has a cause. */
    public enum Answer {
        /** It has it. */
        THERE,
        /** It was asked, and has it not. */
        GONE,
        /** It was not asked, or not for all of it. */
        UNASKED
    }

    /** The causes of every implementation that has several runs, each once, the gravest of each first. */
    public static List<Course> of(List<Results> stored) {
        Map<String, List<Stored>> byName = stored.stream()
                .flatMap(results -> results.runs().stream().map(run -> new Stored(results, run)))
                .sorted(Comparator.comparing(Stored::run, Point.ORDER))
                .collect(Collectors.groupingBy(
                        one -> one.run().implementation().name(), LinkedHashMap::new, Collectors.toList()));
        List<Course> courses = new ArrayList<>();
        byName.forEach((name, runs) -> {
            if (runs.size() > 1) {
                courses.addAll(of(name, runs));
            }
        });
        return courses;
    }

    private static List<Course> of(String name, List<Stored> runs) {
        List<LinkedCause.Held> held = runs.stream()
                .map(one -> new LinkedCause.Held(name, one.run().findings()))
                .toList();
        List<String> labels = labels(runs.stream().map(Stored::run).toList());
        return LinkedCause.of(held, finding -> Set.of()).stream()
                .map(cause -> of(name, runs, labels, cause))
                .toList();
    }

    private static Course of(String name, List<Stored> runs, List<String> labels, LinkedCause cause) {
        List<Finding> all = cause.byRun().stream().flatMap(List::stream).toList();
        return new Course(
                name,
                LinkedCause.gravest(all).cause().title(),
                all.stream()
                        .map(Finding::heading)
                        .distinct()
                        .sorted(Clauses::compare)
                        .toList(),
                IntStream.range(0, runs.size())
                        .mapToObj(i -> stand(runs, labels.get(i), cause, i))
                        .toList());
    }

    /** One that has nothing of it is held against the nearest that has, an earlier one where two are as near. */
    private static Stand stand(List<Stored> runs, String label, LinkedCause cause, int index) {
        if (!cause.byRun().get(index).isEmpty()) {
            return new Stand(label, Answer.THERE, "");
        }
        int nearest = IntStream.range(0, runs.size())
                .filter(i -> !cause.byRun().get(i).isEmpty())
                .boxed()
                .min(Comparator.comparingInt((Integer i) -> Math.abs(i - index)).thenComparing(i -> i))
                .orElseThrow();
        List<Elsewhere> said = cause.byRun().get(nearest).stream()
                .map(finding -> StoredAnswers.of(runs.get(nearest), runs.get(index), finding))
                .toList();
        if (said.stream().anyMatch(Elsewhere.There.class::isInstance)) {
            return new Stand(label, Answer.THERE, "");
        }
        String why = said.stream()
                .filter(Elsewhere.Unasked.class::isInstance)
                .map(answer -> ((Elsewhere.Unasked) answer).why())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Stand(label, why.isEmpty() ? Answer.GONE : Answer.UNASKED, why);
    }

    /** What to call each of an implementation's runs: the version; where there are several of it, their time as well. */
    static List<String> labels(List<Run> runs) {
        Map<String, Long> versions = runs.stream()
                .collect(Collectors.groupingBy(run -> run.implementation().version(), Collectors.counting()));
        return runs.stream()
                .map(run -> {
                    String version = run.implementation().version();
                    return versions.get(version) == 1 || run.measured() == null
                            ? version
                            : version + ", " + Point.time(run.measured().started());
                })
                .toList();
    }

    /** Such as {@code there in 3.8.18, went with 3.10.13; 3.9.1 was not asked: another seed was drawn (2, not 1)}. */
    public String words() {
        List<String> words = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i < stands.size(); i++) {
            Stand stand = stands.get(i);
            if (stand.answer() == Answer.UNASKED) {
                continue;
            }
            if (last < 0) {
                first = i;
                words.add((stand.answer() == Answer.THERE ? "there in " : "not yet in ") + stand.label());
            } else if (stand.answer() != stands.get(last).answer()) {
                String turn = stand.answer() == Answer.THERE ? "came " : "went ";
                words.add(turn
                        + (last == i - 1
                                ? "with " + stand.label()
                                : "after " + stands.get(last).label() + ", by " + stand.label()));
            }
            last = i;
        }
        if (stands.get(last).answer() == Answer.THERE && last > first) {
            words.add("still there in " + stands.get(last).label());
        }
        return String.join(", ", words) + unasked();
    }

    private String unasked() {
        Map<String, List<String>> whys = new LinkedHashMap<>();
        stands.stream()
                .filter(stand -> stand.answer() == Answer.UNASKED)
                .forEach(stand -> whys.computeIfAbsent(stand.why(), none -> new ArrayList<>())
                        .add(stand.label()));
        return whys.entrySet().stream()
                .map(entry -> "; nothing is known of " + String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining());
    }
}
