package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.build.Spelled;
import io.github.oldbuffer.ports.tree.Candidate.Way;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for candidates in a Cython source, whose blocks show in what their lines begin with. */
final class CythonSearch {

    private static final Pattern FUNCTION =
            Pattern.compile("(cdef|cpdef|def)\\b(.*?)(\\w+)\\s*\\((.*)\\)[^()]*:\\s*(?:\\S.*)?");

    private static final Pattern CLASS = Pattern.compile("(?:cdef\\s+|cpdef\\s+)?class\\s+(\\w+).*");

    private static final Pattern USED = Pattern.compile(
            "\\b(PyObject_(?:GetBuffer|AsCharBuffer|AsReadBuffer|CheckReadBuffer|AsWriteBuffer))\\s*\\(");

    /** {@code int as_read 'PyObject_AsReadBuffer'(...)}. */
    private static final Pattern RENAMED = Pattern.compile(
            "(\\w+)\\s*[\"'](PyObject_(?:AsCharBuffer|AsReadBuffer|CheckReadBuffer|AsWriteBuffer))[\"']\\s*\\(");

    /** Most lines that the head of one function takes. */
    private static final int LONGEST = 60;

    private final Path file;
    private final Path module;
    private final List<String> lines;
    private final Deque<Block> blocks = new ArrayDeque<>();

    /**
     * What a line with a colon behind it opens.
     *
     * @param head of a function; {@code null} for classes and declarations
     * @param name with the classes around it
     */
    private record Block(int indent, Matcher head, String name, boolean declares) {}

    private CythonSearch(Path file, Path module, List<String> lines) {
        this.file = file;
        this.module = module;
        this.lines = lines;
    }

    /** @param module the source that the file is part of */
    static List<Candidate> candidates(Path file, Path module, List<String> lines) {
        return new CythonSearch(
                        file,
                        module,
                        lines.stream().map(line -> line.replaceFirst("#.*", "")).toList())
                .candidates();
    }

    private List<Candidate> candidates() {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            int indent = line.length() - line.stripLeading().length();
            while (!blocks.isEmpty()
                    && blocks.peek().indent() >= indent
                    && !line.strip().startsWith(")")) {
                blocks.pop();
            }
            open(i, indent);
            Matcher used = USED.matcher(line);
            boolean declared = line.contains("import ")
                    || blocks.stream().anyMatch(Block::declares)
                    || line.strip().startsWith("cdef extern");
            Matcher renamed = RENAMED.matcher(line);
            if (!declared && used.find()) {
                found.add(candidate(i + 1, used.group(1)));
            } else if (renamed.find()) {
                String what = "gives " + renamed.group(2) + " another name, " + renamed.group(1);
                found.add(new Candidate(file, i + 1, what, "", Way.NONE, Optional.empty()));
            }
        }
        return found;
    }

    private void open(int index, int indent) {
        String head = head(index);
        Matcher function = FUNCTION.matcher(head);
        Matcher type = CLASS.matcher(head);
        String around = blocks.isEmpty() ? "" : blocks.peek().name() + ".";
        if (head.startsWith("cdef extern")) {
            blocks.push(new Block(indent, null, "", true));
        } else if (function.matches()) {
            blocks.push(new Block(indent, function, around + function.group(3), false));
        } else if (type.matches()) {
            blocks.push(new Block(indent, null, around + type.group(1), false));
        }
    }

    /** The head of a function may go on until its parentheses close. */
    private String head(int index) {
        StringBuilder head = new StringBuilder(lines.get(index).strip());
        if (!head.toString().matches("(cdef|cpdef|def)\\b.*")) {
            return head.toString();
        }
        for (int i = index + 1; i < lines.size() && i < index + LONGEST && depth(head) > 0; i++) {
            head.append(' ').append(lines.get(i).strip());
        }
        return head.toString();
    }

    private static long depth(CharSequence text) {
        return text.chars().filter(c -> c == '(').count()
                - text.chars().filter(c -> c == ')').count();
    }

    private Candidate candidate(int line, String used) {
        Optional<Block> around =
                blocks.stream().filter(block -> block.head() != null).findFirst();
        boolean old = !used.equals("PyObject_GetBuffer");
        String name = around.map(Block::name).orElse("");
        String what = old
                ? "uses " + used + ", which the headers of 3.13 do not declare"
                : "asks for a buffer" + (name.isEmpty() ? "" : " in " + name);
        if (around.isEmpty()) {
            return new Candidate(file, line, what, "", Way.NONE, Optional.empty());
        }
        if (name.endsWith(".__getbuffer__")) {
            return new Candidate(
                    file, line, what + ", with which a type answers requests", name, Way.EXPORTER, Optional.empty());
        }
        Matcher head = around.get().head();
        boolean c = head.group(1).equals("cdef");
        boolean fits = c
                && !name.contains(".")
                && head.group(2).matches("(?s).*\\b(int|bint)\\s*")
                && head.group(4).matches("\\s*(object\\s+)?\\w+\\s*(:\\s*[^,*]*)?,[^,]*\\*\\*[^,]*,[^,]*\\*[^,]*");
        boolean gives = c
                && !name.contains(".")
                && (head.group(4) + head.group(2)).matches(".*(\\*|Py_buffer).*")
                && List.of(head.group(4).split(",")).stream()
                        .anyMatch(each -> each.matches("\\s*(object\\s+)?\\w+\\s*(:[^*]*)?(=.*|not None\\s*)?"));
        Way way = fits ? Way.AS_IT_IS : gives ? Way.ADAPTER : c ? Way.NONE : Way.PYTHON_FUNCTION;
        return new Candidate(file, line, what, name, way, fits ? Optional.of(Spelled.like(name)) : Optional.empty())
                .calledAs(way == Way.PYTHON_FUNCTION ? call(name) : "");
    }

    /** Objects of a class are made first; what makes them, or enters them, is called by other names. */
    private String call(String name) {
        String from = PythonNames.ofCython(module) + ".";
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        return dot < 0
                ? from + name + "(_)"
                : last.matches("__(c?init|new)__")
                        ? from + name.substring(0, dot) + "(_)"
                        : from + name.substring(0, dot) + "()." + last + "(_)";
    }
}
