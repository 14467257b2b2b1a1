package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Told;
import java.util.List;

/** What Python says of an object's memory, in the packed form. */
final class ToldForm {

    private static final Told.Memory[] MEMORIES = Told.Memory.values();

    private ToldForm() {}

    static void write(Writer out, Told told) {
        out.oneOf(told.memory());
        if (told.memory() != Told.Memory.SOME) {
            return;
        }
        int dimensions = told.shape().size();
        out.flag(told.readonly());
        out.i32(told.itemsize(), 0, "itemsize");
        out.text8(told.format(), "format");
        out.u8(dimensions, 0, Told.DIMENSIONS, "number of dimensions");
        told.shape().forEach(extent -> out.i64(extent, 0, Long.MAX_VALUE, "extent"));
        Writer.ranged(told.strides().size(), dimensions, dimensions, "number of strides");
        told.strides().forEach(out::i64);
        out.flag(told.indirect());
        SampleForm.write(out, told.sample());
    }

    static Told read(Reader in) throws MalformedException {
        Told.Memory memory = in.oneOf(MEMORIES, "memory");
        if (memory != Told.Memory.SOME) {
            return memory == Told.Memory.NONE ? Told.NONE : Told.UNKNOWN;
        }
        boolean readonly = in.flag("flag readonly");
        int itemsize = in.i32(0, "itemsize");
        String format = in.text8("format");
        int dimensions = in.u8(0, Told.DIMENSIONS, "number of dimensions");
        List<Long> shape = numbers(in, dimensions, 0, "extent");
        List<Long> strides = numbers(in, dimensions, Long.MIN_VALUE, "stride");
        boolean indirect = in.flag("flag indirect");
        Sample sample = SampleForm.read(in);
        return new Told(memory, readonly, itemsize, format, shape, strides, indirect, sample);
    }

    private static List<Long> numbers(Reader in, int count, long least, String what) throws MalformedException {
        Long[] numbers = new Long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.i64(least, Long.MAX_VALUE, what);
        }
        return List.of(numbers);
    }
}
