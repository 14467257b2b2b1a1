package io.github.oldbuffer.fuzzing.engine;

import com.code_intelligence.jazzer.Jazzer;
import io.github.oldbuffer.cpython.PreparedPython;
import io.github.oldbuffer.fuzzing.campaign.JazzerCommand;
import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import io.github.oldbuffer.fuzzing.targets.Settings;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The program of a target: a script that starts Jazzer's driver, which lies beside it.
 *
 * <p>Jazzer itself is the one that the targets are compiled with: that of an engine's image may be older than what they
 * call.
 */
final class Wrapper {

    /** Stands for the script's own folder, wherever that is. */
    private static final Path HERE = Path.of("$this_dir");

    private static final Layout LAYOUT = new Layout(HERE);

    /** Where the image has Java's library, which the driver needs. */
    private static final String JAVA_LIBRARIES = "JVM_LD_LIBRARY_PATH";

    private Wrapper() {}

    /**
     * The script.
     *
     * @param jars names of files, as {@link ShippedJars#copy} gives them
     * @param environment of the build
     */
    static String of(FuzzTarget target, List<String> jars, Map<String, String> environment) {
        List<String> settings = new ArrayList<>(List.of("-Xmx1024m", "-Xss16m", "-XX:-CreateCoredumpOnCrash"));
        settings.add(property(PreparedPython.PROPERTY, LAYOUT.python().toString()));
        settings.addAll(implementations(target));
        return """
                #!/bin/bash
                # The fuzz target %s: %s.
                # Engines look for targets by the word LLVMFuzzerTestOneInput.
                this_dir=$(cd "$(dirname "$0")" && pwd)
                LD_LIBRARY_PATH="%s:$this_dir" exec "$this_dir/jazzer_driver" \\
                  --agent_path="%s" \\
                  --cp="%s" \\
                  %s \\
                  --jvm_args="%s" \\
                  "$@"
                """.formatted(
                target.word(),
                target.sentence(),
                environment.getOrDefault(JAVA_LIBRARIES, ""),
                LAYOUT.jars().resolve(jazzer(jars)),
                jars.stream().map(jar -> LAYOUT.jars().resolve(jar).toString()).collect(Collectors.joining(":")),
                JazzerCommand.options(target).stream()
                        .map(option -> "'" + option + "'")
                        .collect(Collectors.joining(" ")),
                // colons stand between settings
                settings.stream().map(setting -> setting.replace(":", "\\\\:")).collect(Collectors.joining(":")));
    }

    /**
     * CPython in a process of its own, so that a death is a finding as any other; it is compared with a port that does
     * all that it does.
     */
    private static List<String> implementations(FuzzTarget target) {
        List<String> settings = new ArrayList<>();
        if (target.implementations() > 0) {
            settings.add(property(Settings.IMPLEMENTATION, "cpython"));
            settings.add(property(Settings.ISOLATED, "true"));
        }
        if (target.implementations() > 1) {
            String names = Arrays.stream(Function.values())
                    .map(function -> function.cName() + "=" + function.cName())
                    .collect(Collectors.joining(","));
            settings.add(property(Settings.OTHER, "port:" + LAYOUT.port() + ":" + names));
        }
        return settings;
    }

    private static String property(String name, String value) {
        return "-D" + name + "=" + value;
    }

    private static String jazzer(List<String> jars) {
        String name = Path.of(Jazzer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getFileName()
                .toString();
        return jars.stream().filter(jar -> jar.endsWith("-" + name)).findFirst().orElseThrow();
    }
}
