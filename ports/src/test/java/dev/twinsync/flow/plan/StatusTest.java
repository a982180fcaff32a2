package dev.twinsync.flow.plan;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Status counts what a plan says. */
class StatusTest {

    /** Of one plugin. */
    private record Counts(String plugin, long changes, long blocked, long later) {}

    private final SimulatedTwin twin = new SimulatedTwin();

    @BeforeEach
    void init() throws IOException {
        twin.init();
    }

    @Test
    void what_cannot_be_done_is_blocked_in_the_status_as_it_is_in_the_plan() throws IOException {
        twin.wish(present("no-such"), present("git"));

        assertEquals(List.of(new Counts("packages.debian", 1, 1, 0)), status());
        assertEquals(planned(), status());
    }

    @Test
    void what_cannot_notice_a_change_is_blocked_in_the_status_as_it_is_in_the_plan() throws IOException {
        twin.wish(folder("/etc/nope", List.of("nope.service")));

        assertEquals(List.of(new Counts("files.mirror", 1, 0, 0), new Counts("services.systemd", 0, 1, 0)), status());
        assertEquals(planned(), status());
    }

    @Test
    void a_service_that_failed_when_it_was_to_notice_a_change_is_not_in_sync() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.broken.add("web.service");
        twin.wish(folder("/etc/web"));
        twin.plan();
        twin.apply();

        assertEquals(List.of(new Counts("services.systemd", 1, 0, 0)), status());
        assertEquals(planned(), status());
    }

    @Test
    void a_plugin_of_which_nothing_is_declared_is_not_called_seen_where_its_things_are_notified() throws IOException {
        twin.wish(folder("/etc/nope", List.of("nope.service")));

        assertEquals(
                List.of("packages.debian", "services.systemd"),
                report().lines().stream()
                        .filter(line -> line.seen().isEmpty())
                        .map(Status.Line::plugin)
                        .toList());
    }

    private List<Counts> status() throws IOException {
        return report().lines().stream()
                .filter(line -> !line.isInSync())
                .map(line -> new Counts(line.plugin(), line.changes(), line.blocked(), line.later()))
                .toList();
    }

    private Status.Report report() throws IOException {
        var view = twin.twin().view();
        return switch (new Status(view).foreseen(view.survey().forStatus(Selection.EVERYTHING), Selection.EVERYTHING)) {
            case Reading.Value<Status.Report>(var report) -> report;
            case Reading.Wrong<Status.Report>(var problems) -> throw new AssertionError(problems);
        };
    }

    private List<Counts> planned() throws IOException {
        return twin.plan().sections().stream()
                .filter(section -> !section.isEmpty())
                .map(StatusTest::counts)
                .toList();
    }

    private static Counts counts(Section<?, ?, ?> section) {
        return new Counts(
                section.plugin(),
                section.actions().size(),
                section.blocked().size(),
                section.later().size());
    }
}
