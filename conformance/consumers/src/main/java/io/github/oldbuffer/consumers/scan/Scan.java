package io.github.oldbuffer.consumers.scan;

import io.github.oldbuffer.consumers.CallJudge;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds functions that take memory and judges each.
 *
 * @param setting where they are called
 * @param wanted says of a function's name whether it is to be looked at
 * @param workers how many processes there are at a time
 */
public record Scan(
        WorkerSetting setting,
        long seed,
        KnownDeviations known,
        Predicate<String> wanted,
        int workers,
        Watcher watcher) {

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
     * @param leftOut takes what is not to be called, with the reason
     * @throws CallException where a name means nothing
     */
    public List<String> targets(List<String> names, Map<String, String> leftOut) throws CallException, IOException {
        List<String> targets = new ArrayList<>();
        try (Caller caller = Caller.start(setting)) {
            for (String module : Discovery.modules(caller, names)) {
                try {
                    Discovery.Targets found = Discovery.targets(caller, module);
                    found.leftOut().forEach(leftOut::put);
                    found.targets().stream().filter(wanted).forEach(targets::add);
                } catch (CallException unusable) {
                    leftOut.put(module, unusable.getMessage());
                }
            }
        }
        return targets.stream().distinct().sorted().toList();
    }

    /** Looks for the calls that take memory among functions, and judges them where that is wanted. */
    public Result look(List<String> targets, boolean judged) throws CallException, IOException {
        Map<String, List<Call>> calls = new TreeMap<>();
        Map<String, List<Judgement>> judgements = new TreeMap<>();
        Map<String, String> leftOut = new TreeMap<>();
        new Crew(setting, workers).work(targets, (caller, target) -> {
            List<Call> found = new ArrayList<>();
            List<Judgement> made = new ArrayList<>();
            List<Call> calling = new ArrayList<>();
            try {
                calling.addAll(Discovery.calls(caller, target));
            } catch (CallException unusable) {
                synchronized (leftOut) {
                    leftOut.put(target, unusable.getMessage());
                }
            }
            for (Call call : calling) {
                try {
                    if (judged) {
                        made.add(new CallJudge(caller, seed, false, known).judge(call));
                    }
                    found.add(call);
                } catch (CallException unusable) {
                    synchronized (leftOut) {
                        leftOut.put(call.expression(), unusable.getMessage());
                    }
                }
            }
            synchronized (calls) {
                calls.put(target, found);
                judgements.put(target, made);
                int taking = calls.values().stream().mapToInt(List::size).sum();
                watcher.looked(calls.size(), targets.size(), taking);
            }
        });
        return new Result(
                calls.values().stream().flatMap(List::stream).toList(),
                judgements.values().stream().flatMap(List::stream).toList(),
                leftOut);
    }
}
