package io.github.oldbuffer.spec.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags of a request for a view, by the names that CPython's headers give them. */
public final class RequestFlags {

    private static final Pattern NUMBER = Pattern.compile("\\b0x([0-9a-f]{1,8})\\b");
    /** Those that say much in one name come first. */
    private static final Map<String, Integer> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("PyBUF_FULL", 0x11d);
        NAMES.put("PyBUF_FULL_RO", 0x11c);
        NAMES.put("PyBUF_RECORDS", 0x1d);
        NAMES.put("PyBUF_RECORDS_RO", 0x1c);
        NAMES.put("PyBUF_STRIDED", 0x19);
        NAMES.put("PyBUF_CONTIG", 0x9);
        NAMES.put("PyBUF_INDIRECT", 0x118);
        NAMES.put("PyBUF_ANY_CONTIGUOUS", 0x98);
        NAMES.put("PyBUF_F_CONTIGUOUS", 0x58);
        NAMES.put("PyBUF_C_CONTIGUOUS", 0x38);
        NAMES.put("PyBUF_STRIDES", 0x18);
        NAMES.put("PyBUF_ND", 0x8);
        NAMES.put("PyBUF_FORMAT", 0x4);
        NAMES.put("PyBUF_WRITABLE", 0x1);
    }

    private RequestFlags() {}

    /** Such as {@code PyBUF_ANY_CONTIGUOUS|PyBUF_FORMAT}; bits without a name stay a number. */
    public static String of(int flags) {
        for (Map.Entry<String, Integer> name : NAMES.entrySet()) {
            if (name.getValue() == flags) {
                return name.getKey();
            }
        }
        List<String> words = new ArrayList<>();
        int left = flags;
        for (Map.Entry<String, Integer> name : NAMES.entrySet()) {
            int bits = name.getValue();
            // names of several requests at once are for exact matches: a part of them says less than what it is made of
            boolean several =
                    bits == 0x11d || bits == 0x11c || bits == 0x1d || bits == 0x1c || bits == 0x19 || bits == 9;
            if (!several && (flags & bits) == bits && (left & bits) != 0) {
                words.add(name.getKey());
                left &= ~bits;
            }
        }
        if (left != 0) {
            words.add("0x" + Integer.toHexString(left));
        }
        return words.isEmpty() ? "PyBUF_SIMPLE" : String.join("|", words);
    }

    /** Words in which flags are numbers, as earlier kits wrote them, with names. */
    public static String named(String words) {
        Matcher number = NUMBER.matcher(words);
        return number.replaceAll(found -> of(Integer.parseUnsignedInt(found.group(1), 16)));
    }
}
