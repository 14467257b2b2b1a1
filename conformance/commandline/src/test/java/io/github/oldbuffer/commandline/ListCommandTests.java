package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListCommandTests {

    @Test
    void clauses_stand_one_a_line_with_the_id_first() {
        Ran ran = Ran.command("list", "clauses");
        assertEquals(ExitStatus.CONFORMS, ran.status());
        assertEquals(Clauses.listed().size(), ran.out().lines().count());
        assertTrue(ran.out().lines().allMatch(line -> line.matches("[A-Z]+-[0-9]+ +[a-z]+ +\\S.*")), ran.out());
    }

    @Test
    void exporters_stand_one_a_line_with_the_word_first() {
        Ran ran = Ran.command("list", "exporters");
        assertEquals(ExporterKind.values().length, ran.out().lines().count());
        assertTrue(ran.out().contains("\nscripted      the kit's own type"), ran.out());
    }

    @Test
    void implementations_stand_before_families_of_them() {
        List<String> ids = Ran.command("list", "implementations")
                .out()
                .lines()
                .map(line -> line.split(" ")[0])
                .toList();
        assertEquals(
                List.of("absent", "broken", "fragile", "idle", "model", "mortal", "right", "wrong", "fake:PATH"), ids);
    }

    @Test
    void every_clause_has_a_page_of_80_columns() {
        Clauses.listed().forEach(clause -> {
            Ran ran = Ran.command("explain", clause.id().toLowerCase(java.util.Locale.ROOT));
            assertEquals(ExitStatus.CONFORMS, ran.status());
            assertTrue(ran.out().startsWith(clause.id() + "  (" + clause.level().word()), ran.out());
            String command = clause.id().startsWith("USE-")
                    ? "call 'module.function(_)'"
                    : clause.id().startsWith("EXP-")
                            ? "object --exporter 'bytearray(8)'"
                            : clause.id().startsWith("STRESS-") ? "stress -i cpython" : "run --clauses " + clause.id();
            assertTrue(ran.out().contains("./conform " + command + "\n"), ran.out());
            assertTrue(ran.out().lines().allMatch(line -> line.length() <= 80), ran.out());
        });
    }

    @Test
    void mutants_stand_one_a_line_with_the_name_and_the_clause_first() {
        Ran ran = Ran.command("list", "mutants");
        assertEquals(ExitStatus.CONFORMS, ran.status());
        assertTrue(
                ran.out().lines().allMatch(line -> line.matches("([A-Z]+-[0-9]+)/[a-z0-9-]+ +\\1 +\\S.*")), ran.out());
        assertTrue(ran.out().lines().count() >= 2L * Clauses.all().size());
    }

    @Test
    void results_of_mutants_show_how_many_were_killed() {
        Ran ran = Ran.command("list", "mutants", "--results");
        assertEquals(ExitStatus.CONFORMS, ran.status());
        assertTrue(ran.out().contains("\nmutants killed: "), ran.out());
        assertEquals(
                ExitStatus.USAGE, Ran.command("list", "clauses", "--results").status());
    }
}
