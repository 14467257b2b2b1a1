package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.cpython.PreparedPython;
import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import io.github.oldbuffer.fuzzing.targets.Settings;
import io.github.oldbuffer.probe.BuiltProbes;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.Providers;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command of a process that fuzzes: Jazzer in a Java of its own. */
public final class JazzerCommand {

    private static final int SECONDS_IN_THIS_PROCESS = 25;

    /** A worker sees to its own limits, and a new one may take minutes to start where the machine is busy. */
    private static final int SECONDS_IN_A_WORKER = 240;

    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
    private static final int LONGEST_INPUT = 512;

    /** As the process that starts GraalPy reads it. */
    private static final String WORKERS = "oldbuffer.worker.classpath";

    private static final String NOTHING = "io.github.oldbuffer.nothing.**";

    /** The sanitizers are about other kinds of program, and take seconds to load. */
    private static final String HOOKS = "--custom_hook_includes=" + NOTHING;

    private static final String NO_SANITIZERS = "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.**";

    /** The kit's own search, which is not what is searched. */
    private static final String OWN = Stream.of("suite", "mutants", "ports", "fuzzing", "commandline")
            .map(module -> "io.github.oldbuffer." + module + ".**")
            .collect(Collectors.joining(File.pathSeparator));

    private JazzerCommand() {}

    /** @param seconds how long it is to fuzz, at least 1 */
    static List<String> of(CampaignPlan plan, int number, long seconds) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(plan.implementations(), System.getProperty("java.class.path")),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:ErrorFile=" + plan.session().resolve("hs_err_%p.log"),
                "-Xmx768m",
                "-Xss16m",
                "-D" + WORKERS + "=" + System.getProperty("java.class.path"),
                "-D" + Settings.SESSION + "=" + plan.session().toAbsolutePath(),
                "-D" + Settings.NUMBER + "=" + number));
        command.addAll(packed());
        if (plan.nativeCoverage()) {
            command.add("-D" + Settings.NATIVE + "=true");
        }
        if (!plan.implementations().isEmpty()) {
            command.add("-D" + Settings.IMPLEMENTATION + "="
                    + plan.implementations().get(0));
        }
        if (plan.implementations().size() > 1) {
            command.add("-D" + Settings.OTHER + "=" + plan.implementations().get(1));
        }
        command.add(MAIN);
        command.addAll(plan.nativeCoverage() ? optionsOfNative(plan.target()) : options(plan.target()));
        command.addAll(List.of(
                "--reproducer_path=" + plan.session().toAbsolutePath(),
                "-artifact_prefix=" + plan.session().toAbsolutePath() + File.separator,
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + secondsForOneInput(plan.implementations()),
                "-rss_limit_mb=0",
                // left to Java: the fuzzer's own handlers wait for ever for a Java that is gone
                "-handle_abrt=0",
                "-handle_segv=0",
                "-handle_bus=0",
                "-handle_ill=0",
                "-handle_fpe=0",
                // weighing inputs by how rare their features are took two thirds of the time of a large corpus
                "-entropic=" + (plan.nativeCoverage() ? 1 : 0),
                "-reload=5",
                "-max_total_time=" + Math.max(1, seconds),
                plan.corpus().toAbsolutePath().toString()));
        return command;
    }

    /** Where a kit that was packed with a CPython has it. */
    private static List<String> packed() {
        return Stream.of(PreparedPython.PROPERTY, BuiltProbes.PROPERTY)
                .filter(property -> System.getProperty(property) != null)
                .map(property -> "-D" + property + "=" + System.getProperty(property))
                .toList();
    }

    /**
     * The search goes by the C code alone: among the thousands of inputs that Java's code and behaviours are worth
     * keeping for, the few that reach a new branch of a port would hardly ever be changed further. The values of its
     * comparisons count too, and rare branches count more.
     */
    private static List<String> optionsOfNative(FuzzTarget target) {
        return List.of(
                "--target_class=" + target.className(),
                "--instrumentation_includes=" + NOTHING,
                HOOKS,
                NO_SANITIZERS,
                "-use_value_profile=1");
    }

    /** What Jazzer is told about a target wherever it runs: what to call, and what to watch. */
    public static List<String> options(FuzzTarget target) {
        return List.of(
                "--target_class=" + target.className(),
                "--trace=" + traced(target),
                "--instrumentation_includes=io.github.oldbuffer.**",
                "--instrumentation_excludes=" + OWN,
                HOOKS,
                NO_SANITIZERS);
    }

    /**
     * The class path without the libraries of implementations that this process does not run: Jazzer reads every class
     * of it before it begins, which takes longer than all else.
     */
    public static String classPath(List<String> implementations, String whole) {
        return classPath(Providers.all(), implementations, whole);
    }

    static String classPath(List<ImplementationProvider> providers, List<String> implementations, String whole) {
        Set<String> needed = libraries(providers.stream()
                .filter(provider ->
                        implementations.stream().anyMatch(id -> provider.accepts(id) && provider.runsHere(id))));
        Set<String> superfluous = libraries(providers.stream());
        superfluous.removeAll(needed);
        return Stream.of(whole.split(File.pathSeparator))
                .filter(entry -> superfluous.stream().noneMatch(part -> liesIn(part, entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether a path leads through folders; a folder with a longer name is another one. */
    private static boolean liesIn(String folders, String path) {
        return path.replace(File.separatorChar, '/').contains("/" + folders + "/");
    }

    private static Set<String> libraries(Stream<ImplementationProvider> providers) {
        return providers
                .flatMap(provider -> provider.libraries().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How long one input may take before its process counts as stuck. */
    static int secondsForOneInput(List<String> implementations) {
        return implementations.stream().allMatch(JazzerCommand::runsHere)
                ? SECONDS_IN_THIS_PROCESS
                : SECONDS_IN_A_WORKER;
    }

    private static boolean runsHere(String id) {
        return Providers.all().stream().anyMatch(provider -> provider.accepts(id) && provider.runsHere(id));
    }

    /**
     * What Jazzer watches. Comparisons help against formats with magic words; the codec has none, and watching them takes
     * longer than running the scenario.
     */
    private static String traced(FuzzTarget target) {
        return switch (target) {
            case PROBE, PROTOCOL -> "cov,cmp,indir";
            case CONTRACT, DIFFERENTIAL, ROUNDTRIP, EMPTY -> "cov";
        };
    }
}
