package dev.twinsync.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code twin adopt}, {@code ignore} and {@code config} through the whole command. */
class AdoptCommandTest extends FilesOnly {

    private String state() throws IOException {
        return Files.readString(repo.resolve("state/files.yaml"));
    }

    private String config() throws IOException {
        return Files.readString(repo.resolve("config.yaml"));
    }

    @Test
    void the_content_of_a_file_is_adopted_and_what_is_written_by_hand_stays() throws IOException {
        wish("wished\n");
        commit("wished");
        Files.writeString(motd, "there\n");
        var before = state();
        assertEquals(2, twin("diff").exit());
        var run = ok("adopt " + key());
        assertTrue(run.out().contains(key() + " is wished as it is"), run.out());
        assertEquals(before, state());
        assertEquals("there\n", Files.readString(repo.resolve("filesystem/motd")));
        assertEquals(0, twin("diff").exit());
        assertTrue(ok("adopt --all").out().contains("Nothing to adopt"));
    }

    @Test
    void what_is_gone_is_no_longer_wished_for_and_its_content_goes_too() throws IOException {
        wish("wished\n");
        commit("wished");
        var run = ok("adopt --all --output json");
        assertTrue(run.out().contains("\"became\": \"dropped\""), run.out());
        assertEquals("# wished by hand\nfiles: []\n", state());
        assertFalse(Files.exists(repo.resolve("filesystem/motd")));
        assertEquals(0, twin("status").exit());
    }

