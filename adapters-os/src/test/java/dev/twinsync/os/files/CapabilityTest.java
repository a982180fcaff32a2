package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may do something as root does so with the content that root gave it, and with no other. Only root can try. */
class CapabilityTest {

    private static final String NAME = "security.capability";
    private static final byte[] MAY_LISTEN_ANYWHERE = {1, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final AccountName NOBODY = new AccountName("nobody");
    private static final AccountName NOGROUP = new AccountName("nogroup");

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() {
        assumeTrue(Self.ofThisProcess().isRoot(), "only root may give a capability");
        bench = new Bench(directory);
    }

    private Attempt apply(FileAction action) {
        return bench.files().apply(List.of(action), Progress.SILENT);
    }

    private static String refused(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    private Path capable(String mode, AccountName owner, AccountName group) throws IOException {
        var file = bench.put("tool", "old");
        assertEquals(
                new Attempt.Ran(), apply(new SetAttributes(bench.target("tool"), new FileMode(mode), owner, group)));
        AttributeCalls.set(file, NAME, MAY_LISTEN_ANYWHERE);
        return file;
    }

    private Path capable() throws IOException {
        return capable("0755", AccountName.ROOT, AccountName.ROOT);
    }

    private Write write(String content, String mode, AccountName owner, AccountName group) {
        var write = bench.write("tool", content, mode);
        return new Write(write.path(), write.twinPath(), write.digest(), new FileMode(mode), owner, group);
    }

    private void assertIsLeft(Path file) throws IOException {
        assertEquals("old", Files.readString(file));
        assertArrayEquals(MAY_LISTEN_ANYWHERE, AttributeCalls.value(file, NAME));
        assertEquals(List.of(), bench.leftovers());
    }

    private void assertRefusedAndForetold(Write write) {
        var reason = refused(apply(write));
        assertTrue(reason.contains("it has a capability (security.capability), and others than root"), reason);
        assertTrue(reason.endsWith("setcap -r " + bench.at("tool")), reason);
        var foretold = bench.files().forecast(List.of(write)).get(write.key());
        assertEquals(new Forecast.Impossible(reason), foretold);
    }

    @Test
    void a_file_that_is_given_away_gets_no_capability_of_the_one_it_replaces_and_the_plan_tells() throws IOException {
        var file = capable();
        assertRefusedAndForetold(write("new", "0755", NOBODY, NOGROUP));
        assertIsLeft(file);
    }

    @Test
    void neither_does_one_to_which_the_group_or_everybody_may_write() throws IOException {
        var file = capable();
        assertRefusedAndForetold(write("new", "0775", AccountName.ROOT, NOGROUP));
        assertRefusedAndForetold(write("new", "0757", AccountName.ROOT, AccountName.ROOT));
        assertIsLeft(file);
    }

    /** By mapping it into memory, its owner could have changed it without losing the capability: it is no better than given away. */
    @Test
    void what_was_somebodys_with_a_capability_is_not_replaced_with_it() throws IOException {
        var file = capable("0755", NOBODY, NOGROUP);
        assertRefusedAndForetold(write("new", "0755", NOBODY, NOGROUP));
        assertIsLeft(file);
    }

    @Test
    void what_only_root_may_write_to_keeps_it() throws IOException {
        var file = capable();
        var write = write("new", "0755", AccountName.ROOT, NOGROUP);
        assertFalse(bench.files().forecast(List.of(write)).containsKey(write.key()));
        assertEquals(new Attempt.Ran(), apply(write));
        assertEquals("new", Files.readString(file));
        assertArrayEquals(MAY_LISTEN_ANYWHERE, AttributeCalls.value(file, NAME));
    }

    @Test
    void a_file_of_somebody_does_not_come_back_with_it_and_the_way_out_is_told() throws IOException {
        var file = capable("0755", NOBODY, NOGROUP);
        assertEquals(new Attempt.Ran(), apply(new Delete(bench.target("tool"))));
        var kept = bench.kept.findBeside(bench.target("tool")).orElseThrow().place();
        var back = write("old", "0755", NOBODY, NOGROUP);

        var reason = refused(apply(back));
        assertTrue(reason.contains("it has a capability (security.capability), and others than root"), reason);
        assertTrue(reason.endsWith("to have the file back without that, delete " + kept), reason);
        assertFalse(Files.exists(file));
        assertEquals(List.of(), bench.leftovers());

        Files.delete(Path.of(kept));
        assertEquals(new Attempt.Ran(), apply(back));
        assertEquals(List.of(), AttributeCalls.names(file));
    }

    @Test
    void a_file_of_root_comes_back_with_it() throws IOException {
        var file = capable();
        assertEquals(new Attempt.Ran(), apply(new Delete(bench.target("tool"))));
        assertEquals(new Attempt.Ran(), apply(write("old", "0755", AccountName.ROOT, AccountName.ROOT)));
        assertIsLeft(file);
        assertEquals(Optional.empty(), bench.kept.findBeside(bench.target("tool")));
    }

    /** Whoever the old list lets write could open the new file between the list and the mode, and go on writing. */
    @Test
    void a_list_that_is_carried_over_lets_nobody_in_before_the_mode_does() throws Exception {
        var old = bench.put("x", "old");
        var list = AccessLists.letting(4711);
        AccessLists.put(old, list);
        var beside = bench.put("beside", "new", "rw-------");
        Extras.carry(old, beside);
        assertEquals(0600, Bench.mode(beside));

        assertEquals(new Attempt.Ran(), apply(bench.write("x", "new", "0660")));
        assertArrayEquals(list, AttributeCalls.value(old, AccessLists.NAME));
        assertEquals(0660, Bench.mode(old));
    }
}
