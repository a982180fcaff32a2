package dev.twinsync.os.desktop;

import static dev.twinsync.os.desktop.DesktopLab.id;
import static dev.twinsync.os.desktop.DesktopLab.set;
import static dev.twinsync.os.desktop.DesktopLab.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the words of gsettings and dconf are understood; what they keep is tried on the lab machine. */
class GnomeSettingsTest {

    private static final String CURSOR = "org.gnome.desktop.interface/cursor-size";
    private static final String SIZE = "org.gnome.toy/window-size";

    private final ScriptedCommands commands = new ScriptedCommands();

    @TempDir
    private Path root;

    @BeforeEach
    void aDesktop() throws IOException {
        commands.answer(
                "gsettings list-schemas --print-paths",
                "org.gnome.desktop.interface /org/gnome/desktop/interface/\norg.gnome.toy /org/gnome/toy/\n");
        commands.answer(
                "gsettings list-recursively",
                "org.gnome.desktop.interface cursor-size 24\norg.gnome.toy window-size (0, 0)\n");
        commands.answer(
                "dconf dump /",
                "[org/gnome/desktop/interface]\ncursor-size=48\n\n[org/gnome/toy]\nwindow-size=(1, 2)\n");
        Files.createDirectories(root.resolve("run/user/1000"));
        Files.createFile(root.resolve("run/user/1000/bus"));
    }

    private GnomeSettings settings() {
        return settings(Path.of("/home/alice"));
    }

