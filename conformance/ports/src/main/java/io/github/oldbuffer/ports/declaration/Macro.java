package io.github.oldbuffer.ports.declaration;

import java.nio.file.Path;

/**
 * The definition of a macro.
 *
 * @param parameters with their parentheses; empty where it takes none
 */
public record Macro(String name, String parameters, String body, Path file, int line) {

    /** Whether it does nothing but give something another name. */
    public boolean isAlias() {
        return parameters.isEmpty() && body.matches("[A-Za-z_]\\w*(\\s*::\\s*[A-Za-z_]\\w*)*") && !body.equals(name);
    }

    public String text() {
        return "#define " + name + parameters + " " + body;
    }
}
