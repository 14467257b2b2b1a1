package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.form.Limits;
import java.util.List;

/** How far the items of a geometry reach; where they cannot lie in any memory, any number. */
final class Reach {

    private Reach() {}

    /** How far before the first item they reach: 0 or less. */
    static long lowest(List<Long> shape, List<Long> strides) {
        long lowest = 0;
        if (strides != null && !shape.contains(0L)) {
            for (int i = 0; i < shape.size(); i++) {
                lowest += Math.min(0, strides.get(i) * (shape.get(i) - 1));
            }
        }
        return Math.max(lowest, -Limits.LENGTH);
    }

    /** Where the last one ends, in bytes from the start of the memory. */
    static long end(Geometry geometry) {
        long last = geometry.offset();
        long ordered = geometry.itemsize();
        for (int i = geometry.shape().size() - 1; i >= 0; i--) {
            long extent = geometry.shape().get(i);
            if (extent == 0) {
                return geometry.offset();
            }
            long stride =
                    geometry.strides() == null ? ordered : geometry.strides().get(i);
            last += Math.max(0, stride * (extent - 1));
            ordered *= extent;
        }
        return Math.min(Math.max(last + geometry.itemsize(), 0), Limits.LENGTH);
    }
}
