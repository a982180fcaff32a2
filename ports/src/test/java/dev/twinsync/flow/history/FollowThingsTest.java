package dev.twinsync.flow.history;

import static dev.twinsync.flow.SimulatedTwin.absent;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One package through its life. */
class FollowThingsTest {

    private final SimulatedTwin machine = new SimulatedTwin();

    private List<String> traces(String... selection) throws IOException {
        return switch (new FollowThings(machine.twin()).traces(new Selection(List.of(selection)), 100)) {
            case Reading.Value<FollowThings.Followed>(var followed) ->
                followed.traces().stream()
                        .map(trace -> trace.where() + " " + trace.what())
                        .toList();
            case Reading.Wrong<FollowThings.Followed>(var problems) -> throw new AssertionError(problems);
        };
    }

    private void commit() throws IOException {
        machine.repo.commit("edit", Set.of("state"));
    }

    private void applied() throws IOException {
        machine.plan();
        assertInstanceOf(RunResult.Finished.class, machine.apply());
        machine.now = machine.now.plusSeconds(60);
    }

    @Test
    void a_thing_is_followed_through_wish_runs_and_sight() throws IOException {
        machine.init();
        machine.wish(present("git"), present("nano"));
        commit();
        applied();
        machine.wish(absent("git"), present("nano"));
        commit();
        applied();
        var traces = traces("packages:git");
        assertEquals(6, traces.size(), traces::toString);
        assertEquals("SEEN status: (none) -> config-files", traces.get(0), "as apt leaves it");
        assertEquals("RUN remove: done, run 2026-11-23T12-01-00Z", traces.get(1));
        assertTrue(traces.get(2).startsWith("WISH ") && traces.get(2).contains("ensure: "), traces.get(2));
        assertTrue(traces.get(3).startsWith("SEEN added: "), traces.get(3));
        assertEquals("RUN install: done, run 2026-11-23T12-00-00Z", traces.get(4));
        assertTrue(traces.get(5).startsWith("WISH added: "), traces.get(5));
    }

    @Test
    void a_moment_that_could_not_be_read_or_seen_says_nothing() throws IOException {
        machine.packages.put(SimulatedTwin.installed("git"));
        machine.init();
        var before = traces("packages:git");
        machine.repo.store(
                "state/packages.yaml", new ByteArrayInputStream("nonsense".getBytes(StandardCharsets.UTF_8)));
        commit();
        machine.wish(present("git"));
        commit();
        machine.packages.fail("dpkg is locked");
        machine.snapshot();
        assertEquals(before, traces("packages:git"));
    }

    @Test
    void what_no_commit_tells_of_has_no_traces_and_what_is_no_kind_is_said() throws IOException {
        machine.init();
        assertEquals(List.of(), traces("packages:emacs"));
        assertInstanceOf(
                Reading.Wrong.class, new FollowThings(machine.twin()).traces(new Selection(List.of("nonsense:x")), 9));
    }
}
