package dev.twinsync.flow.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.DesiredProfile;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.network.NetworkTest;
import dev.twinsync.domain.network.Profile;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileType;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.Settings;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.port.Network;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Simulated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A network with a password in the address of a proxy. */
class DiscreetNetworkTest {

    private static final String SECRET = "Hunter2x9Q";
    private static final Redaction REDACTION = SimulatedTwin.REDACTION;
    private static final String MASK = "‹secret " + REDACTION.fingerprints().of(SECRET) + "›";

    private static final class Plain extends Simulated<DesiredProfile, LiveProfile, NetworkAction> implements Network {
        Plain(List<LiveProfile> live) {
            super(new NetworkProfiles(), live);
        }
    }

    private static LiveProfile profile(String id, String proxy) {
        var settings = new Settings(Map.of("proxy", Map.of("pac-url", new GVariant.Text(GType.Basic.STRING, proxy))));
        return new LiveProfile(
                new Profile(
                        new ProfileUuid("0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa"),
                        new ProfileName(id),
                        new ProfileType("ethernet"),
                        Optional.empty(),
                        true,
                        0,
                        settings),
                Optional.empty());
    }

    private static LiveProfile secretive() {
        return profile("Home", "http://me:" + SECRET + "@proxy.example/");
    }

    private static Observation.Seen<LiveProfile> seen(Redaction redaction, LiveProfile... live) {
        var network = new DiscreetNetwork(new Plain(List.of(live)), redaction);
        return switch (network.observe(Scope.everything())) {
            case Observation.Seen<LiveProfile> seen -> seen;
            case Observation.Unavailable<LiveProfile>(var reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void a_secret_has_a_mask_and_nothing_else_changes() {
        assertEquals(
                List.of(profile("Home", "http://me:" + MASK + "@proxy.example/")),
                seen(REDACTION, secretive()).live());
    }

    @Test
    void what_its_owner_allows_is_shown() {
        var allowing = new Redaction(
                REDACTION.fingerprints(), Set.of(REDACTION.fingerprints().of(SECRET)));
        assertEquals(List.of(secretive()), seen(allowing, secretive()).live());
    }

    @Test
    void what_root_sees_is_masked_too() {
        var network = new DiscreetNetwork(new Plain(List.of()), REDACTION);
        assertEquals(seen(REDACTION, secretive()), network.discreet(new Observation.Seen<>(List.of(secretive()))));
    }

    @Test
    void a_wish_that_was_taken_from_what_is_shown_is_met() {
        var shown = seen(REDACTION, secretive());
        var network = new NetworkProfiles();
        assertEquals(List.of(), network.plan(List.of(network.adopt(shown.live().getFirst())), shown));
    }

    @Test
    void masks_change_nothing_where_there_is_no_secret() {
        Property.forAll(
                new NetworkTest().anyMachine(),
                machine -> assertEquals(
                        new Observation.Seen<>(machine), seen(REDACTION, machine.toArray(LiveProfile[]::new))));
    }

    @Test
    void without_a_key_for_fingerprints_nothing_is_shown() {
        var broken = new Redaction(
                _ -> {
                    throw new UncheckedIOException(new IOException("there is no key"));
                },
                Set.of());
        var seen = new DiscreetNetwork(new Plain(List.of(secretive())), broken).observe(Scope.everything());
        assertTrue(
                assertInstanceOf(Observation.Unavailable.class, seen).reason().contains("there is no key"));
    }

    @Test
    void a_profile_in_which_no_mask_can_stand_is_a_gap_that_does_not_tell_it() {
        var name = "x".repeat(230) + " password=" + SECRET;
        var seen = seen(REDACTION, profile(name, "http://proxy.example/"));
        assertEquals(List.of(), seen.live());
        assertEquals(
                "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa", seen.gaps().getFirst().keys());
        assertFalse(seen.toString().contains(SECRET));
    }
}
