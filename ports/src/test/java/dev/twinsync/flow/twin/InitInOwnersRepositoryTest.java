package dev.twinsync.flow.twin;

import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.flow.SimulatedTwin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An init where the owner has a repository already, which was none of twin. */
class InitInOwnersRepositoryTest {

    private static final String IGNORE = "# Of twin.\n/logs/*\n!/logs/current/\n";
    private static final String ATTRIBUTES = "* -text\n";
    private static final String WISHES = "state/packages.yaml";

    private final SimulatedTwin twin = new SimulatedTwin();

    private Init.Result init() throws IOException {
        var templates = Map.of(
                "config.yaml", bytes(""),
                "schema/state.schema.json", bytes("{}"),
                ".gitignore", bytes(IGNORE),
                ".gitattributes", bytes(ATTRIBUTES));
        return new Init(twin.twin()).init(templates, Duration.ZERO);
    }

    private Init.Result.Made made() throws IOException {
        return assertInstanceOf(Init.Result.Made.class, init());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void store(String path, String text) throws IOException {
        twin.repo.store(path, new ByteArrayInputStream(bytes(text)));
    }

    private String content(String path) throws IOException {
        try (var in = twin.repo.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** As the owner did, before twin came. */
    private void commit(String path, String text) throws IOException {
        store(path, text);
        twin.repo.commit("mine", Set.of(path)).orElseThrow();
    }

    @Test
    void where_a_wish_cannot_be_read_nothing_is_written() throws IOException {
        commit(WISHES, "my: data");
        assertInstanceOf(Init.Result.Unreadable.class, init());
        assertFalse(twin.repo.exists());
        assertEquals(List.of(), twin.repo.uncommitted(Set.of("config.yaml", ".gitignore", "state", "live", "schema")));
        twin.repo.delete(WISHES);
        made();
    }

    @Test
    void one_that_ended_before_its_commit_goes_on() throws IOException {
        twin.packages.put(installed("htop"));
        commit("README.md", "mine");
        twin.repo.create(Map.of("config.yaml", bytes("")));
        assertTrue(made().commit().isPresent());
        assertInstanceOf(Init.Result.Exists.class, init());
    }

    @Test
    void one_whose_secret_was_allowed_meanwhile_goes_on() throws IOException {
        commit("config.yaml", "");
        twin.wish(present("git"));
        assertTrue(made().commit().isPresent());
        assertEquals(1, twin.plan().actionCount());
    }

    @Test
    void a_repository_that_a_migration_made_is_one_without_a_snapshot_too() throws IOException {
        twin.repo.create(Map.of("config.yaml", bytes(""), "schema/state.schema.json", bytes("{}")));
        twin.repo.commit("twin migrate", Set.of("config.yaml", "schema"));
        assertInstanceOf(Init.Result.Exists.class, init());
    }

    @Test
    void what_git_is_told_is_added_below_what_the_owner_tells_it() throws IOException {
        commit(".gitignore", "caf\u00e9.tmp\r\n!/logs/*\n*.bak");
        commit(".gitattributes", "* text=auto\n");
        var made = made();
        assertEquals("caf\u00e9.tmp\r\n!/logs/*\n*.bak\n" + IGNORE, content(".gitignore"));
        assertEquals("* text=auto\n" + ATTRIBUTES, content(".gitattributes"));
        assertEquals(
                List.of(
                        new Extended(".gitignore", List.of("/logs/*", "!/logs/current/")),
                        new Extended(".gitattributes", List.of("* -text"))),
                made.extended());
        assertEquals(List.of(), twin.repo.uncommitted(Set.of(".gitignore", ".gitattributes")));
    }

    @Test
    void what_git_is_told_already_is_not_told_again() throws IOException {
        var mine = "*.bak\n" + IGNORE.replace("\n", "\r\n") + "# more\n*.tmp\n";
        commit(".gitignore", mine);
        var made = made();
        assertEquals(mine, content(".gitignore"));
        assertEquals(ATTRIBUTES, content(".gitattributes"));
        assertEquals(List.of(), made.extended());
    }

    @Test
    void what_is_taken_back_further_down_is_told_again() throws IOException {
        commit(".gitignore", IGNORE + "!/logs/*\n");
        commit(".gitattributes", ATTRIBUTES + "* text=auto\n");
        assertEquals(2, made().extended().size());
        assertTrue(content(".gitignore").endsWith("!/logs/*\n" + IGNORE));
        assertTrue(content(".gitattributes").endsWith("* text=auto\n" + ATTRIBUTES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.conf text",
                "*.conf text=auto eol=crlf",
                "*.c ident",
                "*.bin filter=lfs diff=lfs",
                "*.reg working-tree-encoding=UTF-16",
                "[attr]lines text"
            })
    void what_changes_the_bytes_of_some_files_is_taken_back_below(String rule) throws IOException {
        commit(".gitattributes", ATTRIBUTES + rule + "\n");
        assertEquals(1, made().extended().size());
        assertEquals(ATTRIBUTES + rule + "\n" + ATTRIBUTES, content(".gitattributes"));
    }

    /** The macro itself may stand above twin's rules, or stand for another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"[attr]lines text", "[attr]more text\n[attr]lines more", "[attr]binary text\n[attr]lines binary"
            })
    void a_name_of_the_owners_for_what_changes_bytes_is_taken_back_below(String macro) throws IOException {
        var mine = macro + "\n" + ATTRIBUTES + "*.conf lines\n";
        commit(".gitattributes", mine);
        assertEquals(1, made().extended().size());
        assertEquals(mine + ATTRIBUTES, content(".gitattributes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.conf -lines", "*.conf !lines", "*.conf diff=lines", "lines -text"})
    void a_name_of_the_owners_that_is_not_given_changes_no_bytes(String rule) throws IOException {
        commit(".gitattributes", "[attr]lines text\n" + ATTRIBUTES + rule + "\n");
        assertEquals(0, made().extended().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*.md diff=markdown", "*.png binary -text", "*.sh eol=lf", "docs/text linguist-documentation"})
    void what_changes_no_bytes_stays_the_last_word(String rule) throws IOException {
        commit(".gitattributes", ATTRIBUTES + rule + "\n");
        assertEquals(0, made().extended().size());
    }
}
