package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only root can arrange: full, read-only and immutable places, mounts, and directories of other people. */
@Tag("lab")
class RootLabTest {

    private final Path directory = Path.of("/srv/twin-test");
    private Bench bench;

    @BeforeEach
    void furnish() throws Exception {
        run("rm", "-rf", "--one-file-system", directory.toString());
        Files.createDirectories(directory);
        bench = new Bench(directory);
    }

    @AfterEach
    void clear() {
        new SystemCommandRunner().run(Command.of("umount", bench.at("mount").toString()));
        new SystemCommandRunner().run(Command.of("chattr", "-i", bench.at("x").toString()));
    }

    private static void run(String program, String... arguments) {
        var result = new SystemCommandRunner().run(Command.of(program, arguments));
        assertTrue(result instanceof Result.Ended ended && ended.exit() == 0, () -> result.inWords(program));
    }

    private Attempt apply(FileAction action) {
        return bench.files().apply(List.of(action), Progress.SILENT);
    }

    private static String refused(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    private void assertForetold(String because, FileAction action) {
        var forecast = bench.files().forecast(List.of(action)).get(action.key());
        var reason = assertInstanceOf(Forecast.Impossible.class, forecast).reason();
        assertTrue(reason.contains(because), reason);
    }

    private void mountSmall() throws Exception {
        Files.createDirectory(bench.at("mount"));
        run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=64k,mode=0755",
                "tmpfs",
                bench.at("mount").toString());
    }

