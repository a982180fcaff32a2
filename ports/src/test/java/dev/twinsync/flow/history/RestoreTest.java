package dev.twinsync.flow.history;

import static dev.twinsync.flow.SimulatedTwin.absent;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.PlantedGate;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.SecretFound;
import dev.twinsync.port.SimulatedRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three commits of a wish: htop, then htop and git, then git alone. */
class RestoreTest {

    private final PlantedGate gate = new PlantedGate();
    private final SimulatedTwin machine = new SimulatedTwin(new SimulatedRepo(gate));

    @BeforeEach
    void three_commits() throws IOException {
        machine.init();
        store("filesystem/etc/motd", "one");
        machine.wish(present("htop"));
        commit("first");
        store("filesystem/etc/motd", "two");
        store("filesystem/etc/more", "more");
        machine.wish(present("htop"), present("git"));
        commit("second");
        machine.wish(present("git"));
        commit("third");
    }

    private void store(String path, String text) throws IOException {
        machine.repo.store(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void commit(String message) throws IOException {
        machine.repo.commit(message, Set.of("state", "filesystem")).orElseThrow();
    }

    private Restore.Result restore(String commit, String... keys) throws IOException {
        return new Restore(machine.twin()).restore(commit, new Selection(List.of(keys)));
    }

    private Restore.Result.Restored restored(String commit, String... keys) throws IOException {
        return assertInstanceOf(Restore.Result.Restored.class, restore(commit, keys));
    }

    private List<DesiredPackage> wishes() throws IOException {
        return machine.repo.read(Layout.desired(new Packages()))
                        instanceof Reading.Value<Optional<List<DesiredPackage>>>(var wishes)
                ? wishes.orElseThrow()
                : List.of();
    }

    private String content(String path) throws IOException {
        try (var in = machine.repo.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void what_a_killed_restore_left_without_its_commit_gets_it_when_it_is_run_again() throws IOException {
        store("filesystem/etc/motd", "one");
        machine.repo.delete("filesystem/etc/more");
        machine.wish(present("htop"));
        var done = restored("HEAD~2");
        assertEquals(List.of(), done.changed());
        assertTrue(done.commit().isPresent());
        assertEquals(List.of(), machine.repo.uncommitted(Set.of("state", "filesystem")));
        assertEquals(Optional.empty(), restored("HEAD~3").commit(), "it is so already");
    }

    @Test
    void everything_is_as_it_was_in_a_new_commit_on_top() throws IOException {
        var commits = machine.repo.commits(Set.of(), 100);
        var done = restored("HEAD~2");
        assertEquals(List.of(present("htop")), wishes());
        assertEquals("one", content("filesystem/etc/motd"));
        assertEquals(List.of("filesystem/etc/motd"), machine.repo.list("filesystem"));
        assertEquals(List.of("filesystem/etc/more", "filesystem/etc/motd", "state/packages.yaml"), done.changed());
        var after = machine.repo.commits(Set.of(), 100);
        assertEquals(commits, after.subList(1, after.size()));
        assertEquals(
                "twin restore: " + commits.get(2).id().substring(0, 9),
                after.getFirst().message());
        assertEquals(Optional.of(after.getFirst().id()), done.commit());
        assertEquals(List.of(), machine.repo.uncommitted(Set.of("state", "filesystem")));
    }

    @Test
    void what_is_as_it_was_needs_no_commit() throws IOException {
        var before = machine.repo.head();
        var done = restored("HEAD");
        assertEquals(List.of(), done.changed());
        assertEquals(Optional.empty(), done.commit());
        assertEquals(before, machine.repo.head());
    }

    @Test
    void a_restore_can_be_restored() throws IOException {
        restored("HEAD~2");
        restored("HEAD~1");
        assertEquals(List.of(present("git")), wishes());
        assertEquals("two", content("filesystem/etc/motd"));
        assertEquals("more", content("filesystem/etc/more"));
    }

    @Test
    void one_thing_is_as_it_was_and_the_others_as_they_are() throws IOException {
        var done = restored("HEAD~2", "packages:htop");
        assertEquals(Set.of(present("git"), present("htop")), Set.copyOf(wishes()));
        assertEquals("two", content("filesystem/etc/motd"));
        assertEquals(List.of("state/packages.yaml"), done.changed());
        assertTrue(title().endsWith(" packages:htop"), this::title);
    }

    private String title() {
        try {
            return machine.repo.commits(Set.of(), 1).stream()
                    .map(RepoCommit::title)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void a_thing_that_was_not_declared_is_not_declared_again() throws IOException {
        restored("HEAD~2", "packages:git");
        assertEquals(List.of(), wishes());
        assertEquals(0, machine.plan().actionCount(), "absence is no wish to remove");
    }

    @Test
    void what_no_commit_has_is_not_lost() throws IOException {
        machine.wish(present("git"), absent("htop"));
        var before = machine.repo.head();
        for (String[] keys : new String[][] {{}, {"packages:htop"}}) {
            var refused = assertInstanceOf(Restore.Result.WouldLose.class, restore("HEAD~1", keys));
            assertEquals(List.of("state/packages.yaml"), refused.paths());
        }
        assertEquals(List.of(present("git"), absent("htop")), wishes());
        assertEquals(before, machine.repo.head());
    }

    @Test
    void a_file_that_was_deleted_by_hand_comes_back() throws IOException {
        machine.repo.delete("filesystem/etc/motd");
        machine.repo.delete("state/packages.yaml");
        var done = restored("HEAD");
        assertEquals(List.of("filesystem/etc/motd", "state/packages.yaml"), done.changed());
        assertEquals("two", content("filesystem/etc/motd"));
        assertEquals(List.of(present("git")), wishes());
    }

    @Test
    void a_file_that_was_never_committed_is_not_lost_either() throws IOException {
        store("filesystem/etc/new", "new");
        var refused = assertInstanceOf(Restore.Result.WouldLose.class, restore("HEAD~1"));
        assertEquals(List.of("filesystem/etc/new"), refused.paths());
        assertEquals("new", content("filesystem/etc/new"));
    }

    @Test
    void an_edit_that_is_not_in_the_way_stays() throws IOException {
        store("config.yaml", "mine");
        restored("HEAD~2");
        assertEquals("mine", content("config.yaml"));
    }

    @Test
    void a_restore_that_was_cut_off_is_done_by_asking_again() throws IOException {
        store("filesystem/etc/motd", "one"); // as far as it came
        restored("HEAD~2");
        assertEquals(List.of(present("htop")), wishes());
    }

    @Test
    void a_commit_whose_wishes_cannot_be_read_is_not_brought_back() throws IOException {
        store("state/packages.yaml", "nonsense");
        commit("broken");
        machine.wish(present("git"));
        commit("mended");
        var refused = assertInstanceOf(Restore.Result.Unreadable.class, restore("HEAD~1"));
        assertTrue(refused.problems().getFirst().toString().contains("state/packages.yaml"));
        assertEquals(List.of(present("git")), wishes());
    }

    @Test
    void what_would_be_refused_as_a_secret_leaves_everything_as_it_is() throws IOException {
        gate.sleep();
        store("filesystem/etc/key", "planted-secret");
        commit("from a time before the gate");
        gate.wake();
        machine.repo.delete("filesystem/etc/key");
        commit("taken out");
        var before = machine.repo.head();
        assertThrows(SecretFound.class, () -> restore("HEAD~1"));
        assertEquals(before, machine.repo.head());
        assertEquals(List.of(), machine.repo.uncommitted(Set.of("state", "filesystem")));
    }

    @Test
    void what_nothing_is_called_is_said() throws IOException {
        var refused = assertInstanceOf(Restore.Result.Unreadable.class, restore("HEAD~1", "packages:emacs"));
        assertEquals(
                List.of("packages:emacs: nothing in state/ is called that, neither then nor now"),
                refused.problems().stream().map(Problem::toString).toList());
        assertInstanceOf(Restore.Result.Unreadable.class, restore("HEAD~1", "nonsense:x"));
        assertThrows(IOException.class, () -> restore("nowhere"));
    }
}
