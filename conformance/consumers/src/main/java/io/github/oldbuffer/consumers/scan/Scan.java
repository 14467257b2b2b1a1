package io.github.oldbuffer.consumers.scan;

import io.github.oldbuffer.consumers.CallJudge;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds functions that take memory and judges each.
 *
 * @param setting where they are called
 * @param wanted says of a function's name whether it is to be looked at
 * @param workers how many processes there are at a time
 * @param timeIsUp whether no more functions are to be looked at
 */
public record Scan(
        WorkerSetting setting,
        long seed,
        KnownDeviations known,
        Predicate<String> wanted,
        int workers,
        BooleanSupplier timeIsUp,
        Watcher watcher) {

    /** How long a call may take that is made to see what it makes. */
    private static final Duration MAKING = Duration.ofSeconds(3);
    /** Why functions are left out that nobody had the time to look at. */
    public static final String TIME_IS_UP = "the time was up";

    /**
     * What there is to look at.
     *
     * @param targets functions by name, sorted
     * @param leftOut what is not to be called, with the reason
     * @param files of the modules that have them, with size and time, so that a change shows
     * @param missing names that mean nothing, with the reason; also among what is left out
     */
    public record Targets(
            List<String> targets, Map<String, String> leftOut, Map<String, String> files, List<String> missing) {
        public Targets {
            targets = List.copyOf(targets);
            leftOut = new TreeMap<>(leftOut);
            files = new TreeMap<>(files);
            missing = List.copyOf(missing);
        }
    }

    /** Hears how far it is, from several threads. */
    @FunctionalInterface
    public interface Watcher {
        void looked(int done, int all, int taking);
    }

    /**
     * What was found.
     *
     * @param calls that take memory, in order
     * @param judgements one for each call, in the same order; empty where nothing was to be judged
     * @param leftOut names that were not called, with the reason
     */
    public record Result(List<Call> calls, List<Judgement> judgements, Map<String, String> leftOut) {}

    /**
     * The functions of modules, by name, that are to be looked at.
     *
     * @param names of modules, packages and distributions; none for the standard library
     * @throws CallException where no name means anything
     */
    public Targets targets(List<String> names) throws CallException, IOException {
        List<String> targets = new ArrayList<>();
        Map<String, String> leftOut = new TreeMap<>();
        Map<String, String> files = new TreeMap<>();
        List<String> modules = new ArrayList<>();
        try (Caller caller = Caller.start(setting)) {
            for (String module : modules(caller, names, leftOut)) {
                if (timeIsUp.getAsBoolean()) {
                    leftOut.put(module, TIME_IS_UP);
                    continue;
                }
                try {
                    Discovery.Targets found = Discovery.targets(caller, module);
                    found.leftOut().forEach(leftOut::put);
                    found.targets().stream().filter(wanted).forEach(targets::add);
                    files.put(module, found.file());
                    modules.add(module);
                } catch (CallException unusable) {
                    leftOut.put(module, unusable.getMessage());
                }
            }
        }
        for (Discovery.Made made : made(modules, leftOut)) {
            made.targets().stream().filter(wanted).forEach(targets::add);
            made.leftOut().forEach(leftOut::put);
        }
        List<String> missing =
                names.stream().filter(leftOut::containsKey).distinct().toList();
        return new Targets(targets.stream().distinct().sorted().toList(), leftOut, files, missing);
    }

    /**
     * Of each type the methods, once. What belongs together is asked in one process, which nothing else is asked
     * afterwards: calls may have changed anything in it.
     */
    private List<Discovery.Made> made(List<String> modules, Map<String, String> leftOut)
            throws CallException, IOException {
        Map<String, List<String>> packages = modules.stream()
                .collect(Collectors.groupingBy(module -> module.split("\\.")[0], TreeMap::new, Collectors.toList()));
        Map<String, List<Discovery.Made>> found = new ConcurrentSkipListMap<>();
        Map<String, String> unmade = new ConcurrentSkipListMap<>();
        new Crew(setting.waiting(MAKING), workers).work(List.copyOf(packages.keySet()), (caller, top) -> {
            caller.refresh();
            List<Discovery.Made> made = new ArrayList<>();
            for (String module : packages.get(top)) {
                if (timeIsUp.getAsBoolean()) {
                    unmade.put("what " + module + " makes", TIME_IS_UP);
                } else {
                    made.addAll(Discovery.made(caller, module));
                }
            }
            found.put(top, made);
        });
        leftOut.putAll(unmade);
        Map<String, Discovery.Made> types = new LinkedHashMap<>();
        found.values().forEach(all -> all.forEach(each -> types.putIfAbsent(each.type(), each)));
        return List.copyOf(types.values());
    }

    private List<String> modules(Caller caller, List<String> names, Map<String, String> leftOut)
            throws CallException, IOException {
        if (names.isEmpty()) {
            return Discovery.modules(caller, null);
        }
        List<String> modules = new ArrayList<>();
        CallException problem = null;
        for (String name : names) {
            if (timeIsUp.getAsBoolean()) {
                leftOut.put(name, TIME_IS_UP);
                problem = CallException.unusable("nothing was looked at: " + TIME_IS_UP);
                continue;
            }
            try {
                modules.addAll(Discovery.modules(caller, name));
            } catch (CallException unusable) {
                leftOut.put(name, unusable.getMessage());
                problem = unusable;
            }
        }
        if (modules.isEmpty()) {
            throw problem;
        }
        return modules.stream().distinct().toList();
    }

    /** Looks for the calls that take memory among functions, and judges them where that is wanted. */
    public Result look(List<String> targets, boolean judged, ScanMemory memory) throws CallException, IOException {
        Map<String, Looked> looked = new TreeMap<>();
        targets.forEach(target -> memory.past(target).ifPresent(past -> looked.put(target, past)));
        List<String> waiting =
                targets.stream().filter(target -> !looked.containsKey(target)).toList();
        int before = looked.size();
        new Crew(setting, workers).work(waiting, (caller, target) -> {
            Looked found = timeIsUp.getAsBoolean() ? leftOut(target) : look(caller, target, judged, memory);
            synchronized (looked) {
                looked.put(target, found);
                int taking = looked.values().stream()
                        .mapToInt(each -> each.calls().size())
                        .sum();
                watcher.looked(looked.size() - before, waiting.size(), taking);
            }
        });
        Map<String, String> leftOut = new TreeMap<>();
        looked.values().forEach(each -> leftOut.putAll(each.leftOut()));
        return new Result(
                looked.values().stream().flatMap(each -> each.calls().stream()).toList(),
                looked.values().stream()
                        .flatMap(each -> each.judgements().stream())
                        .toList(),
                leftOut);
    }

    /** Not for the memory: who goes on looks at it. */
    private static Looked leftOut(String target) {
        return new Looked(target, List.of(), List.of(), Map.of(target, TIME_IS_UP));
    }

    private Looked look(Caller caller, String target, boolean judged, ScanMemory memory) throws IOException {
        List<Call> found = new ArrayList<>();
        List<Judgement> made = new ArrayList<>();
        Map<String, String> leftOut = new TreeMap<>();
        List<Call> calling = new ArrayList<>();
        try {
            calling.addAll(Discovery.calls(caller, target));
        } catch (CallException unusable) {
            leftOut.put(target, unusable.getMessage());
        }
        for (Call call : calling) {
            try {
                if (judged) {
                    made.add(new CallJudge(caller, seed, false, known).judge(call));
                }
                found.add(call);
            } catch (CallException unusable) {
                leftOut.put(call.expression(), unusable.getMessage());
            }
        }
        Looked looked = new Looked(target, found, made, leftOut);
        memory.add(looked);
        return looked;
    }
}
