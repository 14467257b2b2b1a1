package io.github.oldbuffer.consumers.reproduce;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.PythonObject;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the program of a finding: {@code repro.py}, and where objects of the standard library do not show it
 * {@code repro_exporter.c} beside it.
 *
 * @param python the interpreter
 * @param paths in front of its {@code sys.path}
 */
public record ReproProgram(Path python, List<Path> paths, Call call, Inspection inspection) {

    /** The files by name; none where the program cannot be said in Python text. */
    public Map<String, String> of(Finding finding, ConsumerScenario scenario) {
        String expression = call.expression();
        if (scenario.wrong() != null) {
            if (inspection.wrong().isEmpty()) {
                return Map.of();
            }
            expression = inspection.wrong().get(scenario.wrong());
        }
        boolean scripted = scenario.offered().scripted() != null;
        Map<String, String> files = new LinkedHashMap<>();
        files.put("repro.py", text(finding, scenario, expression, scripted));
        if (scripted) {
            files.put("repro_exporter.c", ExporterSource.text());
        }
        return files;
    }

    private String text(Finding finding, ConsumerScenario scenario, String expression, boolean scripted) {
        String statement = finding.clause() == null
                ? "The process lives."
                : Clauses.find(finding.clause()).orElseThrow().statement();
        StringBuilder text = new StringBuilder("# " + word(python.toString()) + " repro.py\n");
        text.append("# ").append(line(expression + ": " + finding.symptom())).append('\n');
        text.append("# ").append(line(finding.reason())).append("\n\n");
        text.append("import sys\n\n");
        if (!paths.isEmpty()) {
            text.append("sys.path[:0] = [")
                    .append(String.join(
                            ", ",
                            paths.stream().map(path -> literal(path.toString())).toList()))
                    .append("]\n");
        }
        text.append("EXPECTED = ").append(literal(statement)).append('\n');
        text.append("content = ").append(scenario.content().python()).append("\n\n\n");
        text.append("def make(exporter):\n");
        String body = scripted
                ? ObjectCode.of(scenario.offered().scripted())
                : ObjectCode.of(PythonObject.find(scenario.offered().python()).orElseThrow());
        body.lines().forEach(each -> text.append("    ").append(each).append('\n'));
        Checks.inARow(scenario).ifPresent(memory -> {
            text.append("\n\ndef make_in_a_row(exporter):\n");
            ObjectCode.of(memory)
                    .lines()
                    .forEach(each -> text.append("    ").append(each).append('\n'));
        });
        text.append("\n\ndef prepare():\n    names = {}\n    exec(")
                .append(literal(String.join(
                                "\n",
                                inspection.imports().stream()
                                        .map(name -> "import " + name)
                                        .toList()) + "\n" + call.setup()))
                .append(", names)\n    return names\n");
        text.append(calling(expression));
        text.append(Checks.of(finding, scenario, scripted));
        text.append(Checks.process(finding, scripted));
        return text.toString();
    }

    /** The object whose method is called gets a name, so that what it is afterwards can be compared. */
    private String calling(String expression) {
        String receiver = inspection.receiver();
        boolean named = !receiver.isEmpty() && expression.startsWith(receiver + ".");
        String called = named ? "receiver" + expression.substring(receiver.length()) : expression;
        return "\n\ndef call(names, _):\n"
                + (named ? "    names['receiver'] = eval(" + literal(receiver) + ", names)\n" : "")
                + "    return eval(" + literal(called) + ", names, {'_': _})\n\n\n";
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String word(String path) {
        return path.matches("[A-Za-z0-9_./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /** A literal of Python, in ASCII. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("'");
        text.codePoints().forEach(c -> {
            if (c == '\'' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                literal.append("\\n");
            } else if (c < ' ' || c > '~') {
                literal.append(String.format("\\U%08x", c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.append('\'').toString();
    }
}
