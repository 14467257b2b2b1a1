package io.github.oldbuffer.consumers.reproduce;

import io.github.oldbuffer.spec.consumer.PythonObject;
import io.github.oldbuffer.spec.consumer.ScriptedMemory;
import java.util.List;
import java.util.Locale;

/** Python code that makes an object out of {@code content}: the body of a function. */
final class ObjectCode {

    private static final List<String> LAYOUTS = List.of("contiguous", "strided", "reversed", "fortran", "indirect");

    private ObjectCode() {}

    static String of(PythonObject object) {
        return switch (object) {
            case BYTES -> "return bytes(bytearray(content))";
            case BYTES_SUBCLASS -> "return type('Child', (bytes,), {})(content)";
            case BYTEARRAY -> "return bytearray(content)";
            case BYTEARRAY_SUBCLASS -> "return type('Child', (bytearray,), {})(content)";
            case MEMORYVIEW -> "return memoryview(content)";
            case MEMORYVIEW_WRITABLE -> "return memoryview(bytearray(content))";
            case MEMORYVIEW_SLICE -> "return memoryview(b'\\xa5' + content + b'\\xa5')[1:-1]";
            case ARRAY -> "import array\nreturn array.array('B', content)";
            case ARRAY_H -> "import array\nreturn array.array('H', content)";
            case ARRAY_D -> "import array\nreturn array.array('d', content)";
            case MMAP -> "import mmap\nmapped = mmap.mmap(-1, len(content))\nmapped[:] = content\nreturn mapped";
            case MMAP_READONLY -> "import mmap\nreturn mmap.mmap(-1, len(content), access=mmap.ACCESS_READ)";
            case MMAP_LARGE -> "import mmap\nreturn mmap.mmap(-1, (1 << 32) + len(content))";
            case CTYPES -> "import ctypes\nreturn (ctypes.c_char * len(content)).from_buffer_copy(content)";
            case CTYPES_H -> "import ctypes\nreturn (ctypes.c_uint16 * (len(content) // 2)).from_buffer_copy(content)";
            case BYTESIO -> "import io\nreturn io.BytesIO(content).getbuffer()";
            case PICKLE_BUFFER -> "import pickle\nreturn pickle.PickleBuffer(bytearray(content))";
            case PYTHON_CLASS ->
                "return type('Exporting', (), {'__buffer__': lambda self, flags: memoryview(bytearray(content))})()";
            case PYTHON_CLASS_REFUSING ->
                "def refuse(self, flags):\n    raise BufferError('no')\nreturn type('Refusing', (), {'__buffer__': refuse})()";
            case MEMORYVIEW_ROWS -> "return memoryview(content).cast('B', [2, len(content) // 2])";
            case MEMORYVIEW_H -> "return memoryview(content).cast('H')";
            case MEMORYVIEW_STRIDED ->
                "wide = bytearray(b'\\xa5' * (2 * len(content)))\nwide[::2] = content\nreturn memoryview(wide)[::2]";
            case MEMORYVIEW_REVERSED -> "return memoryview(content[::-1])[::-1]";
            case MEMORYVIEW_RELEASED -> "view = memoryview(content)\nview.release()\nreturn view";
            case STR -> "return ''.join(map(chr, content))";
            case INT -> "return len(content)";
            case NONE -> "return None";
            case OBJECT -> "return object()";
            case LIST -> "return list(content)";
        };
    }

    /** Needs the module {@code repro_exporter}; the object that has the log is given back beside it. */
    static String of(ScriptedMemory memory) {
        String arguments = String.format(
                Locale.ROOT,
                "content, %d, '%s', %d, %d, %d, %d, %d, %d",
                LAYOUTS.indexOf(memory.layout()),
                memory.format(),
                size(memory.format()),
                memory.dimensions(),
                memory.readonly() ? 1 : 0,
                memory.place().equals("end") ? 1 : 0,
                memory.nullAddress() ? 1 : 0,
                memory.wiped() ? 1 : 0);
        String made = "made = exporter(" + arguments + ", None, " + (memory.error() == null ? "None" : memory.error())
                + ", " + (memory.owned() ? 0 : 1) + ")\n";
        return memory.redirected()
                ? made + "return exporter(" + arguments + ", made, None, 0), made"
                : made + "return made, made";
    }

    private static int size(String format) {
        return switch (format) {
            case "H" -> 2;
            case "I" -> 4;
            case "d" -> 8;
            default -> 1;
        };
    }
}
