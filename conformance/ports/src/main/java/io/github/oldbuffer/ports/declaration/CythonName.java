package io.github.oldbuffer.ports.declaration;

/** The names that Cython gives functions in C: {@code __pyx_f_3pkg_5bytes_my_read}, with the lengths of the modules' names. */
public final class CythonName {

    private static final String FUNCTION = "__pyx_f_";

    private CythonName() {}

    /** What a function is called in the Cython source; other names are returned as they are. */
    public static String plain(String name) {
        if (!name.startsWith(FUNCTION)) {
            return name;
        }
        int at = FUNCTION.length();
        while (at < name.length() && Character.isDigit(name.charAt(at))) {
            int end = at;
            while (end < name.length() && Character.isDigit(name.charAt(end)) && end - at < 3) {
                end++;
            }
            at = end + Integer.parseInt(name.substring(at, end)) + 1;
        }
        return at < name.length() ? name.substring(at) : name;
    }
}
