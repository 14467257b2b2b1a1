package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.tree.Candidate.Way;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for candidates in a Cython source, whose functions begin with a line each. */
final class CythonSearch {

    private static final Pattern HEAD = Pattern.compile("\\s*(cdef|cpdef|def)\\b(.*?)(\\w+)\\s*\\((.*)");

    private CythonSearch() {}

    static List<Candidate> candidates(Path file, List<String> lines) {
        List<Candidate> found = new ArrayList<>();
        Matcher around = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "");
            Matcher head = HEAD.matcher(line);
            if (head.matches() && line.strip().endsWith(":")) {
                around = head;
            }
            if (around != null && line.contains("PyObject_GetBuffer(") && !line.contains("cimport")) {
                found.add(candidate(file, i + 1, around));
            }
        }
        return found;
    }

    private static Candidate candidate(Path file, int line, Matcher head) {
        String name = head.group(3);
        boolean c = !head.group(1).equals("def");
        boolean fits = c
                && head.group(2).matches("(?s).*\\b(int|bint)\\s*")
                && head.group(4).matches("\\s*(object\\s+)?\\w+\\s*,[^,]*\\*\\*[^,]*,[^,]*\\*[^,]*\\).*");
        return new Candidate(
                file,
                line,
                "asks for a buffer in " + name,
                name,
                fits ? Way.AS_IT_IS : c ? Way.ADAPTER : Way.PYTHON_FUNCTION,
                fits ? Optional.of(Function.READ) : Optional.empty());
    }
}
