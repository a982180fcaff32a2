package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import dev.twinsync.cli.terminal.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A plan as a comment on a pull request, through the whole command. */
class PlanMarkdownTest extends FilesOnly {

    @Test
    void a_plan_without_the_machine_says_what_it_was_made_of() throws IOException {
        Files.writeString(motd, "one\n");
        wish("one\n");
        ok("snapshot");
        wish("two\n");
        var run = twin("plan --offline --output markdown");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().startsWith("### twin plan\n\n**0 to create, 1 to change, 0 to remove"), run.out());
        assertTrue(run.out().contains("#### `files.mirror`\n"), run.out());
        assertTrue(run.out().contains("`" + motd + "`: `"), run.out());
        assertTrue(
                run.out().matches("(?s).*from what a snapshot saw that was committed at `20[^`]*Z`\\.\n"), run.out());
    }

    @Test
    void nothing_to_do_is_said_and_is_no_failure() {
        var run = ok("plan --output markdown");
        assertTrue(run.out().contains("Nothing to do"), run.out());
        assertTrue(run.out().contains("Made with a look at the machine."), run.out());
    }

    @Test
    void what_a_wish_is_called_is_code_and_nothing_else() throws IOException {
        Files.writeString(
                repo.resolve("state/files.yaml"),
                "files:\n  - {path: \"/etc/`x` @all <img src=x> ![a](b)\", type: directory}\n");
        var run = twin("plan --output markdown");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains("``/etc/`x` @all <img src=x> ![a](b)``"), run.out());
    }

    @Test
    void code_holds_whatever_it_is_given() {
        assertEquals("`a b`", Markdown.code("a b"));
        assertEquals("`` `a` ``", Markdown.code("`a`"));
        assertEquals("```a``b```", Markdown.code("a``b"));
        assertEquals("`a\\u000ab`", Markdown.code("a\nb"));
        assertFalse(Markdown.code("").isBlank());
    }

    @Test
    void other_commands_do_not_take_it() {
        assertEquals(64, twin("status --output markdown").exit());
    }

    @Test
    void documents_that_twin_writes_name_their_schema_for_all_editors() throws IOException {
        for (String path : new String[] {"state/files.yaml", "state/logs_config.yaml"}) {
            assertTrue(
                    Files.readString(repo.resolve(path))
                            .startsWith("# yaml-language-server: $schema=../schema/state.schema.json\n"
                                    + "# $schema: ../schema/state.schema.json\n"),
                    path);
        }
    }
}
