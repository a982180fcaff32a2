package dev.twinsync.os.timers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.Calendar;
import dev.twinsync.domain.timers.DesiredTimer;
import dev.twinsync.domain.timers.Interval;
import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.Setting;
import dev.twinsync.domain.timers.Span;
import dev.twinsync.domain.timers.TimerAction;
import dev.twinsync.domain.timers.TimerAction.Change;
import dev.twinsync.domain.timers.TimerAction.Make;
import dev.twinsync.domain.timers.TimerAction.Remove;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.domain.timers.Timers;
import dev.twinsync.domain.timers.Triggers;
import dev.twinsync.domain.timers.Written.Form;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SimulatedTimersTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real systemd, as root. */
@Tag("lab")
class SystemdTimersLabTest extends BackendContract<DesiredTimer, LiveTimer, TimerAction> {

    private static final SystemCommandRunner COMMANDS = new SystemCommandRunner();
    private static final SystemdTimers TIMERS = new SystemdTimers(COMMANDS);
    private static final Path UNITS = Path.of("/etc/systemd/system");
    private static final TimerName CLEAN = new TimerName("systemd-tmpfiles-clean.timer");
    private static final TimerName OWN = new TimerName("lab-own.timer");

    @Override
    protected Kind<DesiredTimer, LiveTimer, TimerAction> kind() {
        return new Timers();
    }

    @Override
    protected Backend<LiveTimer, TimerAction> backend() {
        return TIMERS;
    }

    @Override
    protected List<List<DesiredTimer>> journey() {
        return SimulatedTimersTest.journeyOf();
    }

    @AfterEach
    void nothing_is_left_of_it() {
        List.of(
                        new Remove(OWN, Form.UNIT),
                        new Remove(CLEAN, Form.DROP_IN),
                        new Remove(new TimerName("toy-static.timer"), Form.DROP_IN))
                .forEach(SystemdTimersLabTest::perform);
    }

    private static Attempt perform(TimerAction action) {
        return TIMERS.apply(List.of(action), Progress.SILENT);
    }

