package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.model.ModelProvider;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Builds and runs the programs for a finding as their first lines say: with the faulty port, and with that one mended. */
public record ProgramRun(Port port, Path folder) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Where the part of a line begins that runs what was built. */
    private static final String BUILT = "|| (exit 2); } && ";

    /**
     * Exit statuses of one program.
     *
     * @param faulty built once, and run some times
     * @param right with the port put right, built and run once
     */
    public record Statuses(List<Integer> faulty, int right) {

        /** What it has to be. */
        public static Statuses always(int times) {
            return new Statuses(java.util.Collections.nCopies(times, 1), 0);
        }
    }

    /** By the name of the program's file. */
    public Map<String, Statuses> of(Finding found, int times) throws Exception {
        return run(reproducers -> reproducers.of(found), times);
    }

    private Map<String, Statuses> run(Function<Reproducers, Map<String, String>> programs, int times) throws Exception {
        Path place = Files.createTempDirectory(folder, "program ");
        Path source = place.resolve("the port.c");
        Files.copy(port.files().get(0), source, StandardCopyOption.REPLACE_EXISTING);
        Port copy = new PortBuild(port.python(), CCompiler.find(System.getenv()), List.of(), folder)
                .of(List.of(source), PortNames.originals());
        Setting setting = Setting.of(copy, Optional.empty());
        Map<String, Statuses> all = new TreeMap<>();
        for (Map.Entry<String, String> program : programs.apply(
                        new Reproducers(setting, new ModelProvider().open("model")))
                .entrySet()) {
            Files.writeString(place.resolve(program.getKey()), program.getValue());
            Files.copy(port.files().get(0), source, StandardCopyOption.REPLACE_EXISTING);
            String command = command(program.getValue());
            List<Integer> faulty = new ArrayList<>(List.of(status(place, command)));
            String again = command.substring(command.indexOf(BUILT) + BUILT.length());
            while (faulty.size() < times) {
                faulty.add(status(place, again));
            }
            Files.copy(ExamplePort.file("faithful.c"), source, StandardCopyOption.REPLACE_EXISTING);
            all.put(program.getKey(), new Statuses(faulty, status(place, command)));
        }
        return all;
    }

    /** What a program's first line, a comment, says. */
    static String command(String program) {
        return program.lines().findFirst().orElseThrow().replaceAll("^(/\\*|#) | \\*/$", "");
    }

    static int status(Path folder, String command) throws Exception {
        return Command.run(List.of("/bin/sh", "-c", "cd '" + folder + "' && { " + command + "; }"), LIMIT)
                .status();
    }
}
