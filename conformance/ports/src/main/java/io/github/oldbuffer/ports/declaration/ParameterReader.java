package io.github.oldbuffer.ports.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands between the parentheses of a function. */
public final class ParameterReader {

    /** Words that make a type, so that a word behind one of them alone may be a name and these never are. */
    private static final Set<String> TYPE_WORDS = Set.of(
            "int",
            "void",
            "char",
            "long",
            "short",
            "unsigned",
            "signed",
            "float",
            "double",
            "bool",
            "_Bool",
            "const",
            "volatile");

    private static final Set<String> OPENERS =
            Set.of("struct", "enum", "union", "class", "const", "volatile", "register");

    /** What Cython adds to what the user wrote; its callers give 0 for them. */
    private static final Set<String> OF_CYTHON = Set.of("__pyx_skip_dispatch", "__pyx_optional_args");

    private ParameterReader() {}

    /** Whether a parameter is none of the user's, but one that Cython added. */
    public static boolean isAdded(Parameter parameter) {
        return OF_CYTHON.contains(parameter.name());
    }

    public static List<Parameter> read(List<Token> tokens) {
        List<Parameter> parameters = new ArrayList<>();
        List<Token> one = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += "([{<".contains(token.text()) ? 1 : ")]}>".contains(token.text()) ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parameters.add(parameter(one));
                one.clear();
            } else {
                one.add(token);
            }
        }
        if (!one.isEmpty()
                && !(parameters.isEmpty() && one.size() == 1 && one.get(0).is("void"))) {
            parameters.add(parameter(one));
        }
        return parameters;
    }

    private static Parameter parameter(List<Token> written) {
        List<Token> tokens = Heads.withoutAttributes(written);
        int end = 0;
        while (end < tokens.size() && !tokens.get(end).is("=")) {
            end++;
        }
        boolean hasDefault = end < tokens.size();
        List<Token> declared = new ArrayList<>(tokens.subList(0, end));
        String array = "";
        while (declared.size() > 2 && declared.get(declared.size() - 1).is("]")) {
            int open = declared.size() - 1;
            while (open > 0 && !declared.get(open).is("[")) {
                open--;
            }
            declared = new ArrayList<>(declared.subList(0, open));
            array += "*";
        }
        int last = declared.size() - 1;
        boolean named = last > 0
                && declared.get(last).isWord()
                && !TYPE_WORDS.contains(declared.get(last).text())
                && !declared.get(last - 1).is("::")
                && !declared.subList(0, last).stream().allMatch(token -> OPENERS.contains(token.text()));
        String name = named ? declared.get(last).text() : "";
        String type = Spelling.of(named ? declared.subList(0, last) : declared);
        String whole = array.isEmpty() || type.endsWith("*") ? type + array : type + " " + array;
        return new Parameter(whole, name, hasDefault || OF_CYTHON.contains(name));
    }
}
