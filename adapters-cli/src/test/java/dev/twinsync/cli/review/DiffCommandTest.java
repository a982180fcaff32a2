package dev.twinsync.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import dev.twinsync.cli.Folders;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code twin diff} through the whole command. */
class DiffCommandTest extends FilesOnly {

    @Test
    void a_machine_does_not_differ_after_init() {
        assertTrue(ok("diff").out().contains("No difference"));
        assertTrue(ok("diff --offline").out().contains("No difference"));
        assertTrue(ok("diff --from HEAD").out().contains("No difference"));
    }

    @Test
    void what_a_file_holds_is_shown_line_by_line_and_painted_only_when_wanted() throws IOException {
        Files.writeString(motd, "one\ntwo\nthree\n");
        wish("one\n2\nthree\n");
        var run = twin("diff");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains(key() + "  changed\n  apply would "), run.out());
        assertTrue(run.out().contains("@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n"), run.out());
        assertFalse(run.out().contains("\u001b"), run.out());
    }

    @Test
    void a_missing_file_is_all_new() throws IOException {
        wish("hello\n");
        var run = twin("diff " + key());
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains(key() + "  missing\n"), run.out());
        assertTrue(run.out().contains("+path: " + motd), run.out());
        assertTrue(run.out().contains("+hello\n"), run.out());
    }

    @Test
    void what_steers_a_terminal_is_spelled_out_and_bytes_are_never_printed() throws IOException {
        Files.writeString(motd, "\u001b[2Jgone\u202e\n");
        wish("hello\n");
        var run = twin("diff");
        assertTrue(run.out().contains("-\\u001b[2Jgone\\u202e\n"), run.out());
        Files.write(motd, new byte[] {(byte) 0xff, 27, '[', '2', 'J'});
        var raw = twin("diff");
        assertTrue(raw.out().contains("content on this machine: 5 bytes, not text in UTF-8, sha256:"), raw.out());
        assertTrue(raw.showsEverything(), raw.out());
    }

    @Test
    void without_the_machine_the_last_snapshot_is_compared() throws IOException {
        Files.writeString(motd, "before\n");
        wish("before\n");
        ok("snapshot");
        Files.writeString(motd, "after\n");
        assertEquals(2, twin("diff").exit());
        assertEquals(0, twin("diff --offline").exit());
        wish("wished\n");
        var run = twin("diff --offline");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains("is not shown: the machine was not asked"), run.out());
    }

    @Test
    void commits_are_compared_with_each_other_and_with_now() throws IOException {
        wish("first\n");
        commit("first");
        wish("second\n");
        var run = twin("diff --from HEAD");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains(key() + "  changed\n"), run.out());
        assertTrue(run.out().contains("-first\n+second\n"), run.out());
        assertEquals(2, twin("diff --from HEAD~1 --to HEAD").exit());
        assertEquals(0, twin("diff --from HEAD --to HEAD").exit());
    }

    @Test
    void what_was_seen_is_compared_too() throws IOException {
        Files.writeString(motd, "one\n");
        wish("one\n");
        ok("snapshot");
        Files.writeString(motd, "other\n");
        ok("snapshot");
        var run = twin("diff --from HEAD~1 --to HEAD --live");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains(key() + "  changed\n"), run.out());
        assertTrue(run.out().contains("-digest: sha256:") || run.out().contains("-sha256:"), run.out());
    }

    @Test
    void another_repository_is_compared_and_nothing_is_changed_in_it() throws IOException {
        var other = folder().resolve("other");
        Folders.copy(repo, other);
        wish("here\n");
        var before = Folders.everything(other);
        var run = twin("diff --with " + other);
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains(key() + "  added\n"), run.out());
        assertTrue(run.out().contains("+here\n"), run.out());
        assertEquals(before, Folders.everything(other));
    }

    @Test
    void a_program_gets_names_sorts_and_lines() throws IOException {
        Files.writeString(motd, "one\n");
        wish("two\n");
        var run = twin("diff --output json");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains("\"sort\": \"changed\""), run.out());
        assertTrue(run.out().contains("\"mark\": \"removed\""), run.out());
        assertTrue(run.out().contains("\"not_seen\": []"), run.out());
    }

    @Test
    void what_does_not_go_together_and_what_is_not_there_is_refused() {
        for (String usage : new String[] {
            "diff --to HEAD", "diff --live", "diff --offline --from HEAD", "diff --from HEAD --with /nowhere"
        }) {
            assertEquals(64, twin(usage).exit(), usage);
        }
        var commit = twin("diff --from nowhere");
        assertEquals(1, commit.exit());
        assertTrue(commit.err().contains("there is no commit \"nowhere\""), commit.err());
        var repo = twin("diff --with /nowhere");
        assertEquals(1, repo.exit());
        assertTrue(repo.err().contains("there is no twin repository at /nowhere"), repo.err());
        var key = twin("diff files:/nowhere");
        assertEquals(1, key.exit());
        assertTrue(key.err().contains("nothing in state/ or on this machine is called that"), key.err());
    }
}
