package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.Unit;
import io.github.oldbuffer.ports.declaration.CythonName;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Parameter;
import io.github.oldbuffer.ports.declaration.TypeKind;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.text.KitCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a function can take the place of one of the four: only then is it called. */
record SignatureCheck(PortCompiler compiler) {

    /** From here on, so that what else stands in the user's files is left alone. */
    private static final String STRICT = """
            #pragma GCC diagnostic error "-Wint-conversion"
            #pragma GCC diagnostic error "-Wimplicit-function-declaration"
            #pragma GCC diagnostic error "-Wincompatible-pointer-types"
            """;

    /**
     * Chooses among the functions of a name the one that fits best.
     *
     * @throws PortException where none can be called with the original's arguments
     */
    Chosen choose(Found found) throws PortException {
        if (found.functions().isEmpty()
                || found.functions().get(0).isDeduced()
                || found.name().contains("<")) {
            return called(found);
        }
        Chosen best = null;
        String reason = "";
        for (Declaration function : found.functions()) {
            Map<String, TypeKind> kinds = kinds(found.unit(), function);
            Optional<Fit> fit = fit(found.function(), function, kinds);
            if (fit.isPresent() && (best == null || fit.get().compareTo(best.fit()) < 0)) {
                best = new Chosen(found, fit.get(), types(function), function.inClass());
            }
            if (fit.isEmpty() && reason.isEmpty()) {
                reason = reason(found.function(), function, kinds);
            }
        }
        if (best == null) {
            throw refusal(found, reason);
        }
        return best;
    }

    private static List<String> types(Declaration function) {
        return function.parameters().stream().map(Parameter::type).toList();
    }

    Map<String, TypeKind> kinds(Unit unit, Declaration function) throws PortException {
        Set<String> types = new HashSet<>();
        types.add(Parameter.plain(function.result()));
        function.parameters().forEach(parameter -> types.add(parameter.plainType()));
        return new TypeKinds(compiler).of(unit, function.scope(), new ArrayList<>(types));
    }

    static Optional<Fit> fit(Function function, Declaration declared, Map<String, TypeKind> kinds) {
        if (declared.member() || kinds.get(Parameter.plain(declared.result())) != TypeKind.INT) {
            return Optional.empty();
        }
        List<TypeKind> types = declared.required().stream()
                .map(parameter -> kinds.get(parameter.plainType()))
                .toList();
        if (!function.hasOutputs()) {
            return types.equals(List.of(TypeKind.OBJECT)) ? Optional.of(Fit.EXACT) : Optional.empty();
        }
        if (types.equals(List.of(TypeKind.OBJECT, TypeKind.POINTER, TypeKind.LENGTH))) {
            List<String> spelled =
                    declared.required().stream().map(Parameter::plainType).toList();
            return Optional.of(spelled.equals(Prototypes.types(function)) ? Fit.EXACT : Fit.ALIKE);
        }
        Fit fit = adapted(types);
        return Optional.ofNullable(fit == Fit.CONVERTER && !fillsView(declared) ? null : fit);
    }

    private static Fit adapted(List<TypeKind> types) {
        if (types.isEmpty() || types.get(0) != TypeKind.OBJECT) {
            return null;
        }
        return switch (types.subList(1, types.size()).toString()) {
            case "[POINTER, NARROW_LENGTH]" -> Fit.NARROW;
            case "[POINTER, NARROW_UNSIGNED_LENGTH]" -> Fit.NARROW_UNSIGNED;
            case "[POINTER_REFERENCE, LENGTH_REFERENCE]" -> Fit.REFERENCES;
            case "[VIEW, INT]" -> Fit.VIEW_WITH_FLAGS;
            case "[VIEW]" -> Fit.VIEW;
            case "[VIEW_REFERENCE]" -> Fit.VIEW_BY_REFERENCE;
            case "[ANYTHING]" -> Fit.CONVERTER;
            default -> null;
        };
    }

    /** Whether a converter fills a {@code Py_buffer}, by what it says and calls. */
    private static boolean fillsView(Declaration converter) {
        return !converter.isDefinition() || converter.mentions("Py_buffer") || converter.mentions("PyObject_GetBuffer");
    }

    /** What keeps it from being called, in a clause of a sentence. */
    private static String reason(Function function, Declaration declared, Map<String, TypeKind> kinds) {
        if (declared.member()) {
            return "it is called through an object of its class";
        }
        String result = Parameter.plain(declared.result());
        if (kinds.get(result) != TypeKind.INT) {
            return "it returns " + (declared.result().equals("void") ? "nothing" : declared.result());
        }
        List<Parameter> parameters = declared.required();
        int wanted = Prototypes.types(function).size();
        if (parameters.isEmpty() || kinds.get(parameters.get(0).plainType()) != TypeKind.OBJECT) {
            return "its first parameter is no PyObject *";
        }
        if (parameters.size() == 2 && kinds.get(parameters.get(1).plainType()) == TypeKind.ANYTHING) {
            return "nothing shows what its second parameter points to";
        }
        if (parameters.size() != wanted) {
            return "it takes " + parameters.size() + (parameters.size() == 1 ? " parameter" : " parameters") + ", not "
                    + wanted;
        }
        return kinds.get(parameters.get(1).plainType()) != TypeKind.POINTER
                ? "its second parameter is no pointer to a pointer"
                : "its third parameter is no pointer to a length";
    }

    /** Lets the compiler try, where the kit does not know the types. */
    private Chosen called(Found found) throws PortException {
        Chosen exact = new Chosen(
                found, Fit.CALLED, List.of(), found.functions().stream().anyMatch(Declaration::inClass));
        List<String> wrong = complaints(exact);
        if (wrong.isEmpty()) {
            return exact;
        }
        Chosen loose = new Chosen(found, Fit.CALLED_WITH_ANY_POINTER, List.of(), false);
        if (found.unit().language() == Language.C
                && found.function().hasOutputs()
                && complaints(loose).isEmpty()) {
            return loose;
        }
        throw refusal(found, "the compiler says " + wrong.get(0).replaceFirst("^.*?error: ", ""));
    }

    private List<String> complaints(Chosen chosen) throws PortException {
        Unit unit = chosen.found().unit();
        return compiler.complaints(
                unit,
                StandIns.prelude(unit.language())
                        + (unit.language() == Language.C ? STRICT : "")
                        + StandIns.function(chosen, unit.language()));
    }

    private static PortException refusal(Found found, String reason) {
        String way = found.functions().isEmpty()
                ? "--adapter FILE takes a few lines of C that give it that signature"
                : "a few lines of C give it that signature: " + KitCommand.NAME + " port "
                        + found.unit().origin().getFileName() + " --adapt " + CythonName.plain(found.name())
                        + " writes them as far as it can, and --adapter FILE takes them";
        return new PortException("The function " + CythonName.plain(found.name()) + " cannot be called as "
                + found.function().cName() + " is: " + reason + "; it is declared: " + found.declaration()
                + "; the original is declared: "
                + Prototypes.of(found.function(), found.function().cName()) + "; "
                + way + ".");
    }
}
