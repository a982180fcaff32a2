package dev.twinsync.os.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.DesktopPlace.Group;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.desktop.SettingId;
import dev.twinsync.domain.desktop.SettingName;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class KdeSettingsLabTest {

    private static final SettingId COLORS = DesktopLab.id("kdeglobals[General]/ColorScheme");

    @BeforeEach
    @AfterEach
    void nothingIsSet() {
        DesktopLab.clear();
        DesktopLab.asRoot("rm", "-f", "/etc/xdg/kdeglobals");
    }

    private static Observation<LiveSetting> look(SettingId id) {
        return DesktopLab.kde().observe(new Scope.Only(Set.of(id.key())));
    }

    private static Attempt apply(DesktopAction action) {
        return DesktopLab.kde().apply(List.of(action), Progress.SILENT);
    }

    private static Observation<LiveSetting> holding(SettingId id, String value) {
        return new Observation.Seen<>(
                List.of(new LiveSetting(id, Optional.of(GVariant.Text.of(value)), Optional.empty(), false)));
    }

    /** KConfig itself would not write down what is the default of the machine. */
    @Test
    void what_is_declared_is_written_down_also_where_the_machine_says_the_same() {
        DesktopLab.write("/etc/xdg/kdeglobals", "[General]\nColorScheme=BreezeDark\n");
        assertEquals(new Observation.Seen<>(List.of()), look(COLORS));
        assertEquals(new Attempt.Ran(), apply(new DesktopAction.Set(COLORS, GVariant.Text.of("BreezeDark"))));
        assertEquals(holding(COLORS, "BreezeDark"), look(COLORS));
        assertEquals(new Attempt.Ran(), apply(new DesktopAction.Reset(COLORS)));
        assertEquals(new Observation.Seen<>(List.of()), look(COLORS));
    }

    @Test
    void kreadconfig_reads_what_twin_reads() {
        var pieces = Arbitraries.of(
                "a", " ", "\t", "\n", "\\", "=", "[", "]", "#", "é", "🦆", "$", ",", ";", "-", "\"", "x41", "\r",
                "\u001b");
        var group = new Group("labrc", List.of("a b", "ü/x"));
        var id = new SettingId(group, new SettingName("Key, of: é"));
        Property.forSome(30, pieces.list().ofMaxSize(6).map(list -> String.join("", list)), text -> {
            assertEquals(new Attempt.Ran(), apply(new DesktopAction.Set(id, GVariant.Text.of(text))));
            assertEquals(holding(id, text), look(id));
            assertEquals(
                    (text + "|").strip(),
                    DesktopLab.asAlice(
                            "sh",
                            "-c",
                            "$(command -v kreadconfig6 || command -v kreadconfig5) --file labrc --group 'a b' --group 'ü/x' --key 'Key, of: é' | head -c -1; echo '|'"));
        });
    }
}
