package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list, whose length stands before its items in the packed form.
 *
 * @param width of the length
 * @param leastBytes that an item takes, where more than the bytes that follow can hold is refused at once; otherwise 0
 * @param what the length is called in messages about the packed form
 */
public record Many<T>(Shape<T> item, int most, Small.Width width, int leastBytes, String what)
        implements Shape<List<T>> {

    /** A list with a length of one byte. */
    public static <T> Many<T> of(Shape<T> item, int most, String what) {
        return new Many<>(item, most, Small.Width.U8, 0, what);
    }

    @Override
    public void pack(Writer out, List<T> value) {
        if (width == Small.Width.U8) {
            out.u8(value.size(), 0, most, what);
        } else {
            out.u16(value.size(), most, what);
        }
        packItems(out, value);
    }

    @Override
    public List<T> unpack(Reader in) throws MalformedException {
        return unpackItems(in, width == Small.Width.U8 ? in.u8(0, most, what) : in.u16(most, what));
    }

    /** Items whose number stands elsewhere. */
    public void packItems(Writer out, List<T> items) {
        for (int i = 0; i < items.size(); i++) {
            item.pack(out, items.get(i));
        }
    }

    /** Items whose number is known. */
    @SuppressWarnings("unchecked")
    public List<T> unpackItems(Reader in, int count) throws MalformedException {
        if (count == 0) {
            return List.of();
        }
        Object[] items = new Object[leastBytes == 0 ? count : in.backed(count, leastBytes, what)];
        for (int i = 0; i < items.length; i++) {
            items[i] = item.unpack(in);
        }
        return (List<T>) List.of(items);
    }

    @Override
    public JsonNode json(List<T> value) {
        ArrayNode list = JSON.arrayNode(value.size());
        value.forEach(each -> list.add(item.json(each)));
        return list;
    }

    @Override
    public List<T> parse(Value value) throws JsonException {
        return value.list(most, item::parse);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JSON.objectNode().put("type", "array").put("maxItems", most);
        return schema.set("items", item.schema(definitions));
    }

    @Override
    public List<T> code(Coder coder, List<T> like) {
        return code(coder, like, items -> true);
    }

    /** Only items with which the list makes sense; the others are left out. */
    public List<T> code(Coder coder, List<T> like, Predicate<List<T>> sense) {
        int count = (int) coder.number(0, most, like == null ? 0 : like.size());
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(item.code(coder, like != null && i < like.size() ? like.get(i) : null));
            if (!sense.test(items)) {
                items.remove(items.size() - 1);
            }
        }
        return items;
    }

    /** Items whose number is known. */
    public List<T> codeItems(Coder coder, List<T> like, int count) {
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(item.code(coder, like != null && i < like.size() ? like.get(i) : null));
        }
        return items;
    }

    @Override
    public String bytes(String name) {
        String each = item instanceof Record || item instanceof Choice ? name : item.bytes("each");
        return (width == Small.Width.U8 ? "u8 " : "u16 ") + "count of " + name + " (0.." + most + "), " + each;
    }
}
