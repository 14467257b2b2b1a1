package io.github.oldbuffer.ports.place;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Parameter;
import io.github.oldbuffer.ports.declaration.Token;
import io.github.oldbuffer.spec.results.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a statement in the body of a function. */
record BodySearch(Declaration function) {

    private static final String GET = "PyObject_GetBuffer";

    /** Ways to memory, the usual one first. */
    private static final List<Set<String>> REQUESTS = List.of(
            Set.of(GET),
            Set.of("PyMemoryView_FromObject", "PyMemoryView_GetContiguous", "bf_getbuffer", "PyObject_CheckBuffer"),
            Set.of("PyArg_Parse", "PyArg_ParseTuple", "PyArg_ParseTupleAndKeywords", "_PyArg_ParseStack"),
            Set.of(
                    "PyBytes_AsString",
                    "PyBytes_AsStringAndSize",
                    "PyByteArray_AsString",
                    "PyUnicode_AsUTF8AndSize",
                    "PyBytes_AS_STRING"));

    private static final Set<String> RELEASES =
            Set.of("PyBuffer_Release", "bf_releasebuffer", "Py_DECREF", "Py_XDECREF");

    private static final Pattern RETURNED = Pattern.compile("(?:returned|the result:) (-?\\d+)");

    /** The statement's line. */
    Optional<Token> find(Sought sought, Finding finding) {
        return switch (sought) {
            case REQUEST -> request();
            case FLAGS -> flags();
            case RELEASE -> last(RELEASES);
            case POINTER_ON_FAILURE -> writes(1).stream().findFirst();
            case LENGTH_ON_FAILURE -> writes(2).stream().findFirst();
            case POINTER -> writes(1).stream().reduce((before, last) -> last);
            case LENGTH -> writes(2).stream().reduce((before, last) -> last);
            case EXCEPTION -> exception(finding.symptom());
            case RESULT -> result(finding);
        };
    }

    private List<Token> body() {
        return function.body();
    }

    private Optional<Token> request() {
        return REQUESTS.stream()
                .flatMap(names -> body().stream().filter(token -> names.contains(token.text())).findFirst().stream())
                .findFirst();
    }

    /** The third argument of the request: macros that stand for flags have been replaced. */
    private Optional<Token> flags() {
        for (int i = 0; i < body().size(); i++) {
            if (!body().get(i).is(GET)) {
                continue;
            }
            int depth = 0;
            int commas = 0;
            for (int j = i + 1; j < body().size(); j++) {
                Token token = body().get(j);
                if (commas == 2) {
                    return Optional.of(token);
                }
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                commas += depth == 1 && token.is(",") ? 1 : 0;
                if (depth == 0) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Token> last(Set<String> names) {
        return body().stream().filter(token -> names.contains(token.text())).reduce((before, last) -> last);
    }

    /** Assignments through a parameter: {@code *p =}, {@code p[0] =} and, of a reference, {@code p =}. */
    private List<Token> writes(int parameter) {
        String name = name(parameter);
        if (name.isEmpty()) {
            return List.of();
        }
        List<Token> found = new java.util.ArrayList<>();
        for (int i = 0; i < body().size(); i++) {
            if (body().get(i).is(name) && isAssigned(i)) {
                found.add(body().get(i));
            }
        }
        return found;
    }

    private boolean isAssigned(int index) {
        int next = index + 1;
        if (is(next, "[")) {
            next += 3;
        }
        while (is(next, ")")) {
            next++;
        }
        return is(next, "=") && !is(next + 1, "=");
    }

    private boolean is(int index, String text) {
        return index < body().size() && body().get(index).is(text);
    }

    /** Of the memory's pointer 1, of the length 2. */
    private String name(int wanted) {
        for (Parameter parameter : function.parameters()) {
            String type = parameter.plainType();
            boolean pointer = type.endsWith("**") || type.endsWith("*&");
            boolean length = !pointer
                    && (type.endsWith("*") || type.endsWith("&"))
                    && type.matches("(?i).*(size|int|long|len|diff).*");
            if (wanted == 1 ? pointer : length) {
                return parameter.name();
            }
        }
        return "";
    }

    /** What clears or sets one, behind the request where it is not about arguments that are NULL. */
    private Optional<Token> exception(String symptom) {
        int request =
                symptom.contains("NULL") ? 0 : request().map(body()::indexOf).orElse(0);
        List<Token> all = body().subList(request, body().size()).stream()
                .filter(token -> token.text().startsWith("PyErr_") && !token.is("PyErr_Occurred"))
                .toList();
        boolean lost = symptom.contains("without an exception") || symptom.contains("no exception");
        return all.stream()
                .filter(token -> lost && token.is("PyErr_Clear"))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private Optional<Token> result(Finding finding) {
        Matcher returned = RETURNED.matcher(finding.symptom());
        String value = returned.find() ? returned.group(1) : "";
        Optional<Token> last = Optional.empty();
        for (int i = 0; i + 1 < body().size(); i++) {
            if (body().get(i).is("return")) {
                String text = body().get(i + 1).text()
                        + (is(i + 1, "-") ? body().get(i + 2).text() : "");
                if (text.equals(value)) {
                    return Optional.of(body().get(i));
                }
                last = Optional.of(body().get(i));
            }
        }
        return last;
    }
}
