package dev.twinsync.flow.secrecy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.desktop.DesiredSetting;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.desktop.DesktopSettings;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.desktop.SettingId;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Simulated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A desktop with a password for its proxy, and one within a list. */
class DiscreetDesktopTest {

    private static final String SECRET = "Hunter2x9Q";
    private static final Redaction REDACTION = SimulatedTwin.REDACTION;
    private static final String MASK = "‹secret " + REDACTION.fingerprints().of(SECRET) + "›";
    private static final DesktopSettings KIND = new DesktopSettings(DesktopBackend.GNOME);
    private static final String PASSWORD = "org.gnome.system.proxy.http/authentication-password";

    private static final class Plain extends Simulated<DesiredSetting, LiveSetting, DesktopAction> implements Desktop {
        Plain(LiveSetting... live) {
            super(KIND, List.of(live));
        }
    }

    private static GVariant value(String text) {
        return assertInstanceOf(GVariantReading.Value.class, GVariantText.parse(text, Optional.empty()))
                .value();
    }

    private static LiveSetting setting(String key, String chosen, String standard) {
        return new LiveSetting(
                SettingId.of(key).orElseThrow(), Optional.of(value(chosen)), Optional.of(value(standard)), false);
    }

    private static LiveSetting secretive() {
        return setting(PASSWORD, "'" + SECRET + "'", "''");
    }

    private static List<LiveSetting> seen(LiveSetting... live) {
        return switch (new DiscreetDesktop(new Plain(live), REDACTION).observe(Scope.everything())) {
            case Observation.Seen<LiveSetting>(var masked, var _) -> masked;
            case Observation.Unavailable<LiveSetting>(var reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void values_have_masks_for_their_secrets_and_nothing_else_changes() {
        assertEquals(List.of(setting(PASSWORD, "'" + MASK + "'", "''")), seen(secretive()));
        assertEquals(
                List.of(setting("org.a/commands", "['true', 'dump --password " + MASK + "']", "@as []")),
                seen(setting("org.a/commands", "['true', 'dump --password " + SECRET + "']", "@as []")));
        assertEquals(
                List.of(setting("org.a/options", "{'password': <'" + MASK + "'>, 'size': <uint32 1>}", "@a{sv} {}")),
                seen(setting("org.a/options", "{'password': <'" + SECRET + "'>, 'size': <uint32 1>}", "@a{sv} {}")));
        var harmless = setting("org.gnome.desktop.interface/font-name", "'Cantarell 11'", "'x'");
        assertEquals(List.of(harmless), seen(harmless));
    }

    @Test
    void without_a_key_for_fingerprints_nothing_is_shown() {
        var broken = new Redaction(
                _ -> {
                    throw new UncheckedIOException(new IOException("there is no key"));
                },
                Set.of());
        var seen = new DiscreetDesktop(new Plain(secretive()), broken).observe(Scope.everything());
        assertTrue(
                assertInstanceOf(Observation.Unavailable.class, seen).reason().contains("there is no key"));
    }

    @Test
    void a_wish_that_was_copied_with_its_mask_is_fulfilled_and_never_set() {
        var masked = seen(secretive()).getFirst();
        var wish = KIND.adopt(masked);
        assertEquals(List.of(), KIND.plan(List.of(wish), new Observation.Seen<>(List.of(masked))));
        var other = new Observation.Seen<>(List.of(setting(PASSWORD, "'x'", "''")));
        assertInstanceOf(Step.Blocked.class, KIND.plan(List.of(wish), other).getFirst());
        assertThrows(
                IOException.class, () -> new UnmaskedWishes<>(DesiredSetting::isMasked, "put it elsewhere").keep(wish));
        var harmless = KIND.adopt(setting("org.a/b", "'x'", "''"));
        assertDoesNotThrow(() -> new UnmaskedWishes<>(DesiredSetting::isMasked, "put it elsewhere").keep(harmless));
    }

    @Test
    void a_live_document_has_masks_whatever_is_written() {
        var shape = new MaskedShape<>(Layout.live(KIND).shape(), REDACTION);
        var written = JsonTree.compact(shape.write(new Observation.Seen<>(seen(secretive()))));
        assertFalse(written.contains(SECRET), written);
        assertTrue(written.contains(MASK), written);
    }

    /** Root works in the same run for other plugins, and has another desktop or none. */
    @Test
    void root_is_never_asked_about_a_desktop() {
        var own = new DiscreetDesktop(new Plain(), REDACTION);
        var equipped = Equipped.of(
                "desktop.gnome", KIND, own, new UnmaskedWishes<>(DesiredSetting::isMasked, "put it elsewhere"));
        var root = new Elevation.RootSide() {
            @Override
            public <L extends Keyed, A extends Action> Backend<L, A> backend(String plugin, Kind<?, L, A> kind) {
                throw new AssertionError("root was asked about " + plugin);
            }

            @Override
            public void close() {}
        };
        try (var hands = new Hands(List.of(equipped), Optional.of(root))) {
            assertEquals(own, hands.backend(equipped.plugin()));
        }
    }
}
