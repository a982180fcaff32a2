package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.os.Self;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user has no right to do is said before anything is changed. */
class ObstacleTest {

    private static final Self ALICE = new Self("alice", 1000);

    @TempDir
    private Path folder;

    private FileAction makeFor(String owner) {
        return new FileAction.MakeDirectory(
                new TargetPath(folder.resolve("new/deep").toString()),
                new FileMode("0755"),
                new AccountName(owner),
                new AccountName("root"));
    }

    @Test
    void ones_own_in_a_folder_of_ones_own_is_no_obstacle() {
        assertEquals(Optional.empty(), Obstacle.of(makeFor("alice"), ALICE));
    }

    @Test
    void another_owner_needs_root() {
        var obstacle = Obstacle.of(makeFor("root"), ALICE);
        assertTrue(obstacle.orElse("").contains("needs root"), obstacle::toString);
        assertEquals(Optional.empty(), Obstacle.of(makeFor("alice"), new Self("root", 0)));
    }
}
