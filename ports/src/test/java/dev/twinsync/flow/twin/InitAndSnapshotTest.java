package dev.twinsync.flow.twin;

import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.view.Layout;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InitAndSnapshotTest {

    private final SimulatedTwin twin = new SimulatedTwin();

    @Test
    void what_is_there_becomes_the_first_wish_and_is_in_sync() throws IOException {
        twin.packages.put(installed("htop"));

        twin.init();

        assertEquals(
                new Reading.Value<>(Optional.of(List.of(present("htop")))),
                twin.repo.read(Layout.desired(new Packages())));
        assertTrue(twin.plan().sections().isEmpty());
    }

    /** One such name would keep the first commit from being made. */
    @Test
    void what_is_called_like_a_secret_is_no_first_wish() throws IOException {
        twin.files.put(
                new LiveFile.Symlink(new TargetPath("/etc/token=Zk93hfQx81LmPq72"), new LinkTarget("/run/nothing")));
        twin.files.put(new LiveFile.Symlink(new TargetPath("/etc/plain"), new LinkTarget("/run/nothing")));

        var made = assertInstanceOf(Init.Result.Made.class, new Init(twin.twin()).init(Map.of(), Duration.ZERO));

        assertTrue(made.commit().isPresent());
        assertEquals(1, made.leftOut().size());
        assertEquals(
                new Reading.Value<>(Optional.of(List.of("/etc/plain"))),
                twin.repo
                        .read(Layout.desired(new Files()))
                        .map(wishes -> wishes.map(
                                all -> all.stream().map(DesiredFile::key).toList())));
    }

    @Test
    void a_second_init_touches_nothing() throws IOException {
        twin.init();
        twin.wish(present("git"));
        var head = twin.repo.head();

        assertInstanceOf(
                Init.Result.Exists.class,
                new Init(twin.twin()).init(Map.of("config.yaml", new byte[0]), Duration.ZERO));

        assertEquals(head, twin.repo.head());
        assertEquals(1, twin.plan().actionCount());
    }

    @Test
    void a_wish_that_was_there_before_init_stays() throws IOException {
        twin.wish(present("git"));

        twin.init();

        assertEquals(1, twin.plan().actionCount());
    }

    @Test
    void a_second_snapshot_of_an_unchanged_machine_makes_no_commit() throws IOException {
        twin.packages.put(installed("htop"));
        twin.init();

        var taken = assertInstanceOf(Snapshot.Result.Taken.class, twin.snapshot());
        assertEquals(Optional.empty(), taken.commit());

        twin.packages.put(installed("git"));
        var changed = assertInstanceOf(Snapshot.Result.Taken.class, twin.snapshot());
        assertTrue(changed.commit().isPresent());
    }

    @Test
    void a_history_that_cannot_be_packed_takes_nothing_from_a_snapshot_and_is_told() throws IOException {
        twin.init();
        twin.packages.put(installed("git"));
        twin.repo.refuseToPack();

        var taken = assertInstanceOf(Snapshot.Result.Taken.class, twin.snapshot());
        assertTrue(taken.commit().isPresent());
        assertEquals(Optional.of("cannot pack the history: the Git repository is damaged"), taken.unpacked());
    }
}
