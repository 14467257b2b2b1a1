package io.github.oldbuffer.consumers.exporter;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What the documentation of the new protocol asks of exporters, clause by clause. */
final class ExporterRules {

    /** @param symptom the same wherever the same is wrong */
    record Violation(String symptom, String reason) {}

    /** A clause's rule: what is wrong, or {@code null} where nothing bore on it. */
    private static final Map<String, Function<Observed, Verdict>> BY_CLAUSE = new LinkedHashMap<>();

    static {
        BY_CLAUSE.put("EXP-1", ExporterRules::refusals);
        BY_CLAUSE.put("EXP-2", ExporterRules::writable);
        BY_CLAUSE.put("EXP-3", ExporterRules::lengths);
        BY_CLAUSE.put("EXP-4", ExporterRules::fields);
        BY_CLAUSE.put("EXP-5", ExporterRules::contiguity);
        BY_CLAUSE.put("EXP-6", ExporterRules::releases);
        BY_CLAUSE.put("EXP-7", ExporterRules::pinned);
    }

    /**
     * What a clause says.
     *
     * @param exercised how many requests or changes bore on it
     * @param violations each symptom once
     */
    record Verdict(long exercised, Map<String, Violation> violations) {

        static Verdict none() {
            return new Verdict(0, new LinkedHashMap<>());
        }

        Verdict plus(long more) {
            return new Verdict(exercised + more, violations);
        }

        void wrong(String symptom, String reason) {
            violations.putIfAbsent(symptom, new Violation(symptom, reason));
        }
    }

    private ExporterRules() {}

