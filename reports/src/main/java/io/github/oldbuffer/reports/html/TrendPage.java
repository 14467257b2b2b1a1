package io.github.oldbuffer.reports.html;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.trend.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs over versions and time, as a chart and a table; drawn here, so that the page needs no script. */
public final class TrendPage {

    private static final int CHART = 520;
    private static final int ROW = 26;
    private static final int LABEL = 230;

    private TrendPage() {}

    /** @param points in the order in which they are to be shown */
    public static String write(List<Point> points) {
        String style = Assets.text("page.css") + Assets.text("trend.css");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", "Old Buffer conformance over time");
        page.put("policy", Policy.allowing("", style));
        page.put("style", style);
        page.put("width", LABEL + CHART + 90);
        page.put("height", points.size() * ROW + 8);
        page.put("verdicts", verdicts(points));
        page.put("speeds", speeds(points));
        page.put("points", points.stream().map(TrendPage::row).toList());
        return Assets.template("trend.mustache").execute(page);
    }

    private static List<Map<String, Object>> verdicts(List<Point> points) {
        int most = points.stream().mapToInt(point -> total(point.tally())).max().orElse(0);
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Tally tally = points.get(i).tally();
            List<Map<String, Object>> parts = new ArrayList<>();
            int x = LABEL;
            x = part(parts, "t-holds", x, tally.held(), most);
            x = part(parts, "t-known", x, tally.known(), most);
            x = part(parts, "t-new", x, tally.fresh() + tally.crashes(), most);
            part(parts, "t-open", x, tally.notExercised(), most);
            bars.add(Map.of("label", label(points.get(i)), "y", i * ROW + 4, "text", i * ROW + 18, "parts", parts));
        }
        return bars;
    }

    private static int part(List<Map<String, Object>> parts, String kind, int x, int number, int most) {
        int width = most == 0 ? 0 : Math.round((float) CHART * number / most);
        if (number > 0) {
            parts.add(Map.of("kind", kind, "x", x, "width", Math.max(1, width), "number", number, "inside", x + 4));
        }
        return x + width;
    }

    private static List<Map<String, Object>> speeds(List<Point> points) {
        long most = points.stream().mapToLong(Point::perSecond).max().orElse(0);
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int i = 0; i < points.size() && most > 0; i++) {
            int width = (int) (CHART * points.get(i).perSecond() / most);
            bars.add(Map.of(
                    "label",
                    label(points.get(i)),
                    "y",
                    i * ROW + 4,
                    "text",
                    i * ROW + 18,
                    "x",
                    LABEL,
                    "width",
                    width,
                    "number",
                    number(points.get(i).perSecond()),
                    "after",
                    LABEL + width + 6));
        }
        return bars;
    }

    private static Map<String, Object> row(Point point) {
        Tally tally = point.tally();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", label(point));
        row.put("kit", point.kit());
        row.put("started", point.started().replace("T", " ").replace("Z", ""));
        row.put("held", tally.held());
        row.put("known", tally.known());
        row.put("fresh", tally.fresh());
        row.put("crashes", tally.crashes());
        row.put("open", tally.notExercised());
        row.put("scenarios", number(point.scenarios()));
        row.put("speed", point.perSecond() == 0 ? "" : number(point.perSecond()));
        return row;
    }

    private static int total(Tally tally) {
        return tally.held() + tally.known() + tally.fresh() + tally.crashes() + tally.notExercised();
    }

    private static String label(Point point) {
        return point.name() + " " + point.version();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
