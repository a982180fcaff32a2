package dev.twinsync.os.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.cron.Schedule;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our judgement of schedules beside that of the real cron. */
@Tag("lab")
class ScheduleLabTest {

    @AfterEach
    void none() {
        CronLab.clear();
    }

    private static boolean cronAccepts(String schedule) {
        return CronLab.install(CronLab.ALICE, (schedule + " true\n").getBytes(StandardCharsets.UTF_8))
                        .exit()
                == 0;
    }

    private static boolean twinAccepts(String schedule) {
        try {
            return new Schedule(schedule).flaw().isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static Arbitrary<String> field(int low, int high, String... names) {
        var number =
                Arbitraries.integers().between(low - 1, high + 1).map(Math::abs).map(String::valueOf);
        var value = names.length == 0 ? number : Arbitraries.oneOf(number, Arbitraries.of(names));
        var range = Combinators.combine(value, value).as((from, to) -> from + "-" + to);
        var plain = Arbitraries.oneOf(Arbitraries.just("*"), value, range);
        var stepped = Combinators.combine(plain, Arbitraries.integers().between(0, high + 2))
                .as((item, step) -> item + "/" + step);
        var items = Arbitraries.frequencyOf(
                Tuple.of(6, plain),
                Tuple.of(3, stepped),
                Tuple.of(1, Arbitraries.of("", "-", "*/", "1-2-3", "007", "*-5", "?", "L", "1/2")));
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("*")),
                Tuple.of(3, items.list().ofMinSize(1).ofMaxSize(2).map(list -> String.join(",", list))));
    }

    private static Arbitrary<String> schedule() {
        return Combinators.combine(
                        field(0, 59),
                        field(0, 23),
                        field(1, 31),
                        field(1, 12, "Jan", "dec", "MAR", "Mon"),
                        field(0, 7, "Sun", "mon", "SAT", "Jan", "Monday"))
                .as((minute, hour, day, month, weekday) -> String.join(" ", minute, hour, day, month, weekday));
    }

    /** Every difference is printed: it is what twin refuses and cron takes. */
    @Test
    void what_twin_accepts_cron_accepts() {
        Set<String> stricter = new TreeSet<>();
        int[] both = {0};
        Property.forAll(schedule(), schedule -> {
            boolean twin = twinAccepts(schedule);
            boolean cron = cronAccepts(schedule);
            assertTrue(cron || !twin, () -> "cron refuses " + schedule);
            both[0] += twin ? 1 : 0;
            if (cron && !twin) {
                stricter.add(schedule);
            }
        });
        System.out.println(
                both[0] + " schedules accepted by both; only cron accepts " + stricter.size() + ": " + stricter);
        assertTrue(both[0] >= 20, "too few that both accept to mean anything: " + both[0]);
        assertFalse(stricter.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/61 * * * *",
                "5-1 * * * *",
                "0 22-2 * * *",
                "0 0 * * Sun-Tue",
                "0 0 31 2 *",
                "*/60 * * * *",
                "007 * * * *",
                "*-5 * * * *"
            })
    void cron_takes_what_does_not_run_as_it_reads_and_twin_does_not(String schedule) {
        assertTrue(cronAccepts(schedule));
        assertFalse(twinAccepts(schedule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@reboot",
                "@yearly",
                "@annually",
                "@monthly",
                "@weekly",
                "@daily",
                "@midnight",
                "@hourly",
                "@often",
                "@Daily"
            })
    void both_know_the_same_nicknames(String nickname) {
        assertEquals(cronAccepts(nickname), twinAccepts(nickname));
    }
}
