package dev.twinsync.domain.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.Property;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would become a second line of a crontab, another user's crontab, or an option of {@code crontab}. */
class CronInjectionTest {

    private static final String PAYLOAD = "* * * * * root id";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0000", "\u0085", "\u000b", "\u000c", "\u001b", "\u007f", "\ud800"})
    void nothing_of_an_entry_may_begin_another_line(String end) {
        assertThrows(IllegalArgumentException.class, () -> new CronCommand("true" + end + PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> new CronCommand("true" + end));
        assertThrows(IllegalArgumentException.class, () -> new Schedule("0 3 * * *" + end));
        assertThrows(IllegalArgumentException.class, () -> new Schedule("0 3 * * *" + end + PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> new Schedule("@daily" + end + PAYLOAD));
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A", "x" + end + PAYLOAD)));
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A" + end + "B", "x")));
        assertThrows(IllegalArgumentException.class, () -> new CronId("a" + end));
        assertThrows(IllegalArgumentException.class, () -> new UserName("alice" + end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-u root",
                "-u",
                "-r",
                "--",
                "alice root",
                "alice:root",
                "../root",
                "a/b",
                "~alice",
                "0",
                "",
                "\u0430lice",
                "alice\u200b",
                "alice$"
            })
    void a_user_that_is_an_option_or_a_path_is_refused(String user) {
        assertThrows(IllegalArgumentException.class, () -> new UserName(user));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * * root",
                "* * * * * %",
                "* * * *",
                "@reboot root",
                "@",
                "#@daily",
                "A=b",
                "* * * * $(id)",
                "*  * * * *",
                "* * * *\t*"
            })
    void a_schedule_with_more_than_a_schedule_in_it_is_refused(String schedule) {
        assertThrows(IllegalArgumentException.class, () -> new Schedule(schedule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=B", "A B", "#A", "-A", "", "A\"", "1A"})
    void a_variable_that_is_more_than_a_name_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of(name, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date +\\%F", "mail -s x%body%more", "100%"})
    void a_percent_sign_is_kept_as_it_is(String command) {
        assertEquals("# twin:a\n0 3 * * * " + command + "\n", crontabOf(new CronCommand(command)));
    }

    private static String crontabOf(CronCommand command) {
        var job = new CronJob(new Schedule("0 3 * * *"), command, true, CronEnvironment.NONE);
        var add = new CronAction.Add(new CronId("a"), new UserName("alice"), job);
        var edit = CrontabText.parse("").with(List.of(add));
        return assertInstanceOf(CrontabEdit.Changed.class, edit).text().print();
    }

    @Test
    void an_accepted_command_is_one_line_of_the_crontab() {
        var parts = Arbitraries.of("\n", "\r", "\u0000", "%", "#", " ", "* * * * *", "A=b", "true", "é", "\t");
        Property.forAll(parts.list().ofMinSize(1).ofMaxSize(4), list -> {
            var text = String.join("", list);
            if (accepts(text)) {
                assertEquals("# twin:a\n0 3 * * * " + text + "\n", crontabOf(new CronCommand(text)));
                assertEquals(2, crontabOf(new CronCommand(text)).lines().count(), text);
            }
        });
    }

    private static boolean accepts(String command) {
        try {
            return new CronCommand(command).text().equals(command);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
