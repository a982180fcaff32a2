package dev.twinsync.flow.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.policy.PulledPolicy;
import dev.twinsync.domain.policy.PulledWish;
import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A container by which somebody could become root of the machine does not come into being by a pull alone. */
class RestrainedContainersTest {

    private static final String PLUGIN = "os.containers";
    private static final Containers CONTAINERS = new Containers(ContainerEngine.DOCKER);

    private static DesiredContainer wish(String image, boolean privileged, String... volumes) {
        var list = Arrays.stream(volumes).map(Tree::text).toList();
        var wish = Tree.map().put("name", "home").put("image", image).put("volumes", Tree.list(list));
        if (privileged) {
            wish.put("privileged", Tree.literal(true));
        }
        return switch (CONTAINERS.desired().read(wish.build())) {
            case Reading.Value<DesiredContainer>(var read) -> read;
            case Reading.Wrong<DesiredContainer>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static DesiredContainer plain(String... volumes) {
        return wish("toy:1", false, volumes);
    }

    private static DesiredContainer privileged(String image) {
        return wish(image, true);
    }

    /** What there is once a wish was fulfilled. */
    private static List<LiveContainer> made(DesiredContainer wish) {
        var create = assertInstanceOf(
                Step.Do.class,
                CONTAINERS
                        .plan(List.of(wish), new Observation.Seen<>(List.of()))
                        .getFirst());
        return CONTAINERS.after(Optional.empty(), (ContainerAction) create.action()).stream()
                .toList();
    }

    private static Step<ContainerAction> planned(
            PulledPolicy policy, List<PulledWish> pulled, DesiredContainer wish, List<LiveContainer> seen) {
        var restraint = new Restraint(policy, new PulledWishes(Optional.empty(), Optional.empty(), pulled));
        var steps =
                new RestrainedKind<>(CONTAINERS, PLUGIN, restraint).plan(List.of(wish), new Observation.Seen<>(seen));
        assertEquals(1, steps.size(), steps::toString);
        return steps.getFirst();
    }

    private static Step<ContainerAction> pulled(DesiredContainer wish, List<LiveContainer> seen) {
        return planned(Policy.DEFAULT.pulled(), List.of(Restraint.noted(PLUGIN, CONTAINERS, wish)), wish, seen);
    }

    private static void assertHeld(Step<ContainerAction> step) {
        var reason = assertInstanceOf(Step.Blocked.class, step).reason();
        assertTrue(reason.contains("twin approve "), reason);
    }

    private static Risk risk(Step<ContainerAction> step) {
        return ((ContainerAction) assertInstanceOf(Step.Do.class, step).action()).risk();
    }

    @Test
    void a_new_one_that_can_become_root_waits() {
        assertHeld(pulled(privileged("toy:1"), List.of()));
        assertHeld(pulled(plain("/:/host"), List.of()));
        assertEquals(
                Risk.MEDIUM, risk(pulled(plain("/srv/data:/data", "/etc/localtime:/etc/localtime:ro"), List.of())));
    }

    @Test
    void one_that_is_there_and_would_gain_it_waits_and_one_that_has_it_does_not() {
        assertHeld(pulled(privileged("toy:1"), made(plain())));
        assertHeld(pulled(plain("/var/run/docker.sock:/s"), made(plain("/srv/data:/data"))));
        assertEquals(Risk.HIGH, risk(pulled(privileged("toy:2"), made(privileged("toy:1")))));
        assertEquals(Risk.HIGH, risk(pulled(wish("toy:2", false), made(plain()))));
    }

    @Test
    void what_its_owner_wishes_himself_is_done_and_shown_as_risky() {
        assertEquals(Risk.HIGH, risk(planned(Policy.DEFAULT.pulled(), List.of(), privileged("toy:1"), List.of())));
    }

    @Test
    void an_owner_may_let_all_of_it_through() {
        var wish = privileged("toy:1");
        var lenient = new PulledPolicy(false, true, List.of());
        var noted = Restraint.noted(PLUGIN, CONTAINERS, wish);
        assertEquals(Risk.HIGH, risk(planned(lenient, List.of(noted), wish, List.of())));
    }
}
