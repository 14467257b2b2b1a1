package io.github.oldbuffer.ports.declaration;

/**
 * A parameter of a function.
 *
 * @param type as it is spelled
 * @param name empty where it has none
 * @param optional whether it has a default, as C++ allows, or was added by Cython
 */
public record Parameter(String type, String name, boolean optional) {

    /** The type without what does not matter to callers, in one spelling: {@code const void**}. */
    public String plainType() {
        return plain(type);
    }

    public static String plain(String type) {
        String words = type.replaceAll(
                "\\b(struct|register|restrict|__restrict|__restrict__|volatile|_Nonnull|_Nullable)\\b", " ");
        int star = words.indexOf('*') < 0 ? words.indexOf('&') : words.indexOf('*');
        String base = star < 0 ? words : words.substring(0, star);
        String stars = star < 0 ? "" : words.substring(star).replaceAll("const|\\s", "");
        boolean constant = base.matches(".*\\bconst\\b.*") && !stars.isEmpty();
        String name = base.replaceAll("\\bconst\\b", " ").strip().replaceAll("\\s+", " ");
        return (constant ? "const " : "")
                + name.replaceAll("\\s*::\\s*", "::").replaceAll("^(::)?(std::)?", "")
                + stars;
    }
}
