package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * A command that was run in this process.
 *
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record Ran(int status, String out, String err) {

    /** Runs a command with the fakes and the model, without a terminal. */
    static Ran command(String... arguments) {
        return with(false, Map.of(), arguments);
    }

    /** @param terminal whether both streams are a terminal */
    static Ran with(boolean terminal, Map<String, String> environment, String... arguments) {
        return with(implementations(), terminal, environment, arguments);
    }

    /** @param more providers beside the fakes and the model */
    static Ran with(List<ImplementationProvider> more, String... arguments) {
        List<ImplementationProvider> all = new ArrayList<>(implementations().providers());
        all.addAll(more);
        return with(new Implementations(all), false, Map.of(), arguments);
    }

    /** Runs a command where there is the model and nothing else. */
    static Ran modelAlone(String... arguments) {
        return with(new Implementations(List.of(model())), false, Map.of(), arguments);
    }

    private static Ran with(
            Implementations implementations, boolean terminal, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Conform.execute(
                new Terminal(new PrintWriter(out), new PrintWriter(err), terminal, terminal, environment),
                implementations,
                arguments);
        return new Ran(status, out.toString(), err.toString());
    }

    /** The fakes and the model. */
    static Implementations implementations() {
        return new Implementations(List.of(model(), new FakeProvider(model())));
    }

    private static ImplementationProvider model() {
        for (ImplementationProvider provider : ServiceLoader.load(ImplementationProvider.class)) {
            if (provider.accepts("model")) {
                return provider;
            }
        }
        throw new AssertionError("the model is not on the class path");
    }

    String lastLine() {
        return out.lines().reduce((one, next) -> next).orElse("");
    }

    /** One line on standard error, which is no stack trace. */
    String sentence() {
        List<String> lines = err.lines().toList();
        if (lines.size() != 1
                || lines.get(0).contains("Exception")
                || lines.get(0).startsWith("\tat ")) {
            throw new AssertionError("expected one sentence, found: " + err);
        }
        return lines.get(0);
    }
}