    static Map<String, Verdict> judge(Observed observed) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        BY_CLAUSE.forEach((clause, rule) -> verdicts.put(clause, rule.apply(observed)));
        return verdicts;
    }

    /** An object that grants nothing at all is released or closed, or offers no memory: any exception says so. */
    private static Verdict refusals(Observed observed) {
        List<Answer> refused =
                observed.answers().stream().filter(answer -> !answer.granted()).toList();
        boolean some = !observed.granted().isEmpty();
        Verdict verdict = Verdict.none().plus(refused.size());
        for (Answer answer : refused) {
            String request = "a request with " + answer.request();
            if (answer.code() != -1) {
                verdict.wrong("returned neither 0 nor -1", request + " returned " + answer.code());
                // nobody can tell whether it was refused
                continue;
            }
            if (answer.raised() == null) {
                verdict.wrong("refused without an exception", request + " was refused, and no exception is set");
            } else if (some && !answer.bufferError()) {
                verdict.wrong(
                        "refused with " + answer.raised() + ", not BufferError",
                        request + " should be refused with BufferError, as others are granted; it raised "
                                + answer.raised());
            }
            if (answer.owner() != 0) {
                verdict.wrong(
                        "view.obj is set although the request was refused", request + " left an object in view.obj");
            }
        }
        for (Answer answer : observed.granted()) {
            if (answer.raised() != null) {
                verdict.wrong(
                        "granted with an exception set",
                        "a request with " + answer.request() + " was granted, and " + answer.raised() + " is set");
            }
        }
        return verdict;
    }

    private static Verdict writable(Observed observed) {
        Verdict verdict = Verdict.none().plus(observed.granted().size());
        Answer first = null;
        for (Answer answer : observed.granted()) {
            if (answer.asks(Answer.WRITABLE)) {
                if (answer.readonly()) {
                    verdict.wrong(
                            "granted PyBUF_WRITABLE with readonly 1",
                            "a request with " + answer.request() + " was granted, and readonly is 1");
                }
                continue;
            }
            first = first == null ? answer : first;
            if (answer.readonly() != first.readonly()) {
                verdict.wrong(
                        "readonly differs from consumer to consumer",
                        "readonly is " + bit(first) + " with " + first.request() + ", and " + bit(answer) + " with "
                                + answer.request());
            }
        }
        return verdict;
    }

    private static String bit(Answer answer) {
        return answer.readonly() ? "1" : "0";
    }

    private static Verdict lengths(Observed observed) {
        Verdict verdict = Verdict.none().plus(observed.granted().size());
        Answer first = null;
        for (Answer answer : observed.granted()) {
            first = first == null ? answer : first;
            if (answer.length() < 0 || answer.itemsize() < 0) {
                verdict.wrong(
                        "a length below 0",
                        "with " + answer.request() + " len is " + answer.length() + ", itemsize " + answer.itemsize());
            }
            if (answer.length() != first.length()) {
                verdict.wrong(
                        "len differs from request to request",
                        "len is " + first.length() + " with " + first.request() + ", and " + answer.length() + " with "
                                + answer.request());
            }
            if (answer.itemsize() != first.itemsize()) {
                verdict.wrong(
                        "itemsize differs from request to request",
                        "itemsize is " + first.itemsize() + " with " + first.request() + ", and " + answer.itemsize()
                                + " with " + answer.request());
            }
            if (answer.product() != null && !answer.product().equals(BigInteger.valueOf(answer.length()))) {
                verdict.wrong(
                        "len is not product(shape) * itemsize",
                        "with " + answer.request() + " len is " + answer.length()
                                + (answer.shape() == null ? ", ndim 0" : ", shape " + answer.shape()) + ", itemsize "
                                + answer.itemsize());
            }
            // 'B' is also what ctypes says of unions, whose items have no format
            if (answer.calcsize() != null && answer.calcsize() != answer.itemsize() && !"B".equals(answer.format())) {
                verdict.wrong(
                        "itemsize is not that of the format",
                        "with " + answer.request() + " the format is '" + answer.format() + "', of " + answer.calcsize()
                                + " bytes, and itemsize " + answer.itemsize());
            }
        }
        return verdict;
    }

    private static Verdict fields(Observed observed) {
        Verdict verdict = Verdict.none().plus(observed.granted().size());
        Answer first = null;
        for (Answer answer : observed.granted()) {
            String with = "with " + answer.request() + " ";
            if (answer.ndim() < 0 || answer.ndim() > 64) {
                verdict.wrong("ndim is not 0 to 64", with + "ndim is " + answer.ndim());
            }
            if (answer.ndim() == 0 && answer.layout()) {
                verdict.wrong(
                        "shape, strides or suboffsets although ndim is 0",
                        with + "ndim is 0, and shape, strides and suboffsets are not all NULL");
            }
            if (answer.shape() != null && answer.shape().stream().anyMatch(items -> items < 0)) {
                verdict.wrong("a shape below 0", with + "shape is " + answer.shape());
            }
            if (answer.asks(Answer.FORMAT) && answer.format() == null && answer.itemsize() != 1) {
                verdict.wrong(
                        "no format although it was asked for",
                        with + "format is NULL, which stands for 'B', and itemsize " + answer.itemsize());
            }
            if (!answer.asks(Answer.INDIRECT) && answer.indirect()) {
                verdict.wrong("suboffsets that nobody asked for", with + "suboffsets are " + answer.suboffsets());
            }
            if (!answer.asks(Answer.ND)) {
                continue;
            }
            if (answer.ndim() > 0 && answer.shape() == null) {
                verdict.wrong(
                        "no shape although it was asked for", with + "ndim is " + answer.ndim() + ", and shape NULL");
            }
            first = first == null ? answer : first;
            if (!Objects.equals(answer.shape(), first.shape()) && answer.shape() != null && first.shape() != null) {
                verdict.wrong(
                        "shape differs from request to request",
                        "shape is " + first.shape() + " with " + first.request() + ", and " + answer.shape() + " "
                                + with.strip());
            }
        }
        return verdict;
    }

    /** What the request that asks for everything tells of the memory is held against what others were granted. */
    private static Verdict contiguity(Observed observed) {
        Verdict verdict = Verdict.none().plus(observed.granted().size());
        Answer full = observed.granted().stream()
                .filter(answer -> answer.asks(Answer.INDIRECT))
                .findFirst()
                .orElse(null);
        for (Answer answer : observed.granted()) {
            String granted = "a request with " + answer.request() + " was granted for ";
            boolean known = answer.strides() != null || full != null;
            Answer told = answer.strides() != null || full == null ? answer : full;
            if (!known) {
                continue;
            }
            String memory = "memory of shape " + told.shape() + " and strides " + told.strides()
                    + (told.indirect() ? ", indirect" : "");
            if (!answer.asks(Answer.INDIRECT) && full != null && full.indirect()) {
                verdict.wrong("granted indirect memory to who cannot follow it", granted + memory);
            }
            if ((!answer.asks(Answer.STRIDES) || answer.asks(Answer.C_CONTIGUOUS)) && !told.contiguous(true)) {
                verdict.wrong(
                        answer.asks(Answer.C_CONTIGUOUS)
                                ? "granted PyBUF_C_CONTIGUOUS for memory that is not"
                                : "granted memory that is not C-contiguous without strides",
                        granted + memory);
            }
            // without strides nothing tells that rows and columns were exchanged
            if (answer.strides() != null && answer.asks(Answer.F_CONTIGUOUS) && !told.contiguous(false)) {
                verdict.wrong("granted PyBUF_F_CONTIGUOUS for memory that is not", granted + memory);
            }
            if (answer.asks(Answer.ANY_CONTIGUOUS) && !told.contiguous(true) && !told.contiguous(false)) {
                verdict.wrong("granted PyBUF_ANY_CONTIGUOUS for memory that is not", granted + memory);
            }
        }
        return verdict;
    }

    private static Verdict releases(Observed observed) {
        Verdict verdict = Verdict.none().plus(observed.granted().size());
        for (Answer answer : observed.granted()) {
            if (answer.left() != null) {
                verdict.wrong(
                        "a release leaves an exception set",
                        "after the release of a view that was granted with " + answer.request() + " " + answer.left()
                                + " is set");
            }
            if (answer.owner() == 0) {
                verdict.wrong(
                        "view.obj is NULL although the request was granted",
                        "a request with " + answer.request()
                                + " was granted without an owner, whom nobody can release");
            }
        }
        if (observed.answers().stream().anyMatch(answer -> !answer.granted() && answer.code() != -1)) {
            // views that nobody knows of are not released
            return verdict;
        }
        if (observed.counts() && observed.references() != 0) {
            long more = observed.references();
            verdict.wrong(
                    more > 0 ? "references are kept" : "references are lost",
                    "the object has " + Math.abs(more) + (more > 0 ? " references more" : " references less")
                            + " after " + observed.answers().size() + " requests, each released");
        }
        for (Change change : observed.changes()) {
            if ("BufferError".equals(change.freed())) {
                verdict.wrong(
                        "locked after the release",
                        change.method() + "() raises BufferError although no view is held any more");
            }
        }
        return verdict;
    }

    /** A view that names another owner is that one's matter; where each view has a copy, a new one tells nothing of it. */
    private static Verdict pinned(Observed observed) {
        List<Change> borne = observed.changes().stream()
                .filter(change -> change.comparable() && change.held().owner() == 1)
                .toList();
        Verdict verdict = Verdict.none().plus(borne.size());
        for (Change change : borne) {
            Answer after = change.after();
            String done = change.method() + "() while a view was held ";
            if (change.raised() != null) {
                continue;
            }
            if (!after.granted()) {
                verdict.wrong(
                        "the memory goes while a view is held",
                        done + "succeeded, and the object offers no memory any more");
            } else if (after.length() != change.held().length()
                    || !after.address().equals(change.held().address())) {
                verdict.wrong(
                        "the memory moves or changes its length while a view is held",
                        done + "succeeded, and there were " + change.held().length() + " bytes before, "
                                + after.length() + " after"
                                + (after.address().equals(change.held().address()) ? "" : " at another address"));
            }
        }
        return verdict;
    }
}
