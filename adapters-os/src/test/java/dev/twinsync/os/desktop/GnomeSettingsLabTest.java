package dev.twinsync.os.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lab")
class GnomeSettingsLabTest {

    private static final String INTERFACE = "org.gnome.desktop.interface/";
    private static final String CURSOR = INTERFACE + "cursor-size";
    private static final String CLOCK = INTERFACE + "clock-format";
    private static final String FONT = INTERFACE + "font-name";

    @BeforeEach
    @AfterEach
    void nothingIsChosen() {
        DesktopLab.clear();
    }

    private static Attempt apply(DesktopAction... actions) {
        return DesktopLab.gnome().apply(List.of(actions), Progress.SILENT);
    }

    private static List<String> chosen() {
        return DesktopLab.seen(DesktopLab.gnome(), Scope.everything()).live().stream()
                .map(Keyed::key)
                .toList();
    }

    private static Optional<LiveSetting> live(String chosen, String standard, String key, boolean locked) {
        return Optional.of(new LiveSetting(
                DesktopLab.id(key),
                Optional.of(chosen).filter(text -> !text.isEmpty()).map(DesktopLab::value),
                Optional.of(DesktopLab.value(standard)),
                locked));
    }

    @Test
    void only_what_the_user_chose_is_captured_and_what_is_declared_besides() {
        DesktopLab.asAlice("gsettings", "set", "org.gnome.desktop.interface", "cursor-size", "48");
        DesktopLab.administer();
        assertEquals(List.of(CURSOR), chosen());
        var seen = DesktopLab.seen(DesktopLab.gnome(), new Scope.Everything(Set.of(FONT, CLOCK)));
        assertEquals(live("48", "24", CURSOR, false), seen.find(CURSOR));
        assertEquals(live("", "'Given 9'", FONT, false), seen.find(FONT));
        assertEquals(live("", "'12h'", CLOCK, true), seen.find(CLOCK));
        assertEquals(3, seen.live().size());
        assertEquals(List.of(), seen.gaps());
    }

    @Test
    void what_no_schema_knows_is_left_out_and_so_is_a_value_of_another_type() {
        DesktopLab.asAlice("dconf", "write", "/stale/key", "1");
        DesktopLab.asAlice("dconf", "write", "/org/gnome/desktop/interface/cursor-size", "'large'");
        DesktopLab.asAlice("dconf", "write", "/org/gnome/desktop/interface/nosuch", "1");
        assertEquals(List.of(), chosen());
        var declared = Set.of("org.gnome.nosuch/key", INTERFACE + "nosuch", "org.gnome.nosuch:/stale//key", CURSOR);
        var seen = DesktopLab.seen(DesktopLab.gnome(), new Scope.Everything(declared));
        assertEquals(List.of(CURSOR), seen.live().stream().map(Keyed::key).toList());
        assertEquals(List.of(), seen.gaps());
        assertEquals(live("", "24", CURSOR, false), seen.find(CURSOR));
    }

    @Test
    void a_schema_in_one_of_several_places_is_seen_where_it_is_declared() {
        var tools = "org.gnome.desktop.app-folders.folder:/org/gnome/desktop/app-folders/folders/Utilities//name";
        var other = "org.gnome.desktop.app-folders.folder:/org/gnome/desktop/app-folders/folders/Other//name";
        assertEquals(new Attempt.Ran(), apply(DesktopLab.set(tools, "'Tools'")));
        var seen = DesktopLab.seen(DesktopLab.gnome(), new Scope.Everything(Set.of(tools, other)));
        assertEquals(live("'Tools'", "''", tools, false), seen.find(tools));
        assertEquals(live("", "''", other, false), seen.find(other));
        assertEquals(List.of(), chosen());
    }

    @Test
    void many_settings_go_in_one_piece_and_what_is_locked_refuses_all_of_them() {
        DesktopLab.administer();
        var refused = assertInstanceOf(
                Attempt.Refused.class, apply(DesktopLab.set(CURSOR, "48"), DesktopLab.set(CLOCK, "'24h'")));
        assertTrue(refused.reason().contains("locked"), refused::reason);
        assertEquals(List.of(), chosen());
    }

    @Test
    void what_a_setting_takes_is_known_beforehand() {
        var forecasts = DesktopLab.gnome()
                .forecast(List.of(
                        DesktopLab.set(CLOCK, "'99h'"),
                        DesktopLab.set(INTERFACE + "text-scaling-factor", "9.0"),
                        DesktopLab.set("org.gnome.desktop.peripherals.keyboard/delay", "uint32 500"),
                        DesktopLab.set(CURSOR, "48"),
                        DesktopLab.set("org.gnome.nosuch/key", "1")));
        assertEquals(new Forecast.Impossible("it takes '24h', '12h'"), forecasts.get(CLOCK));
        assertEquals(new Forecast.Impossible("it takes 0.5 to 3.0"), forecasts.get(INTERFACE + "text-scaling-factor"));
        assertInstanceOf(Forecast.Impossible.class, forecasts.get("org.gnome.nosuch/key"));
        assertEquals(3, forecasts.size());
    }

    @Test
    void without_a_bus_it_can_be_read_and_not_set() {
        apply(DesktopLab.set(CURSOR, "48"));
        var busless = new GnomeSettings(
                DesktopLab::runAsAlice,
                new Session(DesktopLab.ALICE, DesktopLab.HOME, Path.of("/nosuch")),
                Path.of("/"));
        assertEquals(
                live("48", "24", CURSOR, false),
                DesktopLab.seen(busless, Scope.everything()).find(CURSOR));
        var action = DesktopLab.set(CURSOR, "32");
        var impossible = assertInstanceOf(
                Forecast.Impossible.class, busless.forecast(List.of(action)).get(CURSOR));
        assertTrue(impossible.reason().contains("loginctl enable-linger alice"), impossible::reason);
        assertInstanceOf(Attempt.Refused.class, busless.apply(List.of(action), Progress.SILENT));
        assertEquals(live("48", "24", CURSOR, false), Optional.of(DesktopLab.seen(CURSOR)));
    }

    /** The socket may be left where nobody listens any more. */
    @Test
    void a_bus_that_does_not_answer_is_told_and_nothing_is_set(@TempDir Path run) throws IOException {
        var folder = run.resolve("user/1000");
        Files.createDirectories(folder);
        Files.createFile(folder.resolve("bus"));
        DesktopLab.asRoot("chmod", "-R", "a+rwX", run.toString());
        var deaf = new GnomeSettings(
                DesktopLab::runAsAlice, new Session(DesktopLab.ALICE, DesktopLab.HOME, run), Path.of("/"));
        var refused = assertInstanceOf(
                Attempt.Refused.class, deaf.apply(List.of(DesktopLab.set(CURSOR, "32")), Progress.SILENT));
        assertEquals("the bus of alice does not answer", refused.reason());
        assertEquals(List.of(), chosen());
    }

    /** A process a question and not a process a setting, of which there are more than 300. */
    @Test
    void a_look_at_all_settings_takes_a_handful_of_processes() {
        var processes = new AtomicInteger();
        var settings = new GnomeSettings(
                command -> {
                    processes.incrementAndGet();
                    return DesktopLab.runAsAlice(command);
                },
                DesktopLab.WITH_BUS,
                Path.of("/"));
        DesktopLab.seen(settings, Scope.everything());
        assertTrue(processes.get() <= 4, processes::toString);
    }
}
