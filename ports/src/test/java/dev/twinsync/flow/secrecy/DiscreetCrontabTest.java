package dev.twinsync.flow.secrecy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.CronCommand;
import dev.twinsync.domain.cron.CronEnvironment;
import dev.twinsync.domain.cron.CronId;
import dev.twinsync.domain.cron.CronJob;
import dev.twinsync.domain.cron.CrontabText;
import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.cron.DesiredCronEntry.Present;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.cron.Schedule;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.twin.TwoHanded;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Crontab;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Simulated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A crontab with a password in a command, and one in a variable. */
class DiscreetCrontabTest {

    private static final UserName ALICE = new UserName("alice");
    private static final CronId BACKUP = new CronId("backup");
    private static final String SECRET = "Hunter2x9Q";
    private static final Redaction REDACTION = SimulatedTwin.REDACTION;
    private static final String MASK = "‹secret " + REDACTION.fingerprints().of(SECRET) + "›";

    private static class Plain extends Simulated<DesiredCronEntry, LiveCronEntry, CronAction> implements Crontab {
        Plain(LiveCronEntry... live) {
            super(new Cron(), List.of(live));
        }
    }

    private static LiveCronEntry entry(String command, Map<String, String> variables) {
        return new LiveCronEntry(
                BACKUP,
                ALICE,
                new CronJob(new Schedule("0 3 * * *"), new CronCommand(command), true, new CronEnvironment(variables)));
    }

    private static LiveCronEntry secretive() {
        return entry("dump --password " + SECRET, Map.of("DB_PASSWORD", SECRET, "MAILTO", "root"));
    }

    private static Observation.Seen<LiveCronEntry> seen(Crontab crontab) {
        return switch (crontab.observe(Scope.everything())) {
            case Observation.Seen<LiveCronEntry> seen -> seen;
            case Observation.Unavailable<LiveCronEntry>(var reason) -> throw new AssertionError(reason);
        };
    }

    private static LiveCronEntry masked() {
        return seen(new DiscreetCrontab(new Plain(secretive()), REDACTION))
                .live()
                .getFirst();
    }

    @Test
    void commands_and_variables_have_masks_for_their_secrets_and_nothing_else_changes() {
        assertEquals(entry("dump --password " + MASK, Map.of("DB_PASSWORD", MASK, "MAILTO", "root")), masked());
        var harmless = entry("/usr/bin/true", Map.of("MAILTO", "root"));
        assertEquals(
                List.of(harmless),
                seen(new DiscreetCrontab(new Plain(harmless), REDACTION)).live());
    }

    @Test
    void what_its_owner_allows_is_shown() {
        var allowing = new Redaction(
                REDACTION.fingerprints(), Set.of(REDACTION.fingerprints().of(SECRET)));
        assertEquals(
                List.of(secretive()),
                seen(new DiscreetCrontab(new Plain(secretive()), allowing)).live());
    }

    @Test
    void an_entry_that_a_mask_makes_too_long_is_a_gap() {
        var longest = entry("dump --password " + SECRET + " " + "x".repeat(960), Map.of());
        var seen = seen(new DiscreetCrontab(new Plain(longest), REDACTION));
        assertEquals(List.of(), seen.live());
        assertEquals("alice/backup", seen.gaps().getFirst().keys());
        assertFalse(seen.gaps().getFirst().reason().contains(SECRET));
    }

    @Test
    void without_a_key_for_fingerprints_nothing_is_shown() {
        var broken = new Redaction(
                _ -> {
                    throw new UncheckedIOException(new IOException("there is no key"));
                },
                Set.of());
        var seen = new DiscreetCrontab(new Plain(secretive()), broken).observe(Scope.everything());
        assertTrue(
                assertInstanceOf(Observation.Unavailable.class, seen).reason().contains("there is no key"));
    }

    @Test
    void what_root_sees_is_masked_too() {
        var own = new DiscreetCrontab(
                new Plain() {
                    @Override
                    public Optional<String> obstacle(CronAction action) {
                        return Optional.of("needs root");
                    }
                },
                REDACTION);
        var hands = new TwoHanded<>(own, new Plain(secretive()));
        var looks = List.of(
                hands.observe(Scope.everything()),
                hands.observe(List.of(new CronAction.Disable(BACKUP, ALICE)), Set.of()));
        looks.forEach(look -> assertEquals(new Observation.Seen<>(List.of(masked())), look));
    }

    @Test
    void the_id_of_an_entry_does_not_tell_its_secret() {
        assertEquals(idOf(SECRET), idOf("Another1secret"));
        assertFalse(idOf(SECRET).equals(derived("0 3 * * * dump --other " + SECRET)));
    }

    private static String idOf(String secret) {
        return derived("0 3 * * * dump --password " + secret);
    }

    private static String derived(String line) {
        return CrontabText.parse(line + "\n").seenBy(ALICE).live().getFirst().key();
    }

    private static List<Step<CronAction>> plan(DesiredCronEntry wish, LiveCronEntry... live) {
        return new Cron().plan(List.of(wish), new Observation.Seen<>(List.of(live)));
    }

    private static Present wish(LiveCronEntry seen) {
        return (Present) new Cron().adopt(seen);
    }

    private static Present wish(String command, boolean enabled) {
        var same = wish(masked());
        return new Present(
                same.id(),
                same.user(),
                same.schedule(),
                new CronCommand(command),
                enabled,
                same.environment(),
                same.unchecked());
    }

    @Test
    void a_wish_that_was_copied_from_an_entry_with_masks_is_fulfilled_by_it() {
        assertEquals(List.of(), plan(wish(masked()), masked()));
    }

    @Test
    void it_can_be_disabled() {
        var step = plan(wish("dump --password " + MASK, false), masked()).getFirst();
        assertEquals(
                new CronAction.Disable(BACKUP, ALICE),
                assertInstanceOf(Step.Do.class, step).action());
    }

    @Test
    void with_another_command_or_where_it_is_missing_it_is_blocked() {
        var other = wish("dump --all --password " + MASK, true);
        assertInstanceOf(Step.Blocked.class, plan(other, masked()).getFirst());
        assertInstanceOf(Step.Blocked.class, plan(wish(masked())).getFirst());
        var plainCommand = wish("dump", true);
        assertInstanceOf(Step.Blocked.class, plan(plainCommand, masked()).getFirst());
    }

    @Test
    void an_entry_with_masks_is_left_out_of_the_first_wishes() {
        var refused = assertThrows(
                IOException.class,
                () -> new UnmaskedWishes<>(DesiredCronEntry::isMasked, "put it elsewhere").keep(wish(masked())));
        assertTrue(refused.getMessage().contains("there is a secret in it"), refused::getMessage);
        var harmless = wish(entry("/usr/bin/true", Map.of("MAILTO", "root")));
        assertDoesNotThrow(() -> new UnmaskedWishes<>(DesiredCronEntry::isMasked, "put it elsewhere").keep(harmless));
        assertThrows(
                IOException.class,
                () -> new UnmaskedWishes<>(DesiredCronEntry::isMasked, "put it elsewhere")
                        .keep(wish(entry("dump", Map.of("DB_PASSWORD", MASK)))));
    }

    @Test
    void a_live_document_has_masks_whatever_is_written() {
        var document = Layout.live(new Cron());
        var shape = new MaskedShape<>(document.shape(), REDACTION);
        var seen = new Observation.Seen<>(List.of(secretive()));
        var written = JsonTree.compact(shape.write(seen));
        assertFalse(written.contains(SECRET), written);
        assertTrue(written.contains(MASK), written);
    }
}
