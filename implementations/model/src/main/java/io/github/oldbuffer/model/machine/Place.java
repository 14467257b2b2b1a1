package io.github.oldbuffer.model.machine;

/**
 * Which exporter of a scenario an object was made from.
 *
 * @param object the scenario's number of the outermost object
 * @param depth 0 for the object itself, 1 for the exporter inside its exporter, and so on
 */
public record Place(int object, int depth) {

    /** The place of the exporter inside the exporter of this one. */
    public Place inner() {
        return new Place(object, depth + 1);
    }
}
