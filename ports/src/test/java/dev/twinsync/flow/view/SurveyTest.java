package dev.twinsync.flow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.twin.RunResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final LiveService WEB = SimulatedTwin.service("web.service", UnitFileState.STATIC, true);

    private final SimulatedTwin machine = new SimulatedTwin();

    @BeforeEach
    void install() throws IOException {
        machine.init();
        machine.packages.put(SimulatedTwin.installed("vim"));
        machine.services.put(WEB);
        machine.services.put(SimulatedTwin.service("other.service", UnitFileState.ENABLED, true));
    }

    /** What is seen, by plugin; a plugin at which nobody looked has no entry. */
    private Map<String, List<String>> seenForPlan() throws IOException {
        return switch (machine.twin().view().survey().forPlan()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) ->
                looks.stream()
                        .filter(Look::isTaken)
                        .collect(Collectors.toMap(look -> look.plugin().name(), SurveyTest::seen));
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> seen(Look<?, ?, ?> look) {
        return List.copyOf(look.liveByKey().keySet());
    }

    @Test
    void a_plan_looks_at_nothing_where_nothing_is_declared() throws IOException {
        assertEquals(Map.of(), seenForPlan());
    }

    @Test
    void a_plan_looks_at_what_is_declared_and_at_what_must_notice_it() throws IOException {
        machine.wish(SimulatedTwin.present("htop"), SimulatedTwin.present("vim"));
        machine.wish(SimulatedTwin.folder("/etc/web"));
        assertEquals(
                Map.of(
                        "packages.debian",
                        List.of("vim"),
                        "files.mirror",
                        List.of(),
                        "services.systemd",
                        List.of("web.service")),
                seenForPlan());
    }

    @Test
    void the_plan_says_how_what_must_notice_it_was_seen_though_it_is_not_declared() throws IOException {
        machine.wish(SimulatedTwin.folder("/etc/web"));
        assertEquals(List.of(Optional.of(WEB)), seenOfServices(machine.plan()));
        assertInstanceOf(RunResult.Finished.class, machine.apply());
    }

    private static List<Optional<?>> seenOfServices(Plan plan) {
        return plan.sections().stream()
                .filter(section -> section.plugin().equals("services.systemd"))
                .flatMap(section -> section.actions().stream())
                .<Optional<?>>map(planned -> planned.seen())
                .toList();
    }
}
