package io.github.oldbuffer.reports.html;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.trend.Course;
import io.github.oldbuffer.reports.trend.Point;
import io.github.oldbuffer.reports.words.Count;
import io.github.oldbuffer.spec.results.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs over versions and time, as charts and a table; drawn here, so that the page needs no script. */
public final class TrendPage {

    private final List<Point> points;
    private final long fastest;

    private TrendPage(List<Point> points) {
        this.points = points;
        this.fastest = points.stream().mapToLong(Point::perSecond).max().orElse(0);
    }

    /**
     * The page.
     *
     * @param points in the order in which they are to be shown, those of an implementation together
     * @param courses of the causes of each implementation, those of one together
     */
    public static String write(List<Point> points, List<Course> courses) {
        TrendPage trend = new TrendPage(points);
        String style = Assets.text("page.css") + Assets.text("trend.css");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", "Old Buffer conformance over versions and time");
        page.put("policy", Policy.allowing("", style));
        page.put("style", style);
        page.put("groups", trend.groups());
        page.put("timed", trend.fastest > 0);
        page.put("anyTold", !courses.isEmpty());
        page.put("told", trend.told(courses));
        page.put("points", points.stream().map(TrendPage::row).toList());
        return Assets.template("trend.mustache").execute(page);
    }

    private List<Map<String, Object>> groups() {
        Map<String, List<Point>> byName =
                points.stream().collect(Collectors.groupingBy(Point::name, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Object>> groups = new ArrayList<>();
        byName.forEach((name, runs) -> groups.add(Map.of(
                "name",
                name,
                "verdicts",
                runs.stream().map(run -> verdicts(run, label(run, runs))).toList(),
                "speeds",
                runs.stream()
                        .filter(run -> run.perSecond() > 0)
                        .map(run -> speed(run, label(run, runs)))
                        .toList())));
        return groups;
    }

    /** The causes of each implementation, with a column for each of its runs. */
    private List<Map<String, Object>> told(List<Course> courses) {
        Map<String, List<Course>> byName =
                courses.stream().collect(Collectors.groupingBy(Course::name, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Object>> told = new ArrayList<>();
        byName.forEach((name, causes) -> told.add(Map.of(
                "name",
                name,
                "labels",
                causes.get(0).stands().stream().map(Course.Stand::label).toList(),
                "causes",
                causes.stream().map(TrendPage::cause).toList())));
        return told;
    }

    private static Map<String, Object> cause(Course course) {
        return Map.of(
                "title",
                course.title(),
                "headings",
                course.headings(),
                "words",
                course.words(),
                "stands",
                course.stands().stream().map(TrendPage::stand).toList());
    }

    private static Map<String, Object> stand(Course.Stand stand) {
        return switch (stand.answer()) {
            case THERE -> Map.of("kind", "new", "word", "there");
            case GONE -> Map.of("kind", "holds", "word", "gone");
            case UNASKED -> Map.of("kind", "open", "word", "not asked");
        };
    }

    /** The version; where there are several runs of it, their time as well. */
    private static String label(Point point, List<Point> runs) {
        long same = runs.stream()
                .filter(run -> run.version().equals(point.version()))
                .count();
        return same == 1 || point.started().isEmpty() ? point.version() : point.version() + ", " + time(point);
    }

    private static Map<String, Object> verdicts(Point point, String label) {
        Tally tally = point.tally();
        List<Map<String, Object>> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int before = 0;
        before = part(parts, words, "t-holds", before, tally.held(), tally, "hold");
        before = part(parts, words, "t-known", before, tally.known(), tally, "deviate as known");
        before = part(parts, words, "t-new", before, tally.fresh(), tally, "deviate in a new way");
        before = part(parts, words, "t-died", before, tally.died(), tally, "died");
        before = part(parts, words, "t-open", before, tally.notExercised(), tally, "were not exercised");
        part(parts, words, "t-none", before, tally.notApplicable(), tally, "do not apply");
        if (tally.deaths() > 0) {
            words.add(Count.of(tally.deaths(), "call kills the process", "calls kill the process"));
        }
        return Map.of("label", label, "parts", parts, "words", String.join(", ", words));
    }

    private static int part(
            List<Map<String, Object>> parts,
            List<String> words,
            String kind,
            int before,
            int number,
            Tally of,
            String word) {
        if (number > 0) {
            parts.add(Map.of(
                    "kind",
                    kind,
                    "x",
                    percent(before, of.clauses()),
                    "width",
                    percent(number, of.clauses()),
                    "number",
                    number));
            words.add(number + " " + word);
        }
        return before + number;
    }

    private Map<String, Object> speed(Point point, String label) {
        return Map.of(
                "label",
                label,
                "width",
                percent(point.perSecond(), fastest),
                "words",
                number(point.perSecond()) + " a second");
    }

    private static Map<String, Object> row(Point point) {
        Tally tally = point.tally();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", point.name() + " " + point.version());
        row.put("kit", point.kit());
        row.put("started", time(point));
        row.put("held", tally.held());
        row.put("known", tally.knownDeviations());
        row.put("fresh", tally.fresh(Kind.VIOLATION));
        row.put("deaths", tally.deaths());
        row.put("open", tally.notExercised());
        row.put("scenarios", number(point.scenarios()));
        row.put("speed", point.perSecond() == 0 ? "" : number(point.perSecond()));
        return row;
    }

    private static String time(Point point) {
        return Point.time(point.started());
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
