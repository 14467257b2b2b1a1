package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.text.StepText;
import java.util.List;

/**
 * The statements of C programs that look at what is to be checked.
 *
 * @param text gets the statements
 */
record CLooks(Story story, StringBuilder text) {

    void clear(int index) {
        if (checks(index, Aspect.TRAFFIC) || checks(index, Aspect.BALANCE)) {
            text.append("    clear_events();\n");
        }
    }

    void traffic(int index) {
        look(index, Aspect.TRAFFIC, "events[0] == 0 ? \"nothing\" : events");
        look(index, Aspect.BALANCE, "balance()");
    }

    boolean checks(int index, Aspect aspect) {
        return story.of(index).stream().anyMatch(check -> check.aspect() == aspect);
    }

    /** @param raised a {@code struct raised} */
    void typeError(int index, String raised) {
        for (Check check : story.of(index)) {
            if (check.aspect() == Aspect.TYPE_ERROR) {
                String also = check.alsoRight()
                        .map(type -> " || strcmp(" + raised + ".type, " + word(type) + ") == 0")
                        .orElse("");
                look(
                        index,
                        check.aspect(),
                        raised + ".is_type_error" + also + "\n            ? " + word(check.expected()) + " : " + raised
                                + ".type");
            }
        }
    }

    /** @param view the {@code Py_buffer} that was asked for */
    void fields(int index, String granted, String view) {
        field(index, Aspect.LENGTH, granted, "number(" + view + ".len)");
        field(index, Aspect.READONLY, granted, view + ".readonly ? \"1\" : \"0\"");
        field(
                index,
                Aspect.FORMAT,
                granted,
                view + ".format == NULL ? \"NULL\" : "
                        + (given(index, Aspect.FORMAT) ? "\"given\"" : view + ".format"));
        field(index, Aspect.ITEMSIZE, granted, "number(" + view + ".itemsize)");
        field(index, Aspect.NDIM, granted, "number(" + view + ".ndim)");
        for (Aspect aspect : List.of(Aspect.SHAPE, Aspect.STRIDES, Aspect.SUBOFFSETS)) {
            String field = aspect.name().toLowerCase(java.util.Locale.ROOT);
            field(
                    index,
                    aspect,
                    granted,
                    given(index, aspect)
                            ? view + "." + field + " == NULL ? \"NULL\" : \"given\""
                            : "numbers(" + view + "." + field + ", &" + view + ")");
        }
    }

    private void field(int index, Aspect aspect, String granted, String observed) {
        look(index, aspect, "!" + granted + " ? \"not set\" : " + observed);
    }

    /** Whether it is enough that the field is there. */
    private boolean given(int index, Aspect aspect) {
        return aspect == Aspect.SUBOFFSETS
                || story.of(index).stream()
                        .anyMatch(check ->
                                check.aspect() == aspect && check.expected().equals(Aspect.GIVEN));
    }

    void look(int index, Aspect aspect, String observed) {
        List<Check> checks = story.of(index).stream()
                .filter(check -> check.aspect() == aspect)
                .toList();
        for (Check check : checks) {
            String what = StepText.of(story.scenario().steps().get(index)) + ": " + aspect.words();
            text.append(
                    "    compare(" + word(what) + ", " + word(check.expected()) + ",\n        " + observed + ");\n");
        }
    }

    private static String word(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\"";
    }
}
