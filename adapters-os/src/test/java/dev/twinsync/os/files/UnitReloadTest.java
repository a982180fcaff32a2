package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.os.Heard;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unit files, here those below a folder {@code units}, are written and deleted, and systemd hears of it. */
class UnitReloadTest {

    private static final String RELOAD = "systemctl --no-pager --no-ask-password daemon-reload";
    private static final String REMEDY = "run: systemctl daemon-reload";

    @TempDir
    Path directory;

    private final ScriptedCommands commands = new ScriptedCommands();
    private Bench bench;
    private Path run;

    @BeforeEach
    void a_machine_with_systemd() throws IOException {
        bench = new Bench(directory);
        run = directory.resolve("run");
        Files.createDirectories(run.resolve("systemd/system"));
        commands.answer(RELOAD, "");
    }

    private MirroredFiles files() {
        return new MirroredFiles(
                bench,
                bench.kept,
                bench.rules(1 << 20),
                bench.repository,
                Bench.NO_PROGRAMS,
                KnownContent.NONE,
                new UnitReload(commands, run, path -> path.text().contains("/units/")));
    }

    private Attempt apply(FileAction... actions) {
        return files().apply(List.of(actions), Progress.SILENT);
    }

    private FileAction dropIn() {
        return bench.write("units/web.service.d/hard.conf", "[Service]\n", "0644");
    }

    @Test
    void systemd_reads_its_units_again_after_one_was_written() {
        assertEquals(new Attempt.Ran(), apply(dropIn()));
        assertEquals(List.of(RELOAD), commands.lines());
    }

    @Test
    void systemd_reads_its_units_again_after_one_was_deleted() throws IOException {
        var unit = bench.put("units/web.service", "[Service]\n");
        assertEquals(new Attempt.Ran(), apply(new Delete(bench.target("units/web.service"))));
        assertFalse(Files.exists(unit));
        assertEquals(List.of(RELOAD), commands.lines());
    }

    @Test
    void systemd_is_not_told_of_other_files() {
        assertEquals(new Attempt.Ran(), apply(bench.write("web.conf", "x", "0644")));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void where_systemd_does_not_run_nobody_is_told() throws IOException {
        Files.delete(run.resolve("systemd/system"));
        assertEquals(new Attempt.Ran(), apply(dropIn()));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void units_one_after_the_other_are_one_transaction_with_one_reload() {
        var first = bench.write("a.conf", "x", "0644");
        var second = bench.write("b.conf", "x", "0644");
        var unit = bench.write("units/web.service", "x", "0644");
        var last = bench.write("z.conf", "x", "0644");
        assertEquals(
                List.of(List.of(first), List.of(second), List.of(unit, dropIn()), List.of(last)),
                files().transactions(List.of(first, second, unit, dropIn(), last)));
        assertEquals(List.of(), files().transactions(List.of()));
        assertEquals(new Attempt.Ran(), apply(unit, dropIn()));
        assertEquals(List.of(RELOAD), commands.lines());
    }

    /** What is there is as it was wished, so nothing else would tell. */
    @Test
    void a_reload_that_fails_is_told_with_the_remedy() throws IOException {
        commands.answer(RELOAD, 1, "", "Failed to reload daemon: Disk quota exceeded");
        var heard = new Heard();
        var attempt = files().apply(List.of(dropIn()), heard);
        var reason = assertInstanceOf(Attempt.Unfinished.class, attempt).reason();
        assertTrue(reason.contains("Disk quota exceeded") && reason.endsWith(REMEDY), reason);
        assertEquals(List.of("Failed to reload daemon: Disk quota exceeded"), heard.said());
        assertTrue(Files.exists(bench.at("units/web.service.d/hard.conf")));
    }

    @Test
    void what_was_written_before_another_one_failed_is_read_all_the_same() throws IOException {
        Files.createDirectories(bench.at("units/z.service/is/a/folder"));
        var folder = bench.write("units/z.service", "x", "0644");
        var refused = assertInstanceOf(Attempt.Refused.class, apply(dropIn(), folder));
        assertTrue(refused.reason().startsWith(folder.key() + ": "), refused.reason());
        assertEquals(List.of(RELOAD), commands.lines());

        commands.answer(RELOAD, 1, "", "no");
        var both = assertInstanceOf(Attempt.Unfinished.class, apply(dropIn(), folder));
        assertTrue(both.reason().contains("is a directory; and systemd")
                && both.reason().endsWith(REMEDY));
    }

    @Test
    void units_that_were_not_tried_after_one_that_failed_are_told_and_are_not_there() throws IOException {
        Files.createDirectories(bench.at("units/b.service/is/a/folder"));
        var first = bench.write("units/a.service", "x", "0644");
        var failing = bench.write("units/b.service", "x", "0644");
        var third = bench.write("units/c.service", "x", "0644");
        var fourth = bench.write("units/d.service", "x", "0644");

        assertEquals(
                new Attempt.Refused(failing.key() + ": " + bench.at("units/b.service")
                        + " is a directory; what comes after it was not tried: 2 more"),
                apply(first, failing, third, fourth));
        assertTrue(Files.exists(bench.at("units/a.service")));
        assertFalse(Files.exists(bench.at("units/c.service")));
        assertFalse(Files.exists(bench.at("units/d.service")));
    }

    /** It may have been cut off between the two. */
    @Test
    void what_was_cut_off_is_read_before_anybody_goes_on() {
        assertEquals(new Attempt.Ran(), files().mend(List.of(dropIn()), Progress.SILENT));
        assertEquals(List.of(RELOAD), commands.lines());

        commands.answer(RELOAD, 1, "", "no");
        var refused = files().mend(List.of(dropIn()), Progress.SILENT);
        assertTrue(assertInstanceOf(Attempt.Refused.class, refused).reason().endsWith(REMEDY));
    }
}
