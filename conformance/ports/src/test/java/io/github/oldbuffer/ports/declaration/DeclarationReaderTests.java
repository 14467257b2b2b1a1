package io.github.oldbuffer.ports.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationReaderTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            static int f(PyObject *o, const void **b, Py_ssize_t *n) { return 0; } | f | int f(PyObject *o, const void **b, Py_ssize_t *n)
            int f(PyObject*, void const * *, Py_ssize_t *);                         | f | int f(PyObject *, void const **, Py_ssize_t *)
            __attribute__((visibility("default"))) extern int f(void);               | f | int f(void)
            MY_LOCAL(int) f(PyObject *o) { return 0; }                               | f | int f(PyObject *o)
            MAKE(x, int) MAKE(y, int) static inline const char *f(PyObject *o) { return 0; } | f | const char *f(PyObject *o)
            MAKE_GET(x, int) static int f(PyObject *o) { return 0; }                 | f | int f(PyObject *o)
            struct V { V(int x) noexcept : x(x), y(g(x)) { } static int f(V &v); };  | V::f | int V::f(V &v)
            static MY_EXPORT(const char *) a::f(PyObject *o) { return 0; }           | a::f | const char *a::f(PyObject *o)
            namespace a { namespace { int f(int x) { return x; } } }                | a::f | int a::f(int x)
            namespace a::b { inline int f() noexcept { return 0; } }                | a::b::f | int a::b::f(void)
            extern "C" { int f(long n) { if (n) { return 1; } return 0; } }          | f | int f(long n)
            extern "C" int f(unsigned n) { return 0; }                              | f | int f(unsigned n)
            struct V { V() : v{} { } ~V() { } static int f(V &v); };                | V::f | int V::f(V &v)
            class V { int x = 0; public: int f() const { return x; } };             | f | int V::f(void)
            auto f(PyObject *o) -> bool { return true; }                            | f | bool f(PyObject *o)
            template <class T> int f(T *a, std::map<int, T> m = {}) { return 0; }    | f | int f(T *a, std::map<int, T> m)
            int f(const char *names[], int (*g)(int, int)) { return 0; }             | f | int f(const char **names, int(* g)(int, int))
            const std::vector<int> table = {1, 2}; int f(int) { return '{'; }        | f | int f(int)
            struct P { int x; } p; static struct P q = { 1 }; struct P *f(struct P *a) { return a; } | f | struct P *f(struct P *a)
            """)
    void functionsAreReadAsTheyAreDeclared(String source, String name, String text) {
        List<Declaration> found = read(source).named(name);
        assertEquals(1, found.size(), () -> found.toString());
        assertEquals(text, found.get(0).text());
    }

    @Test
    void whatSetsUpMembersIsNoFunction() {
        assertEquals(
                List.of(),
                read("V::V(int x) : a(x), b(g(x)) { } W::W(int x) noexcept : c(x) { }")
                        .functions());
    }

    @Test
    void aUsingDeclarationAndAShortNameLeadToTheFunction() {
        Declarations declarations = read("namespace a { int f(int x) { return x; } } namespace b { int g(); int h(); }"
                + " namespace c { int h(); } using a::f;");
        assertEquals("a::f", declarations.named("f").get(0).name());
        assertEquals("a::f", declarations.named("::a::f").get(0).name());
        assertEquals("b::g", declarations.named("g").get(0).name());
        assertEquals(List.of(), declarations.named("h"), "there are two of it");
    }

    @Test
    void aDefinitionKnowsWhatItsDeclarationSays() {
        List<Declaration> found =
                read("class V { static int f(int x, int y = 1); int g(); }; int V::f(int x, int y) { return 0; } int V::g() { return 1; }")
                        .named("V::f");
        assertEquals(1, found.size());
        assertTrue(found.get(0).isDefinition()
                && found.get(0).isStatic()
                && found.get(0).inClass());
        assertFalse(found.get(0).member());
        assertEquals(1, found.get(0).required().size());
    }

    @Test
    void overloadsAreTold() {
        assertEquals(
                2,
                read("int f(int x) { return x; } int f(long x) { return 1; } int f(int x);")
                        .named("f")
                        .size());
    }

    @Test
    void callsAndWhatStandsInBodiesAreNoDeclarations() {
        Declarations declarations =
                read("int f(int x) { int g(int y); return h(x); } int v = k(1); struct S s = { m(2) };");
        assertEquals(
                1,
                declarations.functions().size(),
                () -> declarations.functions().toString());
    }

    @Test
    void whatASystemsMacroBecomesIsReadInTheUsersFile() {
        Preprocessed text = Preprocessed.of("""
                # 1 "/src/port.c"
                # 1 "/usr/include/python/Python.h" 1 3 4
                int not_the_users(int x) { return x; }
                # 2 "/src/port.c" 2

                # 2 "/src/port.c" 3 4
                __attribute__ ((visibility ("default"))) PyObject*
                # 2 "/src/port.c"
                               PyInit_port(void)
                { return 0; }
                #define my_read(o, b, n) other(o, b, n)
                #define gone 1
                #undef gone
                """);
        Declarations declarations = DeclarationReader.read(text.tokens());
        assertEquals(
                1,
                declarations.functions().size(),
                () -> declarations.functions().toString());
        assertEquals("PyInit_port", declarations.functions().get(0).name());
        assertEquals(
                "#define my_read(o, b, n) other(o, b, n)",
                text.macro("my_read").orElseThrow().text());
        assertTrue(text.macro("gone").isEmpty());
    }

    private static Declarations read(String source) {
        return DeclarationReader.read(
                Preprocessed.of("# 1 \"port.cpp\"\n" + source + "\n").tokens());
    }
}
