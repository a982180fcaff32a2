package dev.twinsync.os.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.desktop.DesiredSetting;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.desktop.SettingId;
import dev.twinsync.domain.desktop.WishedValue;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lab machine's user alice, who has a bus and no desktop, as the tests set her up and look behind twin's back. */
final class DesktopLab {

    static final Self ALICE = new Self("alice", 1000);
    static final Path HOME = Path.of("/home/alice");
    static final Session WITH_BUS = new Session(ALICE, HOME, Path.of("/run"));
    private static final CommandRunner RUNNER = new SystemCommandRunner();
    private static final String INTERFACE = "org.gnome.desktop.interface/";
    private static final Map<String, String> HER_BUS = Map.of(
            "HOME", "/home/alice",
            "XDG_RUNTIME_DIR", "/run/user/1000",
            "DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus");

    private DesktopLab() {}

    /** Every program runs as alice, at the end of a pipe of her own: root's she could not open again. */
    static Result runAsAlice(Command command) {
        var arguments = new ArrayList<>(
                List.of("-u", "alice", "--", "sh", "-c", "cat | exec \"$0\" \"$@\"", command.program()));
        arguments.addAll(command.arguments());
        return RUNNER.run(Command.of("which", command.program())) instanceof Result.Ended found && found.exit() != 0
                ? new Result.NoSuchProgram(command.program())
                : RUNNER.run(Command.of("runuser", arguments)
                        .withInput(command.input())
                        .withEnvironment(command.environment()));
    }

    static GnomeSettings gnome() {
        return new GnomeSettings(DesktopLab::runAsAlice, WITH_BUS, Path.of("/"));
    }

    static KdeSettings kde() {
        return new KdeSettings(DesktopLab::runAsAlice, WITH_BUS);
    }

    static String asAlice(String program, String... arguments) {
        var ended = assertInstanceOf(
                Result.Ended.class, runAsAlice(Command.of(program, arguments).withEnvironment(HER_BUS)));
        assertEquals(0, ended.exit(), ended::message);
        return ended.text().strip();
    }

    static void asRoot(String program, String... arguments) {
        var ended = assertInstanceOf(Result.Ended.class, RUNNER.run(Command.of(program, arguments)));
        assertEquals(0, ended.exit(), ended::message);
    }

    static void write(String path, String text) {
        asRoot("mkdir", "-p", Path.of(path).getParent().toString());
        var ended = assertInstanceOf(
                Result.Ended.class,
                RUNNER.run(Command.of("tee", path).withInput(text.getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, ended.exit(), ended::message);
    }

    /** Nothing is chosen any more, and nothing is locked. */
    static void clear() {
        asAlice("dconf", "reset", "-f", "/");
        asRoot("rm", "-rf", "/etc/dconf/profile/user", "/etc/dconf/db");
        RUNNER.run(Command.of("rm", "-f", "/home/alice/.config/kdeglobals", "/home/alice/.config/labrc"));
    }

    /** The administrator gives a default and locks another one. */
    static void administer() {
        write("/etc/dconf/profile/user", "# what counts\nuser-db:user\nsystem-db:local\n");
        write("/etc/dconf/db/local.d/00", "[org/gnome/desktop/interface]\nclock-format='12h'\nfont-name='Given 9'\n");
        write("/etc/dconf/db/local.d/locks/clock", "/org/gnome/desktop/interface/clock-format\n");
        asRoot("dconf", "update");
    }

    static SettingId id(String key) {
        return SettingId.of(key).orElseThrow();
    }

    static GVariant value(String text) {
        return assertInstanceOf(GVariantReading.Value.class, GVariantText.parse(text, Optional.empty()))
                .value();
    }

    static DesktopAction.Set set(String key, String value) {
        return new DesktopAction.Set(id(key), value(value));
    }

    static DesiredSetting wish(String key, String text) {
        return new DesiredSetting.Present(id(key), new WishedValue.Plain(text));
    }

    static DesiredSetting absent(String key) {
        return new DesiredSetting.Absent(id(key));
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    static Seen<LiveSetting> seen(GnomeSettings settings, Scope scope) {
        return (Seen<LiveSetting>) assertInstanceOf(Seen.class, settings.observe(scope));
    }

    static LiveSetting seen(String key) {
        return seen(gnome(), new Scope.Only(Set.of(key))).find(key).orElseThrow();
    }

    /** Settings of several types, led through all that can be done to them. */
    static List<List<DesiredSetting>> journey() {
        var sources = "org.gnome.desktop.input-sources/sources";
        var idle = "org.gnome.desktop.session/idle-delay";
        var scale = INTERFACE + "text-scaling-factor";
        var folder = "org.gnome.desktop.app-folders.folder:/org/gnome/desktop/app-folders/folders/Utilities//name";
        return List.of(
                List.of(
                        wish(INTERFACE + "cursor-size", "48"),
                        wish(INTERFACE + "clock-format", "12h"),
                        wish(INTERFACE + "enable-animations", "false"),
                        wish(INTERFACE + "font-name", "it's \"Cantarell\" \\ é 11"),
                        wish(sources, "[('xkb', 'us'), ('xkb', 'de')]"),
                        wish(idle, "77"),
                        wish(scale, "1.25"),
                        wish(folder, "Tools")),
                List.of(
                        wish(INTERFACE + "cursor-size", "24"),
                        wish(sources, "[('xkb', 'us')]"),
                        wish(idle, "uint32 78"),
                        wish(scale, "2"),
                        wish(folder, "")),
                List.of(absent(INTERFACE + "cursor-size"), absent(sources), wish(idle, "79"), absent(folder)));
    }
}
