package dev.twinsync.flow.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Simulated;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has two hands, or hands on to another one, leaves out nothing that a backend can be asked. */
class TwoHandedTest {

    private static final List<PackageAction> HTOP =
            List.of(new PackageAction.Install(new PackageName("htop"), Optional.empty()));

    /** Answers with its name. */
    private static final class Named extends Simulated<DesiredPackage, LivePackage, PackageAction> {
        private final String name;
        private final Optional<String> obstacle;

        Named(String name, Optional<String> obstacle) {
            super(new Packages(), List.of());
            this.name = name;
            this.obstacle = obstacle;
        }

        @Override
        public Optional<String> obstacle(PackageAction action) {
            return obstacle;
        }

        @Override
        public Attempt renew(List<PackageAction> waiting, Progress progress) {
            return new Attempt.Refused(name);
        }
    }

    private static String renewedBy(Optional<String> obstacle) {
        var hands = new TwoHanded<>(new Named("alice", obstacle), new Named("root", Optional.empty()));
        return ((Attempt.Refused) hands.renew(HTOP, Progress.SILENT)).reason();
    }

    @Test
    void what_a_component_knows_by_is_fetched_anew_by_who_may() {
        assertEquals("root", renewedBy(Optional.of("you are not root")));
        assertEquals("alice", renewedBy(Optional.empty()));
    }

    private static Set<String> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatever_a_backend_does_for_actions_is_done_with_the_hand_that_may() {
        var asked = methods(Backend.class);
        asked.removeAll(Set.of("isPersonal", "discreet")); // which say something of the hand itself
        asked.removeAll(methods(TwoHanded.class));
        assertEquals(Set.of(), asked);
    }

    @Test
    void a_relay_hands_on_all_but_what_is_put_together_of_the_rest() {
        var asked = methods(Backend.class);
        asked.removeAll(Set.of("observe", "discreet"));
        asked.removeAll(methods(Relay.class));
        assertEquals(Set.of(), asked);
    }
}