    private GnomeSettings settings(Path home) {
        return new GnomeSettings(commands, new Session(new Self("alice", 1000), home, root.resolve("run")), root);
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    private Seen<LiveSetting> seen(Scope scope) {
        return (Seen<LiveSetting>) assertInstanceOf(Seen.class, settings().observe(scope));
    }

    private String unavailable() {
        return assertInstanceOf(Observation.Unavailable.class, settings().observe(Scope.everything()))
                .reason();
    }

    private void profile(String text) throws IOException {
        Files.createDirectories(root.resolve("etc/dconf/profile"));
        Files.writeString(root.resolve("etc/dconf/profile/user"), text);
    }

    private static String input(Command command) {
        return new String(command.input(), StandardCharsets.UTF_8);
    }

    @Test
    void a_look_takes_a_process_a_question() {
        assertEquals(
                List.of(new LiveSetting(id(CURSOR), Optional.of(value("48")), Optional.of(value("24")), false)),
                seen(Scope.everything()).live());
        assertEquals(3, commands.asked().size());
    }

    @Test
    void where_a_window_stood_is_looked_at_only_where_it_is_declared() {
        var seen = seen(new Scope.Everything(Set.of(SIZE)));
        assertEquals(List.of(CURSOR, SIZE), seen.live().stream().map(Keyed::key).toList());
    }

    @Test
    void what_is_chosen_is_asked_without_what_the_machine_gives_and_the_other_way_round() throws IOException {
        profile("# ours\nuser-db:user\n\nsystem-db:local # for all\nsystem-db:site\n");
        commands.answer("dconf list-locks /", "/org/gnome/desktop/interface/\n");
        var seen = seen(new Scope.Only(Set.of(CURSOR)));
        assertTrue(seen.find(CURSOR).orElseThrow().locked());
        assertEquals(Optional.empty(), seen.find(CURSOR).orElseThrow().chosen());
        var profiles = commands.asked().stream().map(GnomeSettingsTest::input).toList();
        assertEquals(
                List.of(
                        "",
                        "system-db:local\nsystem-db:site\n",
                        "user-db:user\n",
                        "user-db:user\nsystem-db:local\nsystem-db:site\n"),
                profiles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-db:local\n", "# nothing\n", "service-db:keyfile/user\n"})
    void under_a_profile_without_a_database_of_the_user_nothing_is_seen(String text) throws IOException {
        profile(text);
        assertTrue(unavailable().contains("does not begin with a user-db"), this::unavailable);
    }

    @Test
    void a_profile_that_is_no_text_is_told() throws IOException {
        Files.createDirectories(root.resolve("etc/dconf/profile"));
        Files.write(root.resolve("etc/dconf/profile/user"), new byte[] {(byte) 0xff, '\n'});
        assertTrue(unavailable().contains("cannot be read"), this::unavailable);
    }

    @Test
    void under_a_mandatory_profile_nothing_is_seen() throws IOException {
        Files.createDirectories(root.resolve("run/dconf/user"));
        Files.createFile(root.resolve("run/dconf/user/1000"));
        assertTrue(unavailable().contains("twin cannot tell what is chosen"), this::unavailable);
    }

    private Observation<LiveSetting> withDatabase(String name, String content) throws IOException {
        var folder = Files.createDirectories(root.resolve("home/.config/dconf"));
        Files.writeString(folder.resolve(name), content);
        return settings(root.resolve("home")).observe(Scope.everything());
    }

    /** dconf itself takes it for empty: all wishes would count as not set, and adopted they would be absent. */
    @ParameterizedTest
    @ValueSource(strings = {"", "GVar", "junk\n", "\0\0\0\0\0\0\0\0"})
    void of_a_damaged_database_nobody_says_that_nothing_is_chosen(String content) throws IOException {
        var unseen = assertInstanceOf(Observation.Unavailable.class, withDatabase("user", content));
        assertTrue(unseen.reason().startsWith(root.resolve("home/.config/dconf/user") + " is not"), unseen::reason);
        assertTrue(unseen.reason().contains("put back a copy"), unseen::reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GVariant\0\0\0\0", "raVGtnai\0\0\0\0"})
    void a_sound_database_is_asked_for(String content) throws IOException {
        assertInstanceOf(Seen.class, withDatabase("user", content));
    }

    @Test
    void the_database_that_counts_is_the_one_of_the_profile() throws IOException {
        profile("user-db:work\n");
        assertInstanceOf(Seen.class, withDatabase("user", "junk"));
        assertInstanceOf(Observation.Unavailable.class, withDatabase("work", "junk"));
    }

    /** A folder where the file was stands for all that cannot be read: rights do not hold root back, who may run this test. */
    @Test
    void of_a_database_that_cannot_be_read_nobody_says_that_nothing_is_chosen() throws IOException {
        Files.createDirectories(root.resolve("home/.config/dconf/user"));
        var unseen = assertInstanceOf(
                Observation.Unavailable.class, settings(root.resolve("home")).observe(Scope.everything()));
        assertTrue(unseen.reason().contains("cannot be read"), unseen::reason);
    }

    @Test
    void what_is_not_installed_is_told_with_the_remedy() {
        commands.answer("dconf dump /", new Result.NoSuchProgram("dconf"));
        assertEquals("dconf is not installed; run: sudo apt-get install dconf-cli", unavailable());
        commands.answer("gsettings list-schemas --print-paths", new Result.NoSuchProgram("gsettings"));
        assertEquals("gsettings is not installed; run: sudo apt-get install libglib2.0-bin", unavailable());
    }

    @Test
    void a_default_that_cannot_be_read_is_a_gap_and_hides_nothing_else() {
        commands.answer(
                "gsettings list-recursively", "org.gnome.toy odd ???\norg.gnome.desktop.interface cursor-size 24\n");
        var seen = seen(Scope.everything());
        assertEquals(1, seen.live().size());
        assertEquals("org.gnome.toy/odd", seen.gaps().getFirst().keys());
    }

    @Test
    void a_place_that_cannot_be_asked_about_is_a_gap() {
        commands.answer("gsettings list-recursively org.gnome.toy:/a/", 139, "", "killed\n");
        var seen = seen(new Scope.Everything(Set.of("org.gnome.toy:/a//b")));
        assertEquals("org.gnome.toy:/a//*", seen.gaps().getFirst().keys());
    }

    /** The environment of a session may belong to somebody else. */
    @Test
    void every_process_gets_the_bus_of_the_user_who_runs_twin() {
        settings().observe(Scope.everything());
        for (Command command : commands.asked()) {
            assertEquals("/home/alice", command.environment().get("HOME"));
            assertEquals(
                    "unix:path=" + root.resolve("run/user/1000/bus"),
                    command.environment().get("DBUS_SESSION_BUS_ADDRESS"));
        }
    }

    @Test
    void values_go_to_dconf_by_standard_input() {
        commands.answer("dconf load /", "");
        commands.answer("dconf reset /org/gnome/toy/window-size", "");
        assertEquals(
                new Attempt.Ran(),
                settings().apply(List.of(set(CURSOR, "32"), new DesktopAction.Reset(id(SIZE))), Progress.SILENT));
        var load = commands.asked().get(1);
        assertEquals("[org/gnome/desktop/interface]\ncursor-size=32\n\n", input(load));
        assertFalse(commands.lines().toString().contains("32"));
        assertEquals("dconf reset /org/gnome/toy/window-size", commands.lines().getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error: The operation attempted to modify one or more non-writable keys | one of the settings is locked: whoever runs this machine decides it, in /etc/dconf/db",
                "error: Could not connect: No such file or directory | the bus of alice does not answer",
                "error: [x]: y: invalid value: hunter2 | dconf ended with 1",
                "error: GDBus.Error:org.gtk.GDBus.UnmappedGError.Quark._g_2dfile_2derror_2dquark.Code2: Failed to create file “/home/alice/.config/dconf/user.DM4NZ3”: Permission denied | dconf refused: Failed to create file “/home/alice/.config/dconf/user.DM4NZ3”: Permission denied",
                "error: GDBus.Error:org.freedesktop.DBus.Error.TimedOut: Failed to activate service 'ca.desrt.dconf': timed out (service_start_timeout=120000ms) | the service of dconf does not start; run: systemctl --user restart dconf, or where that is not installed: sudo apt-get install dconf-service",
                "error: GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name ca.desrt.dconf was not provided by any .service files | the service of dconf does not start; run: systemctl --user restart dconf, or where that is not installed: sudo apt-get install dconf-service",
                "error: Timeout was reached | the service of dconf does not start; run: systemctl --user restart dconf, or where that is not installed: sudo apt-get install dconf-service",
            })
    void why_dconf_refused_is_told_without_what_it_was_given(String words, String reason) {
        commands.answer("dconf load /", 1, "", words + "\n");
        assertEquals(new Attempt.Refused(reason), settings().apply(List.of(set(CURSOR, "32")), Progress.SILENT));
    }

    @Test
    void without_a_bus_nothing_is_tried() throws IOException {
        Files.delete(root.resolve("run/user/1000/bus"));
        var remedy = "the desktop of alice has no bus now: log in to it, or run: loginctl enable-linger alice";
        var action = set(CURSOR, "32");
        assertEquals(Map.of(CURSOR, new Forecast.Impossible(remedy)), settings().forecast(List.of(action)));
        assertEquals(new Attempt.Refused(remedy), settings().apply(List.of(action), Progress.SILENT));
        assertEquals(List.of(), commands.asked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type i | 7 | ",
                "range i 0 100 | 100 | ",
                "range i 0 100 | 101 | it takes 0 to 100",
                "range u 1 5 | uint32 0 | it takes 1 to 5",
                "range d 0.5 3.0 | 0.5 | ",
                "range d 0.5 3.0 | nan | it takes 0.5 to 3.0",
                "enum;'24h';'12h' | '12h' | ",
                "enum;'24h';'12h' | '99h' | it takes '24h', '12h'",
                "flags;'a';'b' | ['a', 'b'] | ",
                "flags;'a';'b' | @as [] | ",
                "flags;'a';'b' | ['c'] | it takes 'a', 'b'",
            })
    void what_a_setting_takes_is_read_from_its_range(String range, String value, String refusal) {
        assertEquals(Optional.ofNullable(refusal), Range.refuses(range.replace(';', '\n'), value(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "window-size, true",
        "window-maximized, true",
        "initial-size-file-chooser, true",
        "last-folder-path, true",
        "check-timestamp, true",
        "command-history, true",
        "cursor-size, false",
        "clock-format, false",
        "cursor-blink-timeout, false",
        "last, false",
        "lastly, false",
    })
    void what_a_program_notes_is_known_by_its_name(String name, boolean note) {
        assertEquals(note, Passing.isNote(id("org.a/" + name).name()));
    }
}
