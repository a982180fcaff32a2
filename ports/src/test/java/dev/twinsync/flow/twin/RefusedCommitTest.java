package dev.twinsync.flow.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.configuration.AllowSecret;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.configuration.Configure;
import dev.twinsync.flow.review.Adopt;
import dev.twinsync.flow.review.Ignore;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.PlantedGate;
import dev.twinsync.port.Pointer;
import dev.twinsync.port.SimulatedRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A command whose commit is refused changes nothing, and does its work when it is run again. */
class RefusedCommitTest {

    private static final Set<String> CONFIGURATION = Set.of(Layout.CONFIGURATION);

    private final SimulatedTwin machine = new SimulatedTwin(new SimulatedRepo(new PlantedGate()));
    private final SimulatedRepo repo = machine.repo;

    @BeforeEach
    void a_machine_with_a_commit() throws IOException {
        machine.packages.put(SimulatedTwin.installed("vim"));
        machine.init();
        repo.write(Configuration.document(), Configuration.DEFAULT);
        repo.commit("configuration", CONFIGURATION);
    }

    private Configure configure() {
        return new Configure(repo, Configuration.SHAPE::read, () -> repo);
    }

    private Configure.Result set() throws IOException {
        return configure().set(Pointer.of("plan_valid_hours"), Tree.literal(6));
    }

    private static boolean isCommitted(Configure.Result result) {
        return assertInstanceOf(Configure.Result.Done.class, result).commit().isPresent();
    }

    private void refused(Executable command, Set<String> paths) throws IOException {
        var before = repo.uncommitted(paths);
        repo.refuseCommits();
        assertThrows(IOException.class, command);
        assertEquals(before, repo.uncommitted(paths));
        repo.allowCommits();
    }

    @Test
    void a_value_is_not_set() throws IOException {
        refused(this::set, CONFIGURATION);
        assertTrue(isCommitted(set()));
    }

    @Test
    void a_folder_is_not_captured() throws IOException {
        refused(() -> configure().addRoot("/srv"), CONFIGURATION);
        assertTrue(isCommitted(configure().addRoot("/srv")));
    }

    @Test
    void a_whole_document_is_not_replaced() throws IOException {
        var text = "plan_valid_hours: 6\n".getBytes(StandardCharsets.UTF_8);
        Configure.Reader reader = _ -> new Reading.Value<>(
                Tree.map().put("plan_valid_hours", Tree.literal(6)).build());
        refused(() -> configure().replace(text, reader), CONFIGURATION);
        assertTrue(isCommitted(configure().replace(text, reader)));
    }

    @Test
    void nothing_is_ignored() throws IOException {
        var pattern = List.of("packages:htop");
        refused(() -> new Ignore(machine.twin()).add(pattern), CONFIGURATION);
        var done = assertInstanceOf(Ignore.Result.Done.class, new Ignore(machine.twin()).add(pattern));
        assertEquals(pattern, done.changed());
        assertTrue(done.commit().isPresent());
    }

    @Test
    void no_secret_is_allowed() throws IOException {
        repo.store("state/packages.yaml", new ByteArrayInputStream("planted-secret".getBytes(StandardCharsets.UTF_8)));
        var allowing = new AllowSecret(repo, () -> repo, List::of);
        refused(() -> allowing.allow(PlantedGate.FINGERPRINT, Optional.empty()), CONFIGURATION);
        assertInstanceOf(AllowSecret.Result.Allowed.class, allowing.allow(PlantedGate.FINGERPRINT, Optional.empty()));
    }

    @Test
    void nothing_is_adopted() throws IOException {
        machine.packages.put(SimulatedTwin.installed("nano"));
        Executable adopt = () -> new Adopt(machine.twin()).adopt(Selection.EVERYTHING, Duration.ZERO);
        refused(adopt, Set.of(Layout.STATE, Layout.FILESYSTEM));
        var done = assertInstanceOf(
                Adopt.Result.Done.class, new Adopt(machine.twin()).adopt(Selection.EVERYTHING, Duration.ZERO));
        assertEquals(1, done.things().size());
        assertTrue(done.commit().isPresent());
    }

    /** As a twin leaves it that was killed between the edit and the commit. */
    @Test
    void what_says_that_already_and_is_in_no_commit_is_committed() throws IOException {
        repo.write(Configuration.document(), Configuration.DEFAULT.without(List.of("packages.debian")));
        var disabled = Tree.list(List.of(Tree.text("packages.debian")));
        assertTrue(isCommitted(configure().set(Pointer.of("disabled_plugins"), disabled)));
        assertEquals(List.of(), repo.uncommitted(CONFIGURATION));
    }
}
