package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.reports.trend.Course;
import io.github.oldbuffer.spec.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** When causes came and when they went, for people. */
public final class CourseLines {

    private static final String INDENT = "  ";

    private CourseLines() {}

    /** The causes of each implementation, a paragraph for each. */
    public static List<String> of(List<Course> courses) {
        List<String> lines = new ArrayList<>();
        String name = null;
        for (Course course : courses) {
            if (!course.name().equals(name)) {
                name = course.name();
                lines.add("");
                lines.add(Printable.of("causes of " + name));
            }
            lines.addAll(
                    Wrapped.lines(Printable.of(String.join(" ", course.headings()) + ": " + course.title()), INDENT));
            lines.addAll(Wrapped.lines(Printable.of(course.words()), INDENT + INDENT));
        }
        return lines;
    }
}
