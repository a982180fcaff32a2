package dev.twinsync.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.FilesOnly;
import dev.twinsync.port.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code doctor} and {@code snapshot} say of rules by which git changes files of the machine; what they advise, helps. */
class BytesCheckTest extends FilesOnly {

    private static final String SOUND = "ok     bytes: git gives back the machine's files byte for byte";

    @BeforeEach
    void a_file_of_the_machine() throws IOException {
        wish("a\n");
        commit("mine");
    }

    private void add(String file, String text) throws IOException {
        Files.createDirectories(repo.resolve(file).getParent());
        Files.writeString(repo.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void commitAll() throws IOException {
        var git = new GitProgram(repo);
        git.run("add", "-A", "--", ".gitattributes", "filesystem");
        git.run("commit", "-q", "-m", "rules");
    }

    private void assertDoctorSays(String... parts) {
        var run = twin("doctor");
        for (String part : parts) {
            assertTrue(run.out().contains(part), run::toString);
        }
    }

    private boolean isWarned() {
        return ok("snapshot").err().contains("git may change the bytes of ");
    }

    private String inClone(String name) throws IOException {
        var clone = Path.of(repo + "-" + name);
        new GitProgram(repo).run("clone", "-q", "-c", "core.autocrlf=true", ".", clone.toString());
        return Files.readString(clone.resolve("filesystem/motd"));
    }

    @Test
    void after_an_init_nothing_is_said() throws IOException {
        assertDoctorSays(SOUND);
        assertFalse(isWarned());
        assertEquals("a\n", inClone("clone"));
    }

    @Test
    void a_rule_of_the_owners_is_told_with_its_line_until_the_line_that_is_advised_is_committed() throws IOException {
        add(".gitattributes", "/docs/** text\nmotd text eol=crlf\n");
        commitAll();
        int line = Files.readAllLines(repo.resolve(".gitattributes")).size();
        assertDoctorSays(
                "FAULT  bytes: git may change the bytes of filesystem/motd because of .gitattributes:" + line
                        + ", which says \"motd text eol=crlf\"\n",
                "→ write at the end of .gitattributes, and commit it:"
                        + " /filesystem/** -text -ident !filter !working-tree-encoding\n");
        assertTrue(isWarned());

        add(".gitattributes", "/filesystem/** -text -ident !filter !working-tree-encoding\n");
        assertDoctorSays(
                ".gitattributes:" + line + " of the last commit, which says", "→ commit .gitattributes as it is now\n");
        assertTrue(isWarned());
        commitAll();
        assertDoctorSays(SOUND);
        assertFalse(isWarned());
        assertEquals("a\n", inClone("clone"));
        assertEquals(
                "docs/a: text: set", new GitProgram(repo).run("check-attr", "text", "docs/a"), "the owner's files");
    }

    @ParameterizedTest
    @CsvSource({
        "filesystem/.gitattributes, and commit it: what the machine calls .gitattributes is kept as %.gitattributes",
        ".git/info/attributes, ''"
    })
    void a_rule_elsewhere_is_to_be_taken_out_there(String file, String why) throws IOException {
        add(file, "# mine\nmotd text\n");
        assertDoctorSays(
                file + ":2, which says \"motd text\"\n",
                "→ take that out of " + file + (why.isEmpty() ? "\n" : ", " + why));
        assertTrue(isWarned());
        Files.writeString(repo.resolve(file), "motd diff\n");
        if (!file.startsWith(".git/")) {
            commitAll();
        }
        assertDoctorSays(SOUND);
        assertFalse(isWarned());
    }

    /** Git takes the file for unchanged. */
    @Test
    void what_git_stored_otherwise_is_told_once_the_rules_are_in_order_and_what_is_advised_helps() throws IOException {
        wish("a\r\n");
        Files.setLastModifiedTime(
                repo.resolve("filesystem/motd"), FileTime.fromMillis(1_000_000)); // so git need not read it
        add(".gitattributes", "motd text\n");
        commitAll();
        add(".gitattributes", "/filesystem/** -text -ident !filter !working-tree-encoding\n");
        commitAll();
        assertFalse(isWarned());
        assertEquals("a\n", inClone("first"));
        var advice = Pattern.compile(
                        "note   bytes: the last commit does not have the bytes of filesystem/motd that stand here\n"
                                + " +→ git -C \\S+ (.*) && git -C \\S+ (.*) && git -C \\S+ commit\n")
                .matcher(twin("doctor").out());
        assertTrue(advice.find());
        new GitProgram(repo).run(advice.group(1).split(" "));
        new GitProgram(repo).run(advice.group(2).split(" "));
        new GitProgram(repo).run("commit", "-q", "-m", "as it is");
        assertDoctorSays(SOUND);
        assertEquals("a\r\n", inClone("second"));
    }

    @Test
    void without_any_rule_twin_is_as_sound_and_the_rule_is_told() throws IOException {
        Files.delete(repo.resolve(".gitattributes"));
        assertDoctorSays(
                "note   bytes: git may change the bytes of filesystem/motd: .gitattributes does not say what is to be of"
                        + " filter, ident, text, working-tree-encoding\n",
                "→ write at the end of .gitattributes, and commit it: /filesystem/** -text");
        assertTrue(isWarned());
    }

    @Test
    void an_init_says_what_it_does_not_mend() throws IOException {
        var other = Path.of(repo + "-other");
        Files.createDirectories(other.resolve("filesystem"));
        Files.copy(repo.resolve("config.yaml"), other.resolve("config.yaml"));
        Files.writeString(other.resolve("filesystem/a"), "a\n");
        Files.writeString(other.resolve("filesystem/.gitattributes"), "a text\n");
        var run = CommandRun.in(other, "init");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(
                run.err()
                        .contains(
                                "twin: git may change the bytes of filesystem/a because of filesystem/.gitattributes:1"),
                run::toString);
    }
}
