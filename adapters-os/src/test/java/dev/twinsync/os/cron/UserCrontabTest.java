package dev.twinsync.os.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.CronAction.Add;
import dev.twinsync.domain.cron.CronAction.Enable;
import dev.twinsync.domain.cron.CronAction.Remove;
import dev.twinsync.domain.cron.CronCommand;
import dev.twinsync.domain.cron.CronEnvironment;
import dev.twinsync.domain.cron.CronId;
import dev.twinsync.domain.cron.CronJob;
import dev.twinsync.domain.cron.Schedule;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Heard;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the words of Debian's crontab are understood; what it stores is tried on the lab machine. */
class UserCrontabTest {

    private static final Self ROOT = new Self("root", 0);
    private static final Self PERSON = new Self("alice", 1000);

    /** As much of Debian's as matters. */
    private static final String HELP = "\tfile\t(default operation is replace, per 1003.2)\n"
            + "\t-n\t(dry run: checks the syntax, then bails out)\n";

    private static final CronId BACKUP = new CronId("backup");
    private static final UserName ALICE = new UserName("alice");
    private static final CronJob NIGHTLY =
            new CronJob(new Schedule("0 3 * * *"), new CronCommand("true"), true, CronEnvironment.NONE);

    private final ScriptedCommands commands = new ScriptedCommands();

    @TempDir
    private Path spool;

    private UserCrontab root() {
        return new UserCrontab(commands, ROOT, spool);
    }

