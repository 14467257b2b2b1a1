package io.github.oldbuffer.spec.results;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.results.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Groups the findings of a run by cause, as far as the kit can tell.
 *
 * <p>Findings have one cause where one reason on file explains them (its first sentence tells), where they show the same symptom in several
 * functions, objects or exception types, and where the witness of the one shows the other at the same step or an earlier one.
 */
public final class Causes {

    private static final Pattern EXCEPTION =
            Pattern.compile("\\b([A-Z][A-Za-z]*(Error|Exit|Iteration|Interrupt)|SystemExit|none)\\b");
    private static final Pattern FUNCTION = Pattern.compile("\\bPy[A-Za-z]+_[A-Za-z]+(\\([^)]*\\))?");
    private static final Pattern SEGMENTS = Pattern.compile("(strided|Fortran-ordered|indirect) memory");
    private static final Pattern SECOND_SENTENCE = Pattern.compile("(?<=[.:;])\\s.*", Pattern.DOTALL);
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TITLE = 160;

    private Causes() {}

    /**
     * The findings, each with its cause: those of one cause side by side, the gravest first.
     *
     * @param together whether two findings have one cause, besides those that are alike
     */
    public static List<Finding> grouped(List<Finding> findings, BiPredicate<Finding, Finding> together) {
        int[] group = new int[findings.size()];
        List<Integer> gravestFirst = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            gravestFirst.add(i);
        }
        gravestFirst.sort(Comparator.comparing(findings::get, ORDER));
        for (int at = 0; at < group.length; at++) {
            int i = gravestFirst.get(at);
            List<Integer> graver = gravestFirst.subList(0, at);
            List<Integer> causes = of(findings, graver, i, together);
            if (causes.isEmpty()) {
                causes = followed(findings, gravestFirst, i, together);
            }
            if (causes.isEmpty()) {
                causes = of(findings, graver, i, Causes::alike);
            } else if (rank(findings.get(i)) == 0) {
                causes = Stream.concat(causes.stream(), of(findings, graver, i, Causes::alike).stream())
                        .toList();
            }
            // what follows from two mistakes is told with the graver, and makes no one mistake of them
            causes.stream()
                    .limit(rank(findings.get(i)) == 0 ? causes.size() : 1)
                    .forEach(cause -> join(group, cause, i));
        }
        return named(findings, group);
    }

    private static List<Integer> of(
            List<Finding> findings, List<Integer> graver, int i, BiPredicate<Finding, Finding> together) {
        Finding finding = findings.get(i);
        return graver.stream()
                .filter(j -> together.test(finding, findings.get(j)) || together.test(findings.get(j), finding))
                .toList();
    }

    /**
     * The nearest findings of their own right that a comparison follows from, by way of other comparisons: what its witness
     * shows, or what shows it, may show a graver finding that it does not show itself.
     */
    private static List<Integer> followed(
            List<Finding> findings, List<Integer> gravestFirst, int i, BiPredicate<Finding, Finding> together) {
        if (!compares(findings.get(i))) {
            return List.of();
        }
        List<Integer> comparisons = new ArrayList<>(
                gravestFirst.stream().filter(j -> compares(findings.get(j))).toList());
        List<Integer> others =
                gravestFirst.stream().filter(j -> !compares(findings.get(j))).toList();
        comparisons.remove(Integer.valueOf(i));
        List<Integer> at = of(findings, comparisons, i, together);
        while (!at.isEmpty()) {
            List<Integer> reached = at.stream()
                    .flatMap(k -> of(findings, others, k, together).stream())
                    .sorted(Comparator.comparing(findings::get, ORDER))
                    .toList();
            if (!reached.isEmpty()) {
                return reached.subList(0, 1);
            }
            comparisons.removeAll(at);
            at = at.stream()
                    .flatMap(k -> of(findings, comparisons, k, together).stream())
                    .distinct()
                    .toList();
        }
        return List.of();
    }

    /** Whether it tells that something is not as something else. */
    private static boolean compares(Finding finding) {
        return finding.kind() == Kind.DIFFERENCE
                || finding.clause() != null && finding.clause().matches("(ALL|NEW)-\\d+");
    }

    private static boolean alike(Finding one, Finding other) {
        return likeness(one).equals(likeness(other));
    }

    /** What sorts findings: the gravest first. */
    public static int rank(Finding finding) {
        if (finding.kind() == Kind.DIFFERENCE) {
            return 3;
        }
        boolean contract = finding.clause() != null
                && Clauses.find(finding.clause())
                        .map(clause -> clause.level() == Level.CONTRACT)
                        .orElse(false);
        return contract ? 0 : finding.kind() == Kind.DEATH ? 1 : 2;
    }

    /** The same for findings that are about the same thing: which function and which exception does not matter. */
    private static String likeness(Finding finding) {
        if (finding.known()) {
            return "filed " + firstSentence(finding.filed().reason());
        }
        String words = EXCEPTION.matcher(finding.symptom()).replaceAll("an exception");
        words = SEGMENTS.matcher(words).replaceAll("memory of several segments");
        return finding.kind() + " " + FUNCTION.matcher(words).replaceAll("f");
    }

    private static void join(int[] group, int one, int other) {
        int from = group[other];
        int to = group[one];
        for (int i = 0; i < group.length; i++) {
            if (group[i] == from) {
                group[i] = to;
            }
        }
    }

    private static List<Finding> named(List<Finding> findings, int[] group) {
        Map<Integer, List<Finding>> groups = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(group[i], none -> new ArrayList<>()).add(findings.get(i));
        }
        groups.values().forEach(members -> members.sort(ORDER));
        Set<String> taken = new TreeSet<>();
        List<Finding> named = new ArrayList<>();
        groups.values().stream()
                .sorted(Comparator.comparing(members -> members.get(0), ORDER))
                .forEach(members -> {
                    Cause cause = cause(members.get(0), taken);
                    members.forEach(finding -> named.add(finding.withCause(cause)));
                });
        return named;
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::known)
            .thenComparing(Causes::rank)
            .thenComparing(finding -> finding.clause() == null ? "" : finding.clause(), Clauses::compare)
            .thenComparing(Finding::function)
            .thenComparing(Finding::symptom)
            .thenComparing(Finding::object);

    private static Cause cause(Finding first, Set<String> taken) {
        String title = title(first);
        String wanted = first.heading().toLowerCase(Locale.ROOT) + "-" + slug(first.symptom());
        String id = wanted;
        for (int number = 2; !taken.add(id); number++) {
            id = wanted + "-" + number;
        }
        return new Cause(id, title);
    }

    private static String title(Finding first) {
        if (first.known() && !first.filed().reason().isBlank()) {
            String sentence = firstSentence(first.filed().reason());
            return sentence.length() <= LONGEST_TITLE ? sentence : sentence.substring(0, LONGEST_TITLE) + "...";
        }
        // one that was grouped before, by a shard, has a title that names its witness
        return first.cause() != null
                ? first.cause().title()
                : first.function() + " on " + first.object() + ": " + first.symptom();
    }

    /** What of a reason on file tells its cause: entries that begin with the same sentence have one. */
    public static String firstSentence(String reason) {
        return SECOND_SENTENCE.matcher(reason).replaceFirst("").replaceFirst("[;:]$", ".");
    }

    private static String slug(String symptom) {
        String words = symptom.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = words.length() <= LONGEST_ID ? words : words.substring(0, LONGEST_ID);
        return cut.replaceAll("^-|-$", "");
    }
}
