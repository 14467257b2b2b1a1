package io.github.oldbuffer.suite.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * What scenarios are to be about.
 *
 * @param clause the clause that they exercise
 * @param casts each a sort of object and a program for it
 * @param scenes each a recipe of a cast's and its program; scenarios take turns with them, so that none is left to luck
 * @param demands what the clause's property must have seen
 */
public record Theme(String clause, List<Cast> casts, List<Scene> scenes, List<Demand> demands) {
    public Theme {
        casts = List.copyOf(casts);
        scenes = List.copyOf(scenes);
        demands = List.copyOf(demands);
    }

    static Theme of(String clause, List<Demand> demands, Cast... casts) {
        List<Scene> scenes = new ArrayList<>();
        for (Cast cast : casts) {
            cast.want().recipes().forEach(recipe -> scenes.add(new Scene(recipe, cast.program())));
        }
        return new Theme(clause, List.of(casts), scenes, demands);
    }

    /** A sort of object and what is done with it. */
    record Cast(Want want, Program program) {}

    /** One way to make the object, and what is done with it. */
    record Scene(Recipe recipe, Program program) {}
}
