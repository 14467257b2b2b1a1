package io.github.oldbuffer.ports.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source declares.
 *
 * @param aliases what {@code using} brings from elsewhere, by the name it then has
 * @param structures what stands between the braces of structures and classes, by their names
 */
public record Declarations(
        List<Declaration> functions, Map<String, String> aliases, Map<String, List<Token>> structures) {

    public Declarations {
        functions = List.copyOf(functions);
        aliases = Map.copyOf(aliases);
        structures = Map.copyOf(structures);
    }

    /**
     * The functions of a name, definitions first; the name may lack the namespaces where that leaves no doubt.
     *
     * <p>Each once: a definition stands for its declarations, and knows from them whether it is static.
     */
    public List<Declaration> named(String wanted) {
        String name = wanted.startsWith("::") ? wanted.substring(2) : wanted;
        String target = aliases.getOrDefault(name, name).replaceFirst("^::", "");
        List<Declaration> exact = merged(target);
        if (!exact.isEmpty()) {
            return exact;
        }
        List<String> longer = functions.stream()
                .map(Declaration::name)
                .filter(each -> each.endsWith("::" + target))
                .distinct()
                .toList();
        return longer.size() == 1 ? merged(longer.get(0)) : ofCython(target);
    }

    /** The user knows the name that stands in the Cython source. */
    private List<Declaration> ofCython(String wanted) {
        return functions.stream()
                .map(Declaration::name)
                .filter(each -> !each.equals(CythonName.plain(each))
                        && CythonName.plain(each).equals(wanted))
                .findFirst()
                .map(this::merged)
                .orElse(List.of());
    }

    /** The whole name of a structure or class whose name may lack namespaces; empty where there is none. */
    public Optional<String> structure(String wanted) {
        if (structures.containsKey(wanted)) {
            return Optional.of(wanted);
        }
        return structures.keySet().stream()
                .filter(each -> each.endsWith("::" + wanted))
                .sorted()
                .findFirst();
    }

    private List<Declaration> merged(String name) {
        List<Declaration> all =
                functions.stream().filter(each -> each.name().equals(name)).toList();
        List<Declaration> merged = new ArrayList<>();
        all.stream().filter(Declaration::isDefinition).forEach(merged::add);
        for (Declaration each : all) {
            int same = -1;
            for (int i = 0; i < merged.size(); i++) {
                same = types(merged.get(i)).equals(types(each)) ? i : same;
            }
            if (same < 0) {
                merged.add(each);
            } else {
                merged.set(same, together(merged.get(same), each));
            }
        }
        return merged;
    }

    private static List<String> types(Declaration function) {
        return function.parameters().stream().map(Parameter::plainType).toList();
    }

    private static Declaration together(Declaration one, Declaration other) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < one.parameters().size(); i++) {
            Parameter mine = one.parameters().get(i);
            parameters.add(new Parameter(
                    mine.type(),
                    mine.name(),
                    mine.optional() || other.parameters().get(i).optional()));
        }
        return new Declaration(
                one.name(),
                one.result(),
                parameters,
                one.isStatic() || other.isStatic(),
                one.member() || other.member(),
                one.template() || other.template(),
                one.inClass() || other.inClass(),
                one.file(),
                one.line(),
                one.body() == null ? other.body() : one.body());
    }
}
