package io.github.oldbuffer.spec.exporter;

import java.util.List;

/** In which order the items of an exporter lie. */
public record ItemOrder(Geometry geometry) {

    /** Bytes from one item to the next along each dimension, where the geometry leaves them to the order of C too. */
    public List<Long> strides() {
        if (geometry.strides() != null) {
            return geometry.strides();
        }
        Long[] strides = new Long[geometry.shape().size()];
        long stride = geometry.itemsize();
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= geometry.shape().get(i);
        }
        return List.of(strides);
    }

    /** Whether they lie in the order of C, without gaps. */
    public boolean ofC() {
        return contiguous(true);
    }

    /** Whether they lie in the order of Fortran, without gaps. */
    public boolean ofFortran() {
        return contiguous(false);
    }

    private boolean contiguous(boolean lastFastest) {
        if (geometry.indirect()) {
            return false;
        }
        if (geometry.shape().contains(0L)) {
            return true;
        }
        long expected = geometry.itemsize();
        int dimensions = geometry.shape().size();
        for (int i = 0; i < dimensions; i++) {
            int at = lastFastest ? dimensions - 1 - i : i;
            if (geometry.shape().get(at) > 1 && strides().get(at) != expected) {
                return false;
            }
            expected *= geometry.shape().get(at);
        }
        return true;
    }
}