    @Test
    void a_full_disk_keeps_the_old_and_nothing_beside_it() throws Exception {
        mountSmall();
        bench.put("mount/x", "old");
        var reason = refused(apply(bench.write("mount/x", "new ".repeat(50_000), "0644")));
        assertTrue(reason.contains("make room"), reason);
        assertEquals("old", Files.readString(bench.at("mount/x")));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void where_what_stood_there_cannot_be_kept_for_lack_of_room_nothing_is_changed() throws Exception {
        mountSmall();
        bench.put("x", "old ".repeat(50_000));
        var files = new MirroredFiles(
                bench,
                new KeptContent(bench.at("mount/kept")),
                bench.rules(1 << 20),
                bench.repository,
                Bench.NO_PROGRAMS);
        var reason = refused(files.apply(List.of(new Delete(bench.target("x"))), Progress.SILENT));
        assertTrue(reason.contains("could not be kept for undo") && reason.contains("make room"), reason);
        assertEquals("old ".repeat(50_000), Files.readString(bench.at("x")));
        try (var kept = Files.list(bench.at("mount/kept"))) {
            assertEquals(List.of(), kept.toList());
        }
    }

    @Test
    void a_read_only_file_system_is_named_as_one() throws Exception {
        mountSmall();
        bench.put("mount/x", "old");
        run("mount", "-o", "remount,ro", bench.at("mount").toString());
        var write = bench.write("mount/x", "new", "0644");
        var reason = refused(apply(write));
        assertTrue(reason.contains("mounted writable"), reason);
        assertForetold("mounted writable", write);
    }

    @Test
    void a_folder_that_is_bound_read_only_is_named_as_one() throws Exception {
        Files.createDirectory(bench.at("mount"));
        bench.put("mount/x", "old");
        run("mount", "--bind", bench.at("mount").toString(), bench.at("mount").toString());
        run("mount", "-o", "remount,ro,bind", bench.at("mount").toString());
        var write = bench.write("mount/x", "new", "0644");
        assertForetold("mounted writable", write);
        assertTrue(refused(apply(write)).contains("mounted writable"));
        assertEquals("old", Files.readString(bench.at("mount/x")));
    }

    @Test
    void an_immutable_file_keeps_its_content_and_lsattr_is_named() throws Exception {
        bench.put("x", "old");
        run("chattr", "+i", bench.at("x").toString());
        var write = bench.write("x", "new", "0644");
        var reason = refused(apply(write));
        assertTrue(reason.contains("lsattr"), reason);
        assertForetold("lsattr", write);
        assertForetold("lsattr", new Delete(bench.target("x")));
        assertEquals("old", Files.readString(bench.at("x")));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void a_file_that_is_mounted_from_elsewhere_is_refused() throws Exception {
        bench.put("source", "old");
        bench.put("mount", "");
        run("mount", "--bind", bench.at("source").toString(), bench.at("mount").toString());
        var reason = refused(apply(bench.write("mount", "new", "0644")));
        assertTrue(reason.contains("something is mounted there"), reason);
        assertEquals("old", Files.readString(bench.at("source")));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void another_file_system_below_a_root_is_not_entered() throws Exception {
        mountSmall();
        bench.put("mount/x", "there");
        var seen = (Observation.Seen<LiveFile>) bench.files().observe(Scope.everything());
        assertTrue(seen.find(bench.at("mount/x").toString()).isEmpty());
        assertTrue(seen.gapOver(bench.at("mount/x").toString()).isPresent());
    }

    @Test
    void a_directory_of_somebody_else_is_no_firm_ground_for_root() throws Exception {
        Files.createDirectory(bench.at("hers"));
        run("chown", "alice:alice", bench.at("hers").toString());
        var reason = refused(apply(bench.write("hers/x", "new", "0644")));
        assertTrue(reason.contains("belongs to alice"), reason);
    }

    @Test
    void a_group_that_is_not_trusted_is_no_firm_ground_and_staff_is() throws Exception {
        Files.createDirectory(bench.at("g"));
        run("chmod", "2775", bench.at("g").toString());
        run("chgrp", "adm", bench.at("g").toString());
        assertTrue(refused(apply(bench.write("g/x", "new", "0644"))).contains("the group adm may write"));
        run("chgrp", "staff", bench.at("g").toString());
        assertEquals(new Attempt.Ran(), apply(bench.write("g/sub/x", "new", "0644")));
        assertEquals(0755, Bench.mode(bench.at("g/sub")));
        assertEquals(
                "root", Files.getAttribute(bench.at("g/sub"), "posix:group").toString());
    }

    @Test
    void a_file_of_somebody_else_in_a_shared_directory_is_not_changed() throws Exception {
        Files.createDirectory(bench.at("shared"));
        run("chmod", "1777", bench.at("shared").toString());
        bench.put("shared/x", "hers");
        run("chown", "alice", bench.at("shared/x").toString());
        var set = new SetAttributes(bench.target("shared/x"), new FileMode("4755"), AccountName.ROOT, AccountName.ROOT);
        assertTrue(refused(apply(set)).contains("belongs to alice"));
    }

    @Test
    void a_number_is_refused_where_the_account_has_a_name() throws Exception {
        var planned = bench.write("x", "new", "0644");
        var write = new Write(
                planned.path(),
                planned.twinPath(),
                planned.digest(),
                planned.mode(),
                new AccountName("1000"),
                AccountName.ROOT);
        assertEquals("the user 1000 is called alice on this machine; write alice in state/", refused(apply(write)));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void giving_a_file_away_takes_set_user_id_only_if_that_is_wished() throws Exception {
        bench.put("x", "tool");
        run("chmod", "4755", bench.at("x").toString());
        var alice = new AccountName("alice");
        apply(new SetAttributes(bench.target("x"), new FileMode("4750"), alice, alice));
        assertEquals(04750, Bench.mode(bench.at("x")));
        apply(new SetAttributes(bench.target("x"), new FileMode("0750"), AccountName.ROOT, alice));
        assertEquals(0750, Bench.mode(bench.at("x")));
    }

    private static String text(String program, String... arguments) {
        return ((Result.Ended) new SystemCommandRunner().run(Command.of(program, arguments))).text();
    }

    @Test
    void a_deleted_file_of_somebody_comes_back_with_what_only_root_may_set() throws Exception {
        var path = bench.put("x", "old", "rw-rw----");
        var nobody = new AccountName("nobody");
        var group = new AccountName("nogroup");
        apply(new SetAttributes(bench.target("x"), new FileMode("4770"), nobody, group));
        AttributeCalls.set(path, "trusted.colour", new byte[] {7});
        AttributeCalls.set(path, AccessLists.NAME, AccessLists.of(4711, 1, 7, 2, 6, 4, 0, 0x10, 7, 0x20, 0));
        assertEquals(new Attempt.Ran(), apply(new Delete(bench.target("x"))));
        var old = bench.write("x", "old", "4770");
        var back = new Write(old.path(), old.twinPath(), old.digest(), old.mode(), nobody, group);
        assertEquals(new Attempt.Ran(), apply(back));
        assertEquals(04770, Bench.mode(path));
        assertArrayEquals(new byte[] {7}, AttributeCalls.value(path, "trusted.colour"));
        assertArrayEquals(
                AccessLists.of(4711, 1, 7, 2, 6, 4, 0, 0x10, 7, 0x20, 0), AttributeCalls.value(path, AccessLists.NAME));
    }

    /** Needs the packages attr and acl. */
    @Test
    void access_lists_and_attributes_survive_a_replacement_and_the_mode_is_the_wished_one() throws Exception {
        var path = bench.put("x\\y", "old").toString();
        run("setfattr", "-n", "trusted.colour", "-v", "red", path);
        run("setfacl", "-m", "u:alice:rw", path);
        var files = bench.files(new SystemCommandRunner());
        assertEquals(new Attempt.Ran(), files.apply(List.of(bench.write("x\\y", "new", "0640")), Progress.SILENT));
        assertEquals("new", Files.readString(Path.of(path)));
        assertEquals(0640, Bench.mode(Path.of(path)));
        assertTrue(text("getfattr", "-n", "trusted.colour", "--absolute-names", path)
                .contains("\"red\""));
        assertTrue(text("getfacl", "-cpE", path).contains("user:alice:rw-\n"));
    }
}
