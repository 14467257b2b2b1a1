package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.model.ModelProvider;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.ports.FoundDifference;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.suite.Deviation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compiles and runs the program for a finding as its first line says: with the faulty port, and with the right one. */
public record ProgramRun(Port port, Path folder) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Exit statuses of the program. */
    public record Statuses(int faulty, int right) {}

    public Statuses violation(Deviation found) throws Exception {
        return both(reproducers -> reproducers.violation(
                found.clause(), found.symptom(), found.reason(), found.witness(), found.transcript()));
    }

    public Statuses death(Deviation found) throws Exception {
        return both(reproducers -> reproducers.death(found.symptom(), found.reason(), found.witness()));
    }

    public Statuses difference(FoundDifference found) throws Exception {
        return both(reproducers -> reproducers.difference(
                found.difference().symptom(),
                found.difference().reason(),
                found.witness(),
                found.port(),
                found.reference()));
    }

    private Statuses both(Function<Reproducers, Map<String, String>> programs) throws Exception {
        return new Statuses(run(programs, port.files().get(0)), run(programs, ExamplePort.file("faithful.c")));
    }

    private int run(Function<Reproducers, Map<String, String>> programs, Path source) throws Exception {
        Setting setting =
                new Setting(port.python(), Optional.empty(), List.of(source), List.of(), port.names(), Set.of());
        String text = programs.apply(new Reproducers(setting, new ModelProvider().open("model")))
                .get(CProgram.FILE);
        if (text == null) {
            throw new AssertionError("there is no program for the finding");
        }
        Path place = Files.createTempDirectory(folder, "program-");
        Files.writeString(place.resolve(CProgram.FILE), text);
        String line = text.lines().findFirst().orElseThrow();
        String command = line.substring("/* ".length(), line.length() - " */".length());
        return Command.run(List.of("/bin/sh", "-c", "cd '" + place + "' && " + command), LIMIT)
                .status();
    }
}
