package io.github.oldbuffer.ports.place;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Token;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Place;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a port's source to look, as its text tells: the request that lacks its release, the flags that are wrong, the
 * write to an output on failure.
 *
 * @param texts of the port's functions
 * @param origins of sources that were generated
 */
public record Places(Map<Function, FunctionText> texts, Map<Path, Path> origins) {

    public Places {
        texts = Map.copyOf(texts);
        origins = Map.copyOf(origins);
    }

    /** The place; empty where the port has no source for the function. */
    public Optional<Place> of(Finding finding) {
        FunctionText text = Arrays.stream(Function.values())
                .filter(each -> each.cName().equals(finding.function()))
                .map(texts::get)
                .filter(found -> found != null)
                .findFirst()
                .or(() -> texts.size() == 1 ? texts.values().stream().findFirst() : Optional.empty())
                .orElse(null);
        if (text == null || text.functions().isEmpty()) {
            return Optional.empty();
        }
        for (Sought sought : Sought.of(finding)) {
            for (Declaration function : text.functions()) {
                Optional<Token> found = new BodySearch(function).find(sought, finding);
                if (found.isPresent()) {
                    return Optional.of(
                            place(function, found.get().file(), found.get().line()));
                }
            }
        }
        Declaration first = text.functions().get(0);
        return Optional.of(place(first, first.file(), first.line()));
    }

    /** In the function's file as the user knows it. */
    private Place place(Declaration function, Path file, int line) {
        Path origin = origins.get(file);
        int own = origin == null ? line : line + shift(function, origin);
        return Excerpt.around(FunctionText.name(function), origin == null ? file : origin, own);
    }

    /** A generator that copies a function as it stands moves all its lines alike. */
    private static int shift(Declaration function, Path origin) {
        List<String> written = Excerpt.lines(function.file());
        List<String> own = Excerpt.lines(origin);
        if (function.line() > written.size()) {
            return 0;
        }
        String head = written.get(function.line() - 1).strip();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).strip().equals(head)) {
                return i + 1 - function.line();
            }
        }
        return 0;
    }
}