    private static Setting setting(String schedule, String... intervals) {
        return new Setting(
                Optional.of(new Triggers(
                        List.of(new Calendar(schedule)),
                        List.of(intervals).stream().map(Interval::parse).toList())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Make own(String schedule) {
        return new Make(
                OWN,
                new Setting(
                        setting(schedule).triggers(),
                        Optional.of(true),
                        Optional.of(new Span("1s")),
                        Optional.of(new UnitName("toy-static.service"))));
    }

    private static LiveTimer see(TimerName name) {
        var seen = assertInstanceOf(Observation.Seen.class, TIMERS.observe(new Scope.Only(Set.of(name.text()))));
        return (LiveTimer) seen.live().getFirst();
    }

    /** What a program of the machine itself says: the oracle. */
    private static String run(String program, String... arguments) {
        return assertInstanceOf(Result.Ended.class, COMMANDS.run(Command.of(program, arguments)))
                .text()
                .strip();
    }

    @Test
    void every_timer_of_this_machine_is_seen() {
        var seen = assertInstanceOf(Observation.Seen.class, TIMERS.observe(Scope.everything()));
        assertEquals(List.of(), seen.gaps());
        assertEquals(
                run("systemctl", "list-unit-files", "--plain", "--no-legend", "*.timer")
                        .lines()
                        .count(),
                seen.live().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minutely",
                "hourly",
                "daily",
                "weekly",
                "monthly",
                "quarterly",
                "semiannually",
                "yearly",
                "annually",
                "daily UTC",
                "Mon",
                "Mon..Fri 03:00",
                "Fri,Mon,Tue,Wed",
                "Sat,Sun",
                "Mon..Sun 4:5:6",
                "18,6:00",
                "*:0/15",
                "8..17:30",
                "12-24",
                "2030-1-5 1:2",
                "*-2~3",
                "Mon 03:00 Europe/Berlin",
                "*:*",
                "*-*-* *:*:*",
                "Mon,Sun 12-*-* 2,1:23",
                "Wed *-1",
                "10-15",
                "Thu,Fri *-1,5-11..30 11:12:13",
                "*-*~1/7",
                "0/6:00",
                "5:*/2"
            })
    void what_twin_takes_for_a_time_systemd_takes_for_the_same_or_twin_says_so(String text) {
        Calendar calendar;
        try {
            calendar = new Calendar(text);
        } catch (IllegalArgumentException notTaken) {
            return;
        }
        var said = run("systemd-analyze", "calendar", "--iterations=0", "--", text);
        boolean same = said.contains("Normalized form: " + calendar.normal() + "\n")
                || said.endsWith("Normalized form: " + calendar.normal());
        assertEquals(
                same,
                new CalendarCheck(COMMANDS)
                        .fault(new Setting(
                                Optional.of(new Triggers(List.of(calendar), List.of())),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .isEmpty(),
                said);
    }

    @Test
    void a_timer_that_runs_elapses_by_its_new_schedule_at_once() {
        perform(own("yearly"));
        run("systemctl", "start", OWN.text());
        assertTrue(next().contains("-01-01 00:00"), SystemdTimersLabTest::next);
        assertEquals(new Attempt.Ran(), perform(own("*-07-01 12:00")));
        assertTrue(next().contains("-07-01 12:00"), SystemdTimersLabTest::next);
        assertEquals("active", run("systemctl", "is-active", OWN.text()));
    }

    private static String next() {
        return run("systemctl", "show", "--property=NextElapseUSecRealtime", "--value", OWN.text());
    }

    @Test
    void the_intervals_of_a_package_are_there_again_once_the_drop_in_is_gone() throws IOException {
        var before = see(CLEAN);
        var kept = new String[] {"boot 15min", "unit-active 1d"};
        assertEquals(new Attempt.Ran(), perform(new Change(CLEAN, setting("daily", kept))));
        assertEquals(before.now(), see(CLEAN).otherwise());
        assertEquals(
                before.now().orElseThrow().triggers().intervals(),
                see(CLEAN).now().orElseThrow().triggers().intervals());
        assertEquals(new Attempt.Ran(), perform(new Remove(CLEAN, Form.DROP_IN)));
        assertEquals(before, see(CLEAN));
        assertFalse(Files.exists(UNITS.resolve(CLEAN + ".d")), "the folder is gone, too");
    }

    @Test
    void what_others_put_beside_it_stays() throws IOException {
        perform(new Change(CLEAN, setting("daily")));
        var others = UNITS.resolve(CLEAN + ".d/10-mine.conf");
        Files.writeString(others, "[Timer]\nAccuracySec=1s\n");
        assertEquals(new Attempt.Ran(), perform(new Remove(CLEAN, Form.DROP_IN)));
        assertTrue(Files.exists(others));
        Files.delete(others);
        Files.delete(others.getParent());
    }

    @Test
    void a_timer_of_twins_own_is_switched_off_with_it() {
        perform(own("daily"));
        run("systemctl", "enable", "--now", OWN.text());
        assertEquals("enabled", run("systemctl", "is-enabled", OWN.text()));
        assertEquals(new Attempt.Ran(), perform(new Remove(OWN, Form.UNIT)));
        assertEquals("inactive", run("systemctl", "is-active", OWN.text()));
        assertFalse(Files.exists(UNITS.resolve("timers.target.wants").resolve(OWN.text())));
        assertFalse(Files.exists(UNITS.resolve(OWN.text())));
    }

    @Test
    void a_file_of_somebody_else_is_neither_written_nor_taken_away() throws IOException {
        Files.writeString(UNITS.resolve("lab-theirs.timer"), "[Timer]\nOnCalendar=daily\nUnit=toy-static.service\n");
        var theirs = new TimerName("lab-theirs.timer");
        try {
            assertInstanceOf(
                    Attempt.Refused.class,
                    perform(new Make(theirs, own("weekly").setting())));
            assertInstanceOf(Attempt.Refused.class, perform(new Remove(theirs, Form.UNIT)));
            assertTrue(Files.readString(UNITS.resolve("lab-theirs.timer")).startsWith("[Timer]"));
        } finally {
            Files.delete(UNITS.resolve("lab-theirs.timer"));
            run("systemctl", "daemon-reload");
        }
    }

    @Test
    void a_link_in_the_way_is_not_followed() throws IOException {
        var victim = Path.of("/var/tmp/victim");
        Files.createDirectories(victim);
        var folder = UNITS.resolve(CLEAN + ".d");
        Files.createSymbolicLink(folder, victim);
        try {
            assertInstanceOf(Attempt.Refused.class, perform(new Change(CLEAN, setting("daily"))));
            assertFalse(Files.exists(victim.resolve("50-twin.conf")));
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void a_unit_that_systemd_does_not_load_is_taken_back() throws IOException {
        var folder = UNITS.resolve("lab-own.timer.d");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("90-broken.conf"), "[Timer]\nOnCalendar=\n");
        try {
            var refused = assertInstanceOf(Attempt.Refused.class, perform(own("daily")));
            assertTrue(refused.reason().contains("it was taken back"), refused::reason);
            assertFalse(Files.exists(UNITS.resolve(OWN.text())));
        } finally {
            Files.delete(folder.resolve("90-broken.conf"));
            Files.delete(folder);
        }
    }

    @Test
    void what_a_kill_left_is_tidied_up_and_read_by_systemd() throws IOException {
        perform(own("daily"));
        run("systemctl", "start", OWN.text());
        Files.writeString(
                UNITS.resolve(OWN.text()),
                Files.readString(UNITS.resolve(OWN.text())).replace("daily", "weekly"));
        assertTrue(see(OWN).unread());
        assertEquals(new Attempt.Ran(), TIMERS.mend(List.of(own("weekly")), Progress.SILENT));
        assertFalse(see(OWN).unread());
        assertEquals(
                List.of(new Calendar("Mon *-*-* 00:00:00")),
                see(OWN).now().orElseThrow().triggers().schedule());
    }
}
