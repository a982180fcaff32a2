package dev.twinsync.domain.timers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.timers.Written.Form;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents may say of timers, how it is written for systemd, and what may not get into a unit file. */
class TimerWordsTest {

    /** The right column was printed by systemd-analyze of systemd 252; a lab test asks the one that is there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    minutely                    | *-*-* *:*:00
                    hourly                      | *-*-* *:00:00
                    daily                       | *-*-* 00:00:00
                    weekly                      | Mon *-*-* 00:00:00
                    monthly                     | *-*-01 00:00:00
                    daily UTC                   | *-*-* 00:00:00 UTC
                    Mon                         | Mon *-*-* 00:00:00
                    Mon..Fri 03:00              | Mon..Fri *-*-* 03:00:00
                    Fri,Mon,Tue,Wed             | Mon..Wed,Fri *-*-* 00:00:00
                    Sat,Sun                     | Sat,Sun *-*-* 00:00:00
                    Mon..Sun 4:5:6              | *-*-* 04:05:06
                    18,6:00                     | *-*-* 06,18:00:00
                    *:0/15                      | *-*-* *:00/15:00
                    8..17:30                    | *-*-* 08..17:30:00
                    12-24                       | *-12-24 00:00:00
                    2030-1-5 1:2                | 2030-01-05 01:02:00
                    *-2~3                       | *-02~03 00:00:00
                    Mon 03:00 Europe/Berlin     | Mon *-*-* 03:00:00 Europe/Berlin
                    """)
    void a_time_by_the_calendar_is_written_as_systemd_writes_it(String text, String normal) {
        assertEquals(normal, new Calendar(text).normal().text());
        assertEquals(normal, new Calendar(normal).normal().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-daily",
                "--help",
                "daily\n",
                "daily\nUnit=x.service",
                "daily;weekly",
                "bogus",
                "@reboot",
                "* * * * *",
                "daily  UTC",
                "%h",
                "Mon Tue",
                "03:00 ",
                "Monday",
                "\\",
                "daily\\",
                "#daily",
                "1:2:3:4",
                "Mon..Fri\t03:00",
                "*-*-*-*"
            })
    void what_is_no_time_by_the_calendar_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Calendar(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "90,1min 30s",
        "30min,30min",
        "1.5h,1h 30min",
        "1h 30min,1h 30min",
        "1h30min,1h 30min",
        "100d,3month 1w 1d 16h 30min",
        "1500ms,1s 500ms",
        "2weeks,2w",
        "36 24h,1d 36s",
        "1.999999y,1y 11month 4w 2d 10h 29min 28s 442ms 400us"
    })
    void a_length_of_time_has_one_form(String text, String normal) {
        assertEquals(normal, new Span(text).normal().text());
        assertEquals(normal, new Span(normal).normal().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "5 min",
                "1h\n",
                "infinity",
                "1h;",
                "1e9",
                "999999999y",
                "200000y 200000y",
                "1h  2min",
                "1.5.5",
                "1.51.5",
                "%i",
                "1parsec"
            })
    void what_is_no_length_of_time_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Span(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fstrim",
                "fstrim.service",
                "-x.timer",
                "../x.timer",
                "a/b.timer",
                "x@.timer",
                ".timer",
                "x.timer\n",
                "x y.timer",
                "%i.timer",
                "x\u0000.timer",
                "x\u202e.timer",
                ""
            })
    void a_name_that_is_no_timer_or_leads_elsewhere_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new TimerName(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    schedule: daily             | expected a list, found "daily"
                    persistent: maybe           | expected true or false, found "maybe"
                    shedule: daily              | unknown key "shedule"; did you mean "schedule"?
                    unit: x.timer               | x.timer cannot start itself
                    delay: soon                 | "soon" is not a length of time, as 30min or 1h 30min is one
                    """)
    void a_wish_that_cannot_be_meant_is_refused_at_reading(String line, String message) {
        var pair = line.split(": ");
        var map = Tree.map().put("name", "x.timer").put(pair[0], Tree.literal(pair[1]));
        assertEquals(
                List.of(message),
                new Timers()
                        .desired().read(map.build()).problems().stream()
                                .map(Problem::message)
                                .toList());
    }

    @Test
    void a_wish_for_nothing_and_one_for_never_are_refused() {
        var nothing = Tree.map().put("name", "x.timer");
        assertTrue(new Timers()
                .desired()
                .read(nothing.build())
                .problems()
                .toString()
                .contains("wants nothing"));
        var never = nothing.put("schedule", Tree.list(List.of())).put("intervals", Tree.list(List.of()));
        assertTrue(
                new Timers().desired().read(never.build()).problems().toString().contains("would never elapse"));
    }

    @Test
    void a_drop_in_first_clears_the_triggers_that_it_replaces() {
        var setting = new Setting(
                Optional.of(new Triggers(
                        List.of(new Calendar("weekly"), new Calendar("03:00")),
                        List.of(Interval.parse("unit-active 1d")))),
                Optional.of(true),
                Optional.of(new Span("30min")),
                Optional.empty());
        assertEquals("""
                # Written by twin, as state/timers.yaml has it. Change it there.
                [Timer]
                OnCalendar=
                OnCalendar=weekly
                OnCalendar=03:00
                OnUnitActiveSec=1d
                Persistent=true
                RandomizedDelaySec=30min
                """, TimerText.print(new Written(Form.DROP_IN, setting)));
    }

    @Test
    void what_was_written_is_read_as_what_it_was_whatever_order_it_was_declared_in() {
        var laws = new TimersTest();
        Property.forAll(laws.anyAction(), action -> {
            if (action instanceof TimerAction.Writes writes) {
                var file = writes.written();
                var read = TimerText.read(file.form(), TimerText.print(file)).orElseThrow();
                assertEquals(file, read);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Timer]\nOnCalendar=daily\n",
                TimerText.MARK + "\n[Timer]\nOnCalendar=\nOnCalendar=daily\nAccuracySec=1s\n",
                TimerText.MARK + "\n[Timer]\nOnCalendar=daily\n",
                TimerText.MARK + "\n[Timer]\nOnCalendar=\nOnCalendar=bogus\n",
                TimerText.MARK + "\n[Timer]\nPersistent=yes\n",
                ""
            })
    void what_somebody_else_wrote_or_changed_is_not_taken_for_twins(String text) {
        assertEquals(Optional.empty(), TimerText.read(Form.DROP_IN, text));
    }

    @Test
    void an_accepted_text_is_one_line_of_a_unit_file() {
        var parts =
                Arbitraries.of("\n", "\r", "\u0000", "%", "#", " ", "daily", "03:00", "Mon", "1h", "\\", ";", "Unit=");
        Property.forAll(parts.list().ofMinSize(1).ofMaxSize(4), list -> {
            var text = String.join("", list);
            try {
                var setting = new Setting(
                        Optional.of(new Triggers(List.of(new Calendar(text)), List.of())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                assertEquals(
                        4,
                        TimerText.print(new Written(Form.DROP_IN, setting))
                                .lines()
                                .count(),
                        text);
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().contains("is not a time by the calendar"), refused::getMessage);
            }
        });
    }
}
