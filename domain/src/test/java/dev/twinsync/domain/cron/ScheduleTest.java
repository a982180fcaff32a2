package dev.twinsync.domain.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "0 3 * * *",
                "*/5 0-23/2 1,15 * 1-5",
                "59 23 31 12 7",
                "05 03 * * 0",
                "0 0 * jan,Feb,DEC mon",
                "0 0 * Jan-Mar Mon-Fri",
                "0 0 29 2 *",
                "0 0 31 2 5",
                "*/59 */23 */30 */11 */6",
                "5-5 * * * *",
                "@reboot",
                "@yearly",
                "@annually",
                "@monthly",
                "@weekly",
                "@daily",
                "@midnight",
                "@hourly"
            })
    void makes_sense(String text) {
        assertEquals(Optional.empty(), new Schedule(text).flaw());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */61 * * * *    | minute "*/61": a step of 61 does not fit: 1 to 59 leave more than one value
            */0 * * * *     | minute "*/0": a step of 0 does not fit: 1 to 59 leave more than one value
            0 */24 * * *    | hour "*/24": a step of 24 does not fit: 1 to 23 leave more than one value
            0 0 * * */7     | day of week "*/7": a step of 7 does not fit: 1 to 6 leave more than one value
            5-10/6 * * * *  | minute "5-10/6": a step of 6 does not fit: 1 to 5 leave more than one value
            5-1 * * * *     | minute "5-1": the range runs backwards and never matches
            0 22-2 * * *    | hour "22-2": the range runs backwards and never matches
            0 0 * * Sun-Tue | day of week "Sun-Tue": Sun is both 0 and 7; write the range in numbers
            0 0 * * Sat-Sun | day of week "Sat-Sun": Sun is both 0 and 7; write the range in numbers
            60 * * * *      | minute "60": 60 is not between 0 and 59
            0 24 * * *      | hour "24": 24 is not between 0 and 23
            0 0 0 * *       | day of month "0": 0 is not between 1 and 31
            0 0 * 13 *      | month "13": 13 is not between 1 and 12
            0 0 * * 8       | day of week "8": 8 is not between 0 and 7
            0 0 * Mon *     | month "Mon": MON is not between 1 and 12
            Jan * * * *     | minute "Jan": JAN is not between 0 and 59
            5/2 * * * *     | minute "5/2": a step needs * or a range before it
            0 0 30 2 *      | it never runs: no such month has a day 30
            0 0 31 4,6 */2  | it never runs: no such month has a day 31
            @Dai            | "@Dai" is not a schedule
            @often          | cron knows no @often, but @reboot, @hourly, @daily, @weekly, @monthly and @yearly
            """)
    void never_runs_as_meant(String text, String reason) {
        String found;
        try {
            found = new Schedule(text).flaw().orElse("");
        } catch (IllegalArgumentException refused) {
            found = refused.getMessage();
        }
        assertTrue(found.startsWith(reason), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,,2", ",1", "1,", "*/", "1-", "-1", "1-2-3", "*5", "MonTue", "*-5", "007", "1--2", "/5"})
    void a_field_that_is_no_list_of_values_ranges_and_steps_has_a_flaw(String field) {
        assertTrue(new Schedule(field + " * * * *").flaw().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "*  * * * *",
                " * * * * *",
                "* * * * * ",
                "*\t* * * *",
                "* * * * *\n",
                "? * * * *",
                "* * L * *",
                "~ * * * *",
                "please do not do this",
                "#0 3 * * *",
                "@",
                "@daily x"
            })
    void five_words_that_are_no_schedule_are_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Schedule(text));
    }

    @Test
    void a_very_long_text_is_refused_and_does_not_exhaust_the_stack() {
        assertThrows(IllegalArgumentException.class, () -> new Schedule("Jan".repeat(100_000)));
    }
}
