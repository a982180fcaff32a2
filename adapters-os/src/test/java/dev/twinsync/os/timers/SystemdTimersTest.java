package dev.twinsync.os.timers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.Calendar;
import dev.twinsync.domain.timers.Interval;
import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.Setting;
import dev.twinsync.domain.timers.Span;
import dev.twinsync.domain.timers.TimerAction;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.domain.timers.TimerText;
import dev.twinsync.domain.timers.Triggers;
import dev.twinsync.domain.timers.Workings;
import dev.twinsync.domain.timers.Written;
import dev.twinsync.domain.timers.Written.Form;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What systemd 252 printed on the lab machine, and what twin makes of it. */
class SystemdTimersTest {

    private static final String LIST = "systemctl --no-pager --no-ask-password list-unit-files";
    private static final String SHOW = "systemctl --no-pager --no-ask-password show";
    private static final String ANALYZE = "systemd-analyze calendar --iterations=0 --";
    private static final String FILES = "fstrim.timer enabled enabled\ngone.timer transient -\nx@.timer static -\n";
    private static final TimerName TRIM = new TimerName("fstrim.timer");
    private static final UnitName TRIMS = new UnitName("fstrim.service");
    private static final Workings WEEKLY = workings("Mon *-*-* 00:00:00", "1h 40min");

    @TempDir
    Path place;

    private final ScriptedCommands commands = new ScriptedCommands();

    @BeforeEach
    void a_machine_with_systemd() throws IOException {
        Files.createDirectories(place.resolve("run/systemd/system"));
        Files.createDirectories(place.resolve("etc"));
        commands.answer(LIST, FILES);
    }

    private SystemdTimers timers(Self self) {
        return new SystemdTimers(commands, self, place.resolve("run"), place.resolve("etc"));
    }

    private static Workings workings(String schedule, String delay) {
        return new Workings(new Triggers(List.of(new Calendar(schedule)), List.of()), true, new Span(delay), TRIMS);
    }

    private static String shown(String state, String... more) {
        return String.join("\n", more) + "\nUnit=fstrim.service\nRandomizedDelayUSec=1h 40min\nPersistent=yes\n"
                + "Id=fstrim.timer\nLoadState=" + state + "\nFragmentPath=/lib/systemd/system/fstrim.timer\n"
                + "DropInPaths=\nNeedDaemonReload=no\n";
    }

    private static final String CALENDAR = "TimersCalendar={ OnCalendar=Mon *-*-* 00:00:00 ; next_elapse=(null) }";

    private Observation<LiveTimer> look() {
        return timers(new Self("root", 0)).observe(Scope.everything());
    }

    private void drop(String text) throws IOException {
        Files.createDirectories(place.resolve("etc/fstrim.timer.d"));
        Files.writeString(place.resolve("etc/fstrim.timer.d/50-twin.conf"), text);
    }

    @Test
    void a_timer_of_a_package_is_seen_without_when_it_elapses_next() {
        commands.answer(SHOW, shown("loaded", CALENDAR));
        assertEquals(new Observation.Seen<>(List.of(LiveTimer.untouched(TRIM, WEEKLY))), look());
        assertTrue(commands.lines().getLast().endsWith("-- fstrim.timer"), commands.lines()::toString);
    }