    @Test
    void what_could_not_be_committed_is_not_adopted() throws IOException {
        wish("wished\n");
        commit("wished");
        Files.writeString(motd, "there\n");
        var secret = Files.writeString(repo.resolve("state/notes.txt"), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
        assertEquals(8, twin("adopt " + key()).exit());
        assertEquals("wished\n", Files.readString(repo.resolve("filesystem/motd")));
        Files.delete(secret);
        ok("adopt " + key());
        assertEquals("there\n", Files.readString(repo.resolve("filesystem/motd")));
    }

    @Test
    void a_file_that_no_pull_would_take_does_not_come_into_the_repository() throws IOException {
        wish("wished\n");
        commit("wished");
        Files.write(motd, new byte[(64 << 20) + 1]);
        for (String command : List.of("adopt --dry-run ", "adopt ")) {
            var run = twin(command + key());
            assertTrue(run.err().contains("it has more than 64 MiB, which no pull takes"), run::toString);
        }
        assertEquals("wished\n", Files.readString(repo.resolve("filesystem/motd")));
        Files.write(motd, new byte[64 << 20]);
        ok("adopt " + key());
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() throws IOException {
        wish("wished\n");
        var before = state();
        var run = ok("adopt --all --dry-run");
        assertTrue(run.out().contains(key() + " is not wished for any more"), run.out());
        assertEquals(before, state());
    }

    @Test
    void a_dry_run_leaves_out_what_looks_like_a_secret_as_the_real_one_does() throws IOException {
        wish("wished\n");
        commit("wished");
        Files.writeString(motd, "a: b\npassword: Zk93hfQx81LmPq72\n");
        var tried = twin("adopt --all --dry-run");
        assertEquals(4, tried.exit(), tried::toString);
        assertTrue(tried.err().contains("line 2 looks like a secret"), tried.err());
        var real = twin("adopt --all");
        assertEquals(tried.exit(), real.exit());
        assertEquals(tried.err(), real.err());
        assertEquals("wished\n", Files.readString(repo.resolve("filesystem/motd")));
    }

    @Test
    void while_another_git_command_is_at_work_nothing_changes_and_the_next_try_does_it() throws IOException {
        wish("wished\n");
        commit("wished");
        Files.writeString(motd, "there\n");
        var before = config();
        var lock = Files.createFile(repo.resolve(".git/index.lock"));
        var refused = twin("adopt " + key());
        assertEquals(1, refused.exit(), refused::toString);
        assertTrue(refused.err().contains("another Git command is at work"), refused.err());
        assertEquals("wished\n", Files.readString(repo.resolve("filesystem/motd")));
        for (String command : List.of("config set plan_valid_hours 6", "ignore " + key(), "config fs add /srv")) {
            assertEquals(1, twin(command).exit(), command);
            assertEquals(before, config());
        }
        Files.delete(lock);
        assertTrue(ok("adopt " + key()).out().contains("is wished as it is"));
        assertEquals("there\n", Files.readString(repo.resolve("filesystem/motd")));
        assertTrue(ok("config set plan_valid_hours 6").out().startsWith("Set, and recorded"));
    }

    @Test
    void who_adopts_what_is_ignored_hears_that() throws IOException {
        wish("wished\n");
        Files.writeString(motd, "there\n");
        ok("ignore " + key());
        var run = twin("adopt " + key());
        assertEquals(4, run.exit(), run::toString);
        assertTrue(run.err().contains("is ignored in config.yaml"), run.err());
        assertTrue(run.err().contains("twin ignore --repo " + repo + " --remove " + key()), run.err());
        var all = ok("adopt --all");
        assertTrue(all.out().contains("but for what is ignored"), all.out());
    }

    @Test
    void without_a_key_it_wants_to_know_what() {
        assertEquals(64, twin("adopt").exit());
        assertEquals(64, twin("adopt --all packages").exit());
        assertEquals(1, twin("adopt files:/nowhere/at/all").exit());
    }

    @Test
    void what_is_ignored_is_no_difference_until_it_is_no_longer_ignored() throws IOException {
        wish("wished\n");
        assertEquals(2, twin("diff").exit());
        ok("ignore " + key());
        assertTrue(config().startsWith("# mine\n"), config());
        assertEquals(0, twin("diff").exit());
        assertTrue(ok("status").out().contains("1 ignored"));
        assertEquals(key() + "\n", ok("ignore --list").out());
        ok("ignore --remove " + key());
        assertEquals(2, twin("diff").exit());
        assertEquals(1, twin("ignore nonsense:x").exit());
    }

    @Test
    void a_value_is_set_between_the_comments() throws IOException {
        ok("config set plan_valid_hours 3");
        assertTrue(config().startsWith("# mine\n"), config());
        assertTrue(config().endsWith("plan_valid_hours: 3\n"), config());
        assertEquals("3\n", ok("config get plan_valid_hours").out());
        ok("config set files.max_bytes 10");
        assertTrue(config().contains("files: {roots: [/nowhere], max_bytes: 10}"), config());
        assertTrue(ok("config list").out().contains("backup_days: 90  (default)\n"));
        assertTrue(ok("config set files.max_bytes 10").out().contains("says that already"));
    }

    @Test
    void a_slip_is_refused_with_the_nearest_word_and_nothing_changes() throws IOException {
        var before = config();
        var key = twin("config set files.max_byte 10");
        assertEquals(1, key.exit());
        assertTrue(key.err().contains("did you mean \"max_bytes\"?"), key.err());
        var value = twin("config set plan_valid_hours soon");
        assertEquals(1, value.exit());
        assertTrue(value.err().contains("whole number"), value.err());
        assertTrue(twin("config get plan_valid_hour").err().contains("did you mean \"plan_valid_hours\"?"));
        assertEquals(before, config());
    }

    @Test
    void a_number_that_nothing_can_be_reckoned_with_is_refused_with_the_largest_one() throws IOException {
        var before = config();
        var run = twin("config set backup_days 9999999999999999");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("a whole number from 1 to 36500, found \"9999999999999999\""), run.err());
        assertEquals(before, config());
        Files.writeString(repo.resolve("config.yaml"), before + "plan_valid_hours: 99999999999999999\n");
        for (String command : List.of("plan", "config validate", "snapshot")) {
            var told = twin(command);
            assertEquals(1, told.exit(), told::toString);
            var all = told.out() + told.err();
            assertTrue(all.contains("config.yaml:"), all);
            assertTrue(all.contains("a whole number from 1 to 876000"), all);
            assertFalse(all.contains("Exception"), all);
        }
    }

    @Test
    void captured_folders_come_and_go() throws IOException {
        ok("config fs add /srv/www");
        assertEquals("/nowhere\n/srv/www\n", ok("config fs list").out());
        ok("config fs remove /nowhere");
        assertTrue(config().contains("files: {roots: [/srv/www]}"), config());
        assertEquals(1, twin("config fs add srv").exit());
    }
}