    private UserCrontab alice() {
        return new UserCrontab(commands, PERSON, spool);
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    private static Seen<Keyed> seen(Object observation) {
        return (Seen<Keyed>) assertInstanceOf(Seen.class, observation);
    }

    @Test
    void no_crontab_is_an_empty_one() {
        commands.answer("crontab -l", 1, "", "no crontab for alice\n");
        assertEquals(List.of(), seen(alice().observe(Scope.everything())).live());
    }

    @Test
    void who_is_not_root_says_that_other_crontabs_were_not_seen() {
        commands.answer("crontab -l", 1, "", "no crontab for alice\n");
        assertEquals(
                List.of(Survey.OF_OTHERS),
                seen(alice().observe(Scope.everything())).gaps());
    }

    @Test
    void root_sees_who_has_a_crontab_and_who_is_declared() throws IOException {
        crontabFile("rw-------");
        Files.createFile(spool.resolve("tmp.8aXb3Z"));
        Files.createFile(spool.resolve("m\u00fcller"));
        commands.answer("crontab -u root -l", 1, "", "no crontab for root\n");
        commands.answer("crontab -u alice -l", "# twin:backup\n0 3 * * * true\n");
        commands.answer("crontab -u nosuch -l", 1, "", "crontab:  user `nosuch' unknown\n");
        var seen = seen(root().observe(new Scope.Everything(Set.of("nosuch/x"))));
        assertEquals(
                List.of("alice/backup"), seen.live().stream().map(Keyed::key).toList());
        assertEquals(
                List.of(
                        new Gap("m\u00fcller/*", "twin does not take this for a user name"),
                        new Gap("nosuch/*", "this machine has no user nosuch")),
                seen.gaps());
    }

    /** The one of alice, whom the machine of the tests may not have; so it is root's or that of who runs them. */
    private Path crontabFile(String rights) throws IOException {
        var file = Files.createFile(spool.resolve("alice"));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private List<Gap> gapsOfAlice(String crontab) {
        commands.answer("crontab -h", 1, "", HELP);
        commands.answer("crontab -u alice -l", crontab);
        var seen = seen(root().observe(new Scope.Only(Set.of("alice/backup"))));
        assertEquals(List.of(), seen.live(), "what cron does not run is not there");
        return seen.gaps();
    }

    @Test
    void a_crontab_that_cron_passes_over_is_unseen_and_how_it_is_written_anew_is_told() throws IOException {
        var entry = "# twin:backup\n0 3 * * * true\n";
        var file = crontabFile("rw-r--r--");
        assertEquals(
                List.of(new Gap(
                        "alice/*",
                        "cron runs nothing of the crontab of alice, for " + file + " is of mode 0644 and not 0600;"
                                + " to write it anew, run:"
                                + " sudo crontab -u alice " + file)),
                gapsOfAlice(entry));
        Files.delete(file);
        Files.createLink(spool.resolve("other"), crontabFile("rw-------"));
        assertTrue(gapsOfAlice(entry).getFirst().reason().contains(file + " has 2 names (hard links)"));
        Files.delete(file);
        Files.createSymbolicLink(file, spool.resolve("other"));
        assertTrue(gapsOfAlice(entry).getFirst().reason().contains(file + " is no plain file"));
    }

    @Test
    void a_crontab_whose_last_line_has_no_end_is_unseen_as_cron_runs_nothing_of_it() throws IOException {
        var file = crontabFile("rw-------");
        var reason = gapsOfAlice("# twin:backup\n0 3 * * * true").getFirst().reason();
        assertTrue(reason.contains("its last line has no end"), reason);
        assertTrue(
                reason.endsWith(
                        "; to write it anew, run: sudo sh -c 'echo >>" + file + "' && sudo crontab -u alice " + file),
                reason);
    }

    @Test
    void a_crontab_with_a_line_that_cron_does_not_take_is_unseen_as_cron_runs_nothing_of_it() throws IOException {
        var file = crontabFile("rw-------");
        commands.answer(
                "crontab -u alice -n -", 1, "", "\"-\":3: bad minute\nerrors in crontab file, can't install.\n");
        for (String wrong : List.of("bad line here\n", "61 * * * * true\n", "@never true\n")) {
            assertEquals(
                    List.of(new Gap(
                            "alice/*",
                            "cron runs nothing of the crontab of alice, for one of its lines is none for cron (bad minute);"
                                    + " to write it anew, run: sudoedit " + file + " && sudo crontab -u alice "
                                    + file)),
                    gapsOfAlice("# twin:backup\n0 3 * * * true\n" + wrong));
            var asked = commands.asked().getLast();
            assertTrue(CrontabBytes.decode(asked.input()).endsWith(wrong));
        }
    }

    @Test
    void a_line_that_only_twin_cannot_read_hides_no_other_and_neither_does_a_crontab_that_cannot_be_asked()
            throws IOException {
        crontabFile("rw-------");
        var odd = "# twin:backup\n0 3 * * * true\n0 0 30 2 * never\n";
        for (var result : List.of(0, 1)) {
            commands.answer("crontab -u alice -l", odd);
            commands.answer("crontab -h", 1, "", HELP);
            commands.answer("crontab -u alice -n -", result, "", "crontab: invalid option -- 'n'\n");
            var seen = seen(root().observe(new Scope.Only(Set.of("alice/backup"))));
            assertEquals(
                    List.of("alice/backup"),
                    seen.live().stream().map(Keyed::key).toList());
            assertEquals("crontab -u alice -n -", commands.lines().getLast());
        }
    }

    /** Of cronie, -n chooses the machine of a cluster that runs all crontabs, and a mode that others may read by is none of its flaws. */
    @Test
    void another_cron_is_neither_asked_nor_held_to_the_rules_of_debians() throws IOException {
        crontabFile("rw-r--r--");
        commands.answer("crontab -u alice -l", "# twin:backup\n0 3 * * * true\n@never x\n");
        commands.answer("crontab -h", 1, "", " -n <host>  set host in cluster to run users' crontabs\n");
        var seen = seen(root().observe(new Scope.Only(Set.of("alice/backup"))));
        assertEquals(
                List.of("alice/backup"), seen.live().stream().map(Keyed::key).toList());
        assertEquals("crontab -h", commands.lines().getLast());
    }

    @Test
    void another_user_than_root_sees_their_own_and_asks_for_no_other() {
        commands.answer("crontab -l", "@daily true\n");
        var seen = seen(alice().observe(new Scope.Everything(Set.of("bob/x"))));
        assertEquals(1, seen.live().size());
        assertEquals(
                List.of(
                        new Gap("bob/*", "only root may use the crontab of bob; that needs a twin of root"),
                        Survey.OF_OTHERS),
                seen.gaps());
        assertEquals(List.of("crontab -l"), commands.lines());
    }

    @Test
    void without_the_program_nothing_is_known() {
        var missing = new Unavailable<>("cron is not installed; run: sudo apt-get install cron");
        assertEquals(missing, alice().observe(Scope.everything()));
        assertEquals(missing, root().observe(Scope.everything()));
        assertEquals(missing, new UserCrontab(commands, ROOT, spool.resolve("none")).observe(Scope.everything()));
        assertEquals(missing, root().observe(new Scope.Only(Set.of("alice/backup"))));
    }

    @Test
    void a_folder_of_crontabs_that_cannot_be_read_is_not_an_empty_one() {
        commands.answer("crontab -u root -l", 1, "", "no crontab for root\n");
        var unavailable = assertInstanceOf(
                Unavailable.class, new UserCrontab(commands, ROOT, spool.resolve("none")).observe(Scope.everything()));
        assertTrue(unavailable.reason().contains("could not be read"), unavailable::reason);
    }

    @Test
    void a_look_that_failed_is_a_gap_with_the_reason() {
        commands.answer("crontab -l", new Result.TimedOut(Duration.ofSeconds(60)));
        assertEquals(
                List.of(new Gap("alice/*", "crontab did not end within 60 s"), Survey.OF_OTHERS),
                seen(alice().observe(Scope.everything())).gaps());
        commands.answer("crontab -l", 1, "", "You (alice) are not allowed to use this program (crontab)\n");
        assertEquals(
                List.of(
                        new Gap("alice/*", "cron does not serve alice: see /etc/cron.allow and /etc/cron.deny"),
                        Survey.OF_OTHERS),
                seen(alice().observe(Scope.everything())).gaps());
    }

    @Test
    void just_debians_header_is_taken_away() {
        var header = """
                # DO NOT EDIT THIS FILE - edit the master and reinstall.
                # (- installed on Mon Nov 23 02:57:14 2026)
                # (Cron version -- $Id: crontab.c,v 2.13 1994/01/17 03:20:37 vixie Exp $)
                """;
        commands.answer("crontab -l", header + "# mine\n@daily true\n").answer("crontab -", "");
        new UserCrontab(commands, PERSON, spool).apply(List.of(new Add(BACKUP, ALICE, NIGHTLY)), Progress.SILENT);
        assertEquals("# mine\n@daily true\n# twin:backup\n0 3 * * * true\n", written());
        assertEquals(
                Map.of("CRONTAB_NOHEADER", "N"), commands.asked().getFirst().environment());
    }

    @Test
    void remarks_that_are_not_the_header_stay() {
        commands.answer("crontab -l", "# DO NOT EDIT THIS FILE - edit the master and reinstall.\n# mine\n@daily true\n")
                .answer("crontab -", "");
        alice().apply(List.of(new Add(BACKUP, ALICE, NIGHTLY)), Progress.SILENT);
        assertTrue(written().startsWith("# DO NOT EDIT THIS FILE - edit the master and reinstall.\n# mine\n"));
    }

    /** What was given to {@code crontab -}. */
    private String written() {
        return commands.asked().stream()
                .filter(command -> command.arguments().getLast().equals("-"))
                .map(command -> CrontabBytes.decode(command.input()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_crontab_that_stayed_as_it_was_is_a_refusal_whatever_crontab_said() {
        commands.answer("crontab -l", "@daily true\n");
        commands.answer("crontab -", 0, "", "");
        var refused = assertInstanceOf(
                Attempt.Refused.class, alice().apply(List.of(new Add(BACKUP, ALICE, NIGHTLY)), Progress.SILENT));
        assertTrue(refused.reason().contains("is not what was written"), refused::reason);
    }

    @Test
    void what_crontab_complains_of_while_it_stores_is_handed_on() {
        commands.answer("crontab -l", 1, "", "no crontab for alice\n").answer("crontab -", 1, "", "disk full\n");
        var heard = new Heard();
        alice().apply(List.of(new Add(BACKUP, ALICE, NIGHTLY)), heard);
        assertEquals(List.of("disk full"), heard.said());
    }

    @Test
    void what_changes_nothing_writes_nothing() {
        commands.answer("crontab -l", "# twin:backup\n0 3 * * * true\n");
        assertEquals(
                new Attempt.Ran(),
                alice().apply(List.of(new Enable(BACKUP, ALICE), new Add(BACKUP, ALICE, NIGHTLY)), Progress.SILENT));
        assertEquals(List.of("crontab -l"), commands.lines());
    }

    @Test
    void an_entry_that_went_away_cannot_be_enabled() {
        commands.answer("crontab -l", "@daily true\n");
        assertEquals(
                new Attempt.Refused("the crontab of alice: the entry backup is no longer there"),
                alice().apply(List.of(new Enable(BACKUP, ALICE)), Progress.SILENT));
    }

    @Test
    void an_entry_for_which_the_crontab_has_no_place_is_foreseen_as_impossible_and_its_neighbour_is_not() {
        commands.answer("crontab -l", "MAILTO=x\n0 1 * * * /bin/z\n");
        var environment = new CronEnvironment(Map.of("A", "1"));
        var odd =
                new Add(new CronId("n1"), ALICE, new CronJob(NIGHTLY.schedule(), NIGHTLY.command(), true, environment));

        var forecasts = alice().forecast(List.of(odd, new Add(BACKUP, ALICE, NIGHTLY)));

        assertEquals(Set.of("alice/n1"), forecasts.keySet());
        var impossible = assertInstanceOf(Forecast.Impossible.class, forecasts.get("alice/n1"));
        assertTrue(
                impossible.reason().startsWith("the crontab of alice: there is no place in it where n1 would"),
                impossible::reason);
        assertTrue(impossible.reason().endsWith("as in: A=VALUE COMMAND"), impossible::reason);
    }

    @Test
    void nothing_is_foreseen_of_a_crontab_that_cannot_be_read() {
        assertEquals(Map.of(), alice().forecast(List.of(new Add(BACKUP, new UserName("bob"), NIGHTLY))));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void another_users_crontab_is_not_written() {
        var refused = assertInstanceOf(
                Attempt.Refused.class,
                alice().apply(List.of(new Remove(BACKUP, new UserName("bob"))), Progress.SILENT));
        assertTrue(refused.reason().contains("only root"), refused::reason);
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void the_actions_of_one_user_are_one_transaction() {
        CronAction first = new Add(BACKUP, ALICE, NIGHTLY);
        CronAction second = new Remove(BACKUP, new UserName("bob"));
        CronAction third = new Enable(new CronId("x"), ALICE);
        assertEquals(
                List.of(List.of(first, third), List.of(second)), root().transactions(List.of(first, second, third)));
    }
}