    @Test
    void intervals_are_seen_beside_the_calendar() {
        commands.answer(
                SHOW,
                shown(
                        "loaded",
                        CALENDAR,
                        "TimersMonotonic={ OnUnitActiveUSec=1d ; next_elapse=0 }",
                        "TimersMonotonic={ OnBootUSec=15min ; next_elapse=16h 17min 14.862768s }"));
        var seen = assertInstanceOf(Observation.Seen.class, look());
        var timer = assertInstanceOf(LiveTimer.class, seen.live().getFirst());
        assertEquals(
                List.of(Interval.parse("boot 15min"), Interval.parse("unit-active 1d")),
                timer.now().orElseThrow().triggers().intervals());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TimersCalendar={ OnCalendar=*-*-* 00:00:00.500000 ; next_elapse=0 }",
                "TimersCalendar={ odd }",
                "TimersMonotonic={ OnFullMoonUSec=1d ; next_elapse=0 }",
                ""
            })
    void what_twin_has_no_words_for_is_not_seen_and_not_taken_for_nothing(String trigger) {
        commands.answer(SHOW, shown("loaded", trigger));
        var seen = assertInstanceOf(Observation.Seen.class, look());
        assertEquals(List.of(), seen.live());
        var gap = assertInstanceOf(Gap.class, seen.gaps().getFirst());
        assertTrue(gap.reason().startsWith("systemd tells of it what twin has no words for: "), gap::toString);
    }

    @Test
    void a_look_that_systemctl_does_not_answer_is_no_empty_machine() {
        commands.answer(SHOW, 1, "", "Failed to connect to bus");
        assertEquals(new Observation.Unavailable<>("systemctl show ended with 1: Failed to connect to bus"), look());
        commands.answer(SHOW, "Id=fstrim.timer\n\nId=more.timer\n");
        assertEquals(new Observation.Unavailable<>("systemctl show answered for 2 units of 1"), look());
    }

    @Test
    void without_systemd_nothing_is_seen_and_nothing_done() throws IOException {
        Files.delete(place.resolve("run/systemd/system"));
        var reason = "this machine was not started by systemd, so it has no timers";
        assertEquals(new Observation.Unavailable<>(reason), look());
        assertEquals(
                new Attempt.Refused(reason),
                timers(new Self("root", 0)).apply(List.of(change("daily")), Progress.SILENT));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void what_twin_wrote_is_told_with_what_would_be_without_it() throws IOException {
        var fragment = place.resolve("fstrim.timer");
        Files.writeString(fragment, "[Timer]\nOnCalendar=weekly\nRandomizedDelaySec=100m\nPersistent=true\n");
        var written = new Written(Form.DROP_IN, setting("daily"));
        drop(TimerText.print(written));
        commands.answer(
                SHOW,
                shown("loaded", "TimersCalendar={ OnCalendar=*-*-* 00:00:00 ; next_elapse=0 }")
                        .replace("/lib/systemd/system/fstrim.timer", fragment.toString()));
        assertEquals(
                new Observation.Seen<>(List.of(new LiveTimer(
                        TRIM,
                        Optional.of(workings("*-*-* 00:00:00", "1h 40min")),
                        Optional.of(written),
                        Optional.of(WEEKLY),
                        false))),
                look());
    }

    @Test
    void a_drop_in_of_somebody_else_is_read_also_where_its_name_has_a_blank() throws IOException {
        var fragment = place.resolve("fstrim.timer");
        Files.writeString(fragment, "[Timer]\nOnCalendar=weekly\nPersistent=true\n");
        var written = new Written(Form.DROP_IN, setting("daily"));
        drop(TimerText.print(written));
        var twins = place.resolve("etc/fstrim.timer.d/50-twin.conf");
        var other = place.resolve("etc/fstrim.timer.d/40 mine.conf");
        Files.writeString(other, "[Timer]\nRandomizedDelaySec=100m\n");
        commands.answer(
                SHOW,
                shown("loaded", "TimersCalendar={ OnCalendar=*-*-* 00:00:00 ; next_elapse=0 }")
                        .replace("/lib/systemd/system/fstrim.timer", fragment.toString())
                        .replace("DropInPaths=", "DropInPaths=\"" + other + "\" " + twins));
        var seen = assertInstanceOf(Observation.Seen.class, look());
        assertEquals(
                Optional.of(WEEKLY),
                assertInstanceOf(LiveTimer.class, seen.live().getFirst()).otherwise());
    }

    @Test
    void a_drop_in_that_somebody_changed_is_left_alone_and_told() throws IOException {
        drop(TimerText.print(new Written(Form.DROP_IN, setting("daily"))) + "AccuracySec=1s\n");
        commands.answer(SHOW, shown("loaded", CALENDAR));
        var seen = assertInstanceOf(Observation.Seen.class, look());
        assertEquals(
                List.of(new Gap(
                        "fstrim.timer",
                        place.resolve("etc/fstrim.timer.d/50-twin.conf")
                                + " is not as twin wrote it, so twin leaves it alone; if it may go, delete it")),
                seen.gaps());
    }

    @Test
    void a_drop_in_without_its_timer_is_seen() throws IOException {
        var written = new Written(Form.DROP_IN, setting("daily"));
        Files.createDirectories(place.resolve("etc/left.timer.d"));
        Files.writeString(place.resolve("etc/left.timer.d/50-twin.conf"), TimerText.print(written));
        commands.answer(LIST, "");
        commands.answer(SHOW, "Unit=\nRandomizedDelayUSec=0\nPersistent=no\nId=left.timer\nLoadState=not-found\n");
        assertEquals(
                new Observation.Seen<>(List.of(new LiveTimer(
                        new TimerName("left.timer"), Optional.empty(), Optional.of(written), Optional.empty(), false))),
                look());
    }

    @Test
    void a_masked_timer_and_another_name_are_told_of_only_where_they_are_declared() {
        commands.answer(SHOW, shown("masked"));
        assertEquals(new Observation.Seen<>(List.of()), look());
        var declared = new Scope.Everything(Set.of("fstrim.timer"));
        var seen = assertInstanceOf(
                Observation.Seen.class, timers(new Self("root", 0)).observe(declared));
        assertTrue(seen.gaps().toString().contains("masked: false"), seen::toString);
        commands.answer(SHOW, shown("loaded", CALENDAR).replace("Id=fstrim", "Id=other"));
        assertEquals(new Observation.Seen<>(List.of()), look());
        seen = assertInstanceOf(
                Observation.Seen.class, timers(new Self("root", 0)).observe(declared));
        assertTrue(seen.gaps().toString().contains("it is another name of other.timer"), seen::toString);
    }

    private static Setting setting(String schedule) {
        return new Setting(
                Optional.of(new Triggers(List.of(new Calendar(schedule)), List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TimerAction change(String schedule) {
        return new TimerAction.Change(TRIM, setting(schedule));
    }

    @Test
    void a_time_that_systemd_does_not_take_is_told_before_anything_is_done() {
        commands.answer(ANALYZE + " 25:00", 1, "", "Failed to parse calendar specification '25:00': Invalid argument");
        var reason = "systemd does not understand the time \"25:00\"";
        var root = timers(new Self("root", 0));
        assertEquals(Map.of("fstrim.timer", new Forecast.Impossible(reason)), root.forecast(List.of(change("25:00"))));
        assertEquals(new Attempt.Refused(reason), root.apply(List.of(change("25:00")), Progress.SILENT));
    }

    @Test
    void a_time_that_systemd_takes_for_another_one_is_refused() {
        commands.answer(ANALYZE + " 0/1:00", "  Original form: 0/1:00\nNormalized form: *-*-* *:00:00\n");
        assertEquals(
                Map.of(
                        "fstrim.timer",
                        new Forecast.Impossible(
                                "systemd takes the time \"0/1:00\" for \"*-*-* *:00:00\"; write it so")),
                timers(new Self("root", 0)).forecast(List.of(change("0/1:00"))));
    }

    private Map<String, Forecast> foreseenWhereItWouldBeWritten() throws IOException {
        commands.answer(ANALYZE + " daily", "Normalized form: *-*-* 00:00:00\n");
        var etc = place.resolve("etc").toRealPath();
        var machine = new SystemdTimers(commands, new Self("root", 0), place.resolve("run"), etc);
        return machine.forecast(List.of(change("daily")));
    }

    @Test
    void a_folder_for_the_drop_in_that_is_a_link_is_told_before_anything_is_tried() throws IOException {
        var elsewhere = Files.createDirectory(place.resolve("elsewhere"));
        var folder = place.resolve("etc").toRealPath().resolve("fstrim.timer.d");
        assertEquals(Map.of(), foreseenWhereItWouldBeWritten());

        Files.createSymbolicLink(folder, elsewhere);
        var reason = folder + " is a symbolic link, which twin does not follow; put a folder with what is in it"
                + " in its place";
        assertEquals(Map.of("fstrim.timer", new Forecast.Impossible(reason)), foreseenWhereItWouldBeWritten());
    }

    @Test
    void a_file_where_the_folder_for_the_drop_in_would_be_is_told_before_anything_is_tried() throws IOException {
        var folder = Files.createFile(place.resolve("etc").toRealPath().resolve("fstrim.timer.d"));
        var reason = folder + " is no folder, so nothing can be in it; move it away";
        assertEquals(Map.of("fstrim.timer", new Forecast.Impossible(reason)), foreseenWhereItWouldBeWritten());
    }

    @Test
    void a_unit_that_is_not_there_may_still_come() {
        var setting = new Setting(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new UnitName("backup.service")));
        commands.answer(SHOW + " --property=LoadState -- backup.service", "LoadState=not-found\n");
        assertEquals(
                Map.of("fstrim.timer", new Forecast.Unknown("unit backup.service")),
                timers(new Self("root", 0)).forecast(List.of(new TimerAction.Change(TRIM, setting))));
    }

    @Test
    void only_root_changes_timers() {
        var alice = timers(new Self("alice", 1000));
        assertEquals(Optional.of("needs root, and twin runs as alice"), alice.obstacle(change("daily")));
        assertEquals(
                new Attempt.Refused("needs root, and twin runs as alice"),
                alice.apply(List.of(change("daily")), Progress.SILENT));
        assertEquals(List.of(), commands.lines());
    }
}
