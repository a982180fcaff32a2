package dev.twinsync.os.desktop;

import static dev.twinsync.os.desktop.DesktopLab.id;
import static dev.twinsync.os.desktop.DesktopLab.set;
import static dev.twinsync.os.desktop.DesktopLab.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files of KDE are read and what its tools are asked for; what these write is tried on the lab machine. */
class KdeSettingsTest {

    private static final String COLORS = "kdeglobals[General]/ColorScheme";

    private final ScriptedCommands commands = new ScriptedCommands();

    @TempDir
    private Path root;

    @BeforeEach
    void aHome() throws IOException {
        commands.answer("kwriteconfig5", "");
        Files.createDirectories(root.resolve("home/.config"));
        Files.createDirectories(root.resolve("run/user/1000"));
    }

    private KdeSettings settings() {
        return new KdeSettings(
                commands, new Session(new Self("alice", 1000), root.resolve("home"), root.resolve("run")));
    }

    private Observation<LiveSetting> look(String key) {
        return settings().observe(new Scope.Everything(Set.of(key)));
    }

    private void holds(String text) throws IOException {
        Files.writeString(root.resolve("home/.config/kdeglobals"), text);
    }

    /** kwriteconfig ends with 2 there, and writes nothing of what was to come after it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[General][$i]~ColorScheme=Corp | true",
                "[General][$i]~Name=x | true",
                "[General]~ColorScheme[$i]=Corp | true",
                "[General]~ColorScheme[$ei]=Corp | true",
                "[$i]~[General]~ColorScheme=Corp | true",
                "[General]~ColorScheme[$e]=Corp | false",
                "[General]~Name[$i]=x | false",
                "[General][Sub][$i]~ColorScheme=Corp | false",
                "[Other][$i]~x=y | false",
            })
    void what_is_marked_as_fixed_is_blocked_beforehand(String lines, boolean fixed) throws IOException {
        holds(lines.replace('~', '\n'));
        var forecasts = settings().forecast(List.of(set(COLORS, "'x'"), new DesktopAction.Reset(id(COLORS))));
        assertEquals(fixed, !forecasts.isEmpty(), forecasts::toString);
        assertEquals(fixed, forecasts.toString().contains("take that out first"), forecasts::toString);
    }

    @Test
    void only_what_is_declared_is_seen() throws IOException {
        holds("[General]\nColorScheme=BreezeDark\nName=x\n");
        assertEquals(new Observation.Seen<>(List.of()), settings().observe(Scope.everything()));
        assertEquals(
                new Observation.Seen<>(List.of(
                        new LiveSetting(id(COLORS), Optional.of(value("'BreezeDark'")), Optional.empty(), false))),
                look(COLORS));
        assertEquals(new Observation.Seen<>(List.of()), look("kdeglobals[General]/nosuch"));
        assertEquals(new Observation.Seen<>(List.of()), look("nosuch[General]/nosuch"));
        assertEquals(new Observation.Seen<>(List.of()), look("org.gnome.desktop.interface/cursor-size"));
    }

    /** @param printed the value as the text of a GVariant; left out: there is none */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[G]~k=v | 'v'",
                "[G]~ k = v  | 'v'",
                "[G]~k=\\sv\\s\\n\\t\\\\ | ' v \\n\\t\\\\'",
                "[G]~k=\\x41\\;\\, | 'A\\\\;\\\\,'",
                "[G]~k[$e]=$HOME | '$HOME'",
                "[G]~k[$i]=v | 'v'",
                "[G][$i]~k=v | 'v'",
                "[G]~k[de]=w~k=v | 'v'",
                "[G]~k=w~k=v | 'v'",
                "[G]~k=v~[H]~k=w | 'v'",
                "[G]~k=w~[H]~x=y~[G]~k=v | 'v'",
                "[G]~# k=w~k=v~#k=w | 'v'",
                "[G]~k | ''",
                "[G]~k=v~k[$d] | ",
                "[H]~k=v | ",
                "[G][S]~k=v | ",
                "k=v | ",
                "[g]~k=v | ",
                "[G]~K=v | ",
                "[G~k=v | ",
            })
    void a_file_is_read_as_kconfig_reads_it(String lines, String printed) {
        var file = KdeFile.parse(lines.replace('~', '\n').getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Optional.ofNullable(printed).map(DesktopLab::value),
                file.value(List.of("G"), "k").map(GVariant.Text::of));
    }

    @Test
    void what_cannot_be_read_is_a_gap() throws IOException {
        Files.createDirectory(root.resolve("home/.config/kdeglobals"));
        var seen = assertInstanceOf(Seen.class, look(COLORS));
        assertTrue(seen.toString().contains("kdeglobals is not a file"), seen::toString);
        Files.delete(root.resolve("home/.config/kdeglobals"));
        holds("[General]\nColorScheme=a\\x00b\n");
        assertTrue(look(COLORS).toString().contains("its value is no text"), look(COLORS)::toString);
    }

    @Test
    void without_its_tools_it_is_unavailable() {
        var bare = new KdeSettings(
                new ScriptedCommands(), new Session(new Self("alice", 1000), root, root.resolve("run")));
        var unavailable = assertInstanceOf(Observation.Unavailable.class, bare.observe(Scope.everything()));
        assertTrue(unavailable.reason().contains("sudo apt-get install libkf6config-bin"), unavailable::reason);
        assertInstanceOf(Attempt.Refused.class, bare.apply(List.of(set(COLORS, "'x'")), Progress.SILENT));
    }

    @Test
    void the_newer_tool_writes_and_a_value_is_never_an_option() {
        commands.answer("kwriteconfig6", "");
        settings()
                .apply(
                        List.of(
                                set("kdeglobals[General][Sub]/Color Scheme", "'--delete'"),
                                new DesktopAction.Reset(id(COLORS))),
                        Progress.SILENT);
        assertEquals(
                List.of(
                        "kwriteconfig6 --help",
                        "kwriteconfig6 --file=kdeglobals --group=General --group=Sub --key=Color Scheme -- --delete",
                        "kwriteconfig6 --file=kdeglobals --group=General --key=ColorScheme --delete -- "),
                commands.lines());
    }

    @Test
    void a_running_plasma_is_told_and_one_that_does_not_run_is_no_fault() throws IOException {
        Files.createFile(root.resolve("run/user/1000/bus"));
        var call = "busctl --user --auto-start=no --timeout=5 call org.kde.KWin /KWin org.kde.KWin reconfigure";
        commands.answer(call, 1, "", "Call failed: The name org.kde.KWin was not provided\n");
        assertEquals(new Attempt.Ran(), settings().apply(List.of(set(COLORS, "'x'")), Progress.SILENT));
        assertEquals(call, commands.lines().getLast());
        commands.answer(call, "");
        commands.answer("busctl --user --auto-start=no --timeout=5 emit /KGlobalSettings", "");
        assertEquals(new Attempt.Ran(), settings().apply(List.of(set(COLORS, "'x'")), Progress.SILENT));
        assertTrue(commands.lines().getLast().endsWith("org.kde.KGlobalSettings notifyChange ii 3 0"));
    }

    @Test
    void how_the_tool_failed_is_told_without_the_value() {
        commands.answer("kwriteconfig5 --file=kdeglobals", 1, "", "cannot write hunter2\n");
        assertEquals(
                new Attempt.Refused("kwriteconfig5 ended with 1"),
                settings().apply(List.of(set(COLORS, "'hunter2'")), Progress.SILENT));
    }
}
