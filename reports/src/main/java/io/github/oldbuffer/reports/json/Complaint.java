package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the JSON library found wrong, in one sentence that begins with the place. */
final class Complaint {

    private Complaint() {}

    static String about(JsonProcessingException problem) {
        // a problem inside a value arrives wrapped, with the way to the value added
        String path = problem instanceof JsonMappingException mapping ? path(mapping) : "";
        JsonProcessingException inner =
                problem.getCause() instanceof JsonProcessingException cause && !(cause instanceof JsonMappingException)
                        ? cause
                        : problem;
        if (inner instanceof JsonMappingException mapping && !(inner instanceof StreamConstraintsException)) {
            return (path.isEmpty() ? place(mapping) : path + ": ") + what(mapping);
        }
        // the library has two kinds of exceptions for it, depending on what was under way
        if (inner instanceof JsonEOFException || inner.getOriginalMessage().startsWith("Unexpected end-of-input")) {
            return place(inner) + "the file ends too early";
        }
        if (inner instanceof StreamConstraintsException) {
            return place(inner) + "a value is too long or nested too deeply";
        }
        return place(inner) + "this is not JSON: " + firstPart(inner.getOriginalMessage());
    }

    private static String what(JsonMappingException problem) {
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "unknown field, expected one of "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (problem instanceof InvalidNullException) {
            return "expected a value, found null";
        }
        if (problem instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            return "expected one of "
                    + Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return missing(mismatch) ? "the field is missing" : "expected " + kind(mismatch.getTargetType());
        }
        return "the value cannot be read: " + firstPart(problem.getOriginalMessage());
    }

    private static boolean missing(MismatchedInputException problem) {
        return problem.getOriginalMessage().startsWith("Missing");
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "text";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == int.class) {
            return "a whole number of 32 bits";
        } else if (type == long.class) {
            return "a whole number of 64 bits";
        } else if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }

    private static String path(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : problem.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Texts.shortened(part.getFieldName()));
            }
        }
        return path.toString();
    }

    private static String place(JsonProcessingException problem) {
        JsonLocation location = problem.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    /** Without the positions in the library's own notation, which some of its messages end in. */
    private static String firstPart(String message) {
        return message.split("\\n| \\(start marker|\\[Source| \\(for | at \\[", 2)[0].strip();
    }
}
