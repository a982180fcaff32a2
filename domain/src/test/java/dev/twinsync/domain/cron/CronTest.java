package dev.twinsync.domain.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.cron.DesiredCronEntry.Absent;
import dev.twinsync.domain.cron.DesiredCronEntry.Present;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class CronTest extends KindLaws<DesiredCronEntry, LiveCronEntry, CronAction> {

    private static final Cron CRON = new Cron();
    private static final CronId BACKUP = new CronId("backup");
    private static final UserName ALICE = new UserName("alice");

    @Override
    protected Kind<DesiredCronEntry, LiveCronEntry, CronAction> kind() {
        return CRON;
    }

    private static Arbitrary<CronId> id() {
        return Arbitraries.of("backup", "entry-0123456789ab", "x").map(CronId::new);
    }

    private static Arbitrary<UserName> user() {
        return Arbitraries.of("alice", "root").map(UserName::new);
    }

    /** With some that make no sense, as a real crontab may hold them. */
    private static Arbitrary<CronJob> job() {
        return Combinators.combine(
                        Arbitraries.of("0 3 * * *", "@daily", "*/61 * * * *", "* * * * Sun-Tue")
                                .map(Schedule::new),
                        Arbitraries.of("true", "echo 100\\% \"é\"").map(CronCommand::new),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Map.<String, String>of(), Map.of("MAILTO", ""), Map.of("PATH", "/bin"))
                                .map(CronEnvironment::new))
                .as(CronJob::new);
    }

    @Override
    protected Arbitrary<DesiredCronEntry> wish() {
        Arbitrary<DesiredCronEntry> present = Combinators.combine(
                        id(), user(), job(), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((id, user, job, ownEnvironment, unchecked) -> new Present(
                        id,
                        user,
                        job.schedule(),
                        job.command(),
                        job.enabled(),
                        Optional.of(job.environment()).filter(_ -> ownEnvironment),
                        unchecked || job.schedule().flaw().isPresent()));
        Arbitrary<DesiredCronEntry> absent = Combinators.combine(id(), user()).as(Absent::new);
        return Arbitraries.oneOf(present, absent);
    }

    @Override
    protected Arbitrary<LiveCronEntry> seen() {
        return Combinators.combine(id(), user(), job()).as(LiveCronEntry::new);
    }

    @Override
    protected Arbitrary<CronAction> action() {
        return Combinators.combine(id(), user(), job(), Arbitraries.integers().between(0, 4))
                .as((id, user, job, op) -> switch (op) {
                    case 0 -> new CronAction.Add(id, user, job);
                    case 1 -> new CronAction.Change(id, user, job);
                    case 2 -> new CronAction.Remove(id, user);
                    case 3 -> new CronAction.Enable(id, user);
                    default -> new CronAction.Disable(id, user);
                });
    }

    @Override
    protected boolean agrees(DesiredCronEntry wish, Optional<LiveCronEntry> found) {
        return switch (wish) {
            case Absent _ -> found.isEmpty();
            case Present(var _, var _, var schedule, var command, var enabled, var environment, var _) ->
                found.map(LiveCronEntry::job)
                        .filter(job -> job.schedule().equals(schedule))
                        .filter(job -> job.command().equals(command))
                        .filter(job -> job.enabled() == enabled)
                        .filter(job ->
                                environment.isEmpty() || environment.get().equals(job.environment()))
                        .isPresent();
        };
    }

    @Test
    void an_entry_of_the_design_is_read_as_it_stands_there() {
        var entry = Tree.map()
                .put("id", "backup")
                .put("user", "alice")
                .put("schedule", "0 3 * * *")
                .put("command", "/usr/local/bin/backup")
                .put("enabled", Tree.literal(true))
                .build();
        var wish = new Present(
                BACKUP,
                ALICE,
                new Schedule("0 3 * * *"),
                new CronCommand("/usr/local/bin/backup"),
                true,
                Optional.empty(),
                false);
        assertEquals(new Reading.Value<>(wish), CRON.desired().read(entry));
        assertEquals("alice/backup", wish.key());
    }

    @Test
    void a_schedule_that_never_runs_as_meant_is_refused_when_read_unless_it_is_marked_unchecked() {
        var entry = Tree.map().put("id", "odd").put("user", "alice").put("schedule", "*/61 * * * *");
        entry.put("command", "true");
        var wrong = assertInstanceOf(Reading.Wrong.class, CRON.desired().read(entry.build()));
        assertTrue(wrong.toString().contains("a step of 61 does not fit"), wrong::toString);
        entry.put("unchecked", Tree.literal(true));
        assertInstanceOf(Reading.Value.class, CRON.desired().read(entry.build()));
    }

    @Test
    void a_foreign_entry_with_an_odd_schedule_is_adopted_silently_and_undone_to_what_it_was() {
        var odd = CrontabText.parse("*/61 * * * * true\n").seenBy(ALICE);
        var entry = odd.live().getFirst();
        assertEquals(List.of(), CRON.plan(List.of(CRON.adopt(entry)), odd));
        var changed = new Observation.Seen<>(List.of(new LiveCronEntry(
                entry.id(),
                ALICE,
                new CronJob(new Schedule("@daily"), entry.job().command(), true, CronEnvironment.NONE))));
        assertEquals(
                List.of(new Step.Do<CronAction>(
                        new CronAction.Change(entry.id(), ALICE, entry.job()),
                        "declared at */61 * * * *, runs at @daily")),
                CRON.plan(List.of(CRON.adopt(entry)), changed));
    }

    @Test
    void what_a_change_says_of_itself_tells_neither_command_nor_variables() {
        var seen = new Observation.Seen<>(List.of(new LiveCronEntry(
                BACKUP,
                ALICE,
                new CronJob(
                        new Schedule("@daily"), new CronCommand("curl -u me:hunter2 x"), true, CronEnvironment.NONE))));
        var wish = new Present(
                BACKUP,
                ALICE,
                new Schedule("@daily"),
                new CronCommand("curl -u me:hunter3 x"),
                true,
                Optional.empty(),
                false);
        var step =
                assertInstanceOf(Step.Do.class, CRON.plan(List.of(wish), seen).getFirst());
        assertEquals("declared with another command", step.why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "\tx", "=x", "a\nb", "a\rb", "a\0b", "a\u001bb", "a\u0085b", "a\uDC80b"})
    void a_command_that_cron_would_read_otherwise_is_refused(String command) {
        assertThrows(IllegalArgumentException.class, () -> new CronCommand(command));
    }

    @Test
    void a_command_may_be_as_long_as_cron_reads_and_no_longer() {
        assertEquals(998, new CronCommand("é".repeat(499)).text().length() * 2);
        assertThrows(IllegalArgumentException.class, () -> new CronCommand("é".repeat(499) + "x"));
        assertThrows(IllegalArgumentException.class, () -> new CronCommand("x".repeat(999)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-u", "a/b", "", "a b", "a\n", "ü", "../root", "1a"})
    void a_user_that_could_be_something_else_is_refused(String user) {
        assertThrows(IllegalArgumentException.class, () -> new UserName(user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "", "a b", "a\n", "-a", ".."})
    void an_id_that_could_be_something_else_is_refused(String id) {
        assertThrows(IllegalArgumentException.class, () -> new CronId(id));
    }

    @Test
    void an_environment_that_cron_cannot_express_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A B", "x")));
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A", "x\ny")));
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A", " both ' and \"")));
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A", "x".repeat(990))));
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A", "end ")));
        assertThrows(IllegalArgumentException.class, () -> new CronEnvironment(Map.of("A", "'quoted'")));
        assertEquals(1, new CronEnvironment(Map.of("A", "\"")).variables().size());
    }
}
