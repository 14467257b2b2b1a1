package io.github.oldbuffer.spec.exporter;

/**
 * A description, as data, of an object that a scenario makes.
 *
 * <p>Lengths are in bytes unless a component says items; a {@code seed} names the object's contents as
 * {@link Pattern} lays them down. An exporter may contain another one (a memoryview of an array, a scripted exporter
 * that redirects to a bytearray); the inner one becomes an object of its own that no step can name.
 */
public sealed interface Exporter
        permits Bytes,
                ByteArray,
                NonBuffer,
                Array,
                MemoryView,
                Mmap,
                Ctypes,
                PythonClass,
                Scripted,
                PythonExpression,
                MadeOfBytes {

    /** The word that JSON, reports and {@code ./conform list exporters} use for this kind. */
    default ExporterKind kind() {
        return ExporterKind.of(this);
    }
}
