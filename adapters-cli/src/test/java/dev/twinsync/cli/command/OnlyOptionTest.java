package dev.twinsync.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --only} where a name has a comma in it. */
class OnlyOptionTest extends FilesOnly {

    private String place;

    @BeforeEach
    void two_files_with_commas_are_wished() throws IOException {
        place = Files.createDirectory(folder().resolve(motd.getFileName() + ".d"))
                .toString();
        Files.writeString(repo.resolve("state/files.yaml"), "files:\n" + dir("a,b") + dir("a,c") + dir("a"));
    }

    private String dir(String name) {
        return "  - {path: \"" + place + "/" + name + "\", type: directory, mode: \"0755\"}\n";
    }

    @Test
    void a_backslash_keeps_the_comma_in_the_name() {
        var run = twin("plan --only files:" + place + "/a\\,b");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains(place + "/a,b"), run::toString);
        assertFalse(run.out().contains("a,c"), run::toString);
    }

    @Test
    void beside_others_it_is_one_of_them() {
        var run = twin("plan --only files:" + place + "/a\\,b,files:" + place + "/a");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains("Plan: 2 to create"), run::toString);
        assertFalse(run.out().contains("a,c"), run::toString);
    }

    @Test
    void what_is_selected_so_is_applied() {
        twin("plan");
        var run = twin("apply --yes --no-sudo --only files:" + place + "/a\\,b");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(Files.isDirectory(Path.of(place, "a,b")), run::toString);
        assertFalse(Files.exists(Path.of(place, "a,c")), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plan"})
    void what_is_told_of_a_name_can_be_pasted_into_a_shell(String command) {
        var run = twin(command + " --only files:/etc/x\\,y");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("--only 'files:/etc/x\\,y': nothing in state/ is called that"), run::toString);
    }

    @Test
    void who_forgot_the_backslash_is_told_of_it() {
        var run = twin("plan --only files:" + place + "/a,c");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("a comma in a name is written \\,"), run::toString);
        assertFalse(twin("plan --only pakages").err().contains("comma"), "where there was none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plan", "apply"})
    void the_help_says_how(String command) {
        var help = ok(command + " --help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("--only=WHAT[,WHAT...]"), help);
        assertTrue(help.contains("a comma in a name is written \\,"), help);
    }
}
