package dev.twinsync.os.cron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.CronAction.Add;
import dev.twinsync.domain.cron.CronAction.Disable;
import dev.twinsync.domain.cron.CronAction.Enable;
import dev.twinsync.domain.cron.CronAction.Remove;
import dev.twinsync.domain.cron.CronCommand;
import dev.twinsync.domain.cron.CronEnvironment;
import dev.twinsync.domain.cron.CronId;
import dev.twinsync.domain.cron.CronJob;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.cron.Schedule;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of real crontabs beyond the contract. */
@Tag("lab")
class UserCrontabLabTest {

    private static final CronId BACKUP = new CronId("backup");
    private static final UserName ALICE = CronLab.ALICE;
    private static final Path SPOOLED = Path.of("/var/spool/cron/crontabs/alice");
    private static final Path DENY = Path.of("/etc/cron.deny");

    /** With a remark from the days of ISO-8859-1, odd blanks, and nothing of twin's. */
    private static final byte[] FOREIGN = """
            # caf\u00e9
            MAILTO = "me@example.org"\s\s
            \t0  3 * * *\t\tbackup \u00fc  \s

            #0 4 * * * not twin's
            PATH=/usr/bin:/bin
            @daily echo 100\\% x%stdin
            """.getBytes(StandardCharsets.ISO_8859_1);

    private final UserCrontab root = CronLab.asRoot();

    @BeforeEach
    @AfterEach
    void nothing() throws IOException {
        CronLab.clear();
        Files.deleteIfExists(DENY);
    }

    private static CronJob job(String schedule, Map<String, String> environment) {
        return new CronJob(new Schedule(schedule), new CronCommand("true"), true, new CronEnvironment(environment));
    }

    private void apply(CronAction... actions) {
        assertEquals(new Attempt.Ran(), root.apply(List.of(actions), Progress.SILENT));
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    private Seen<LiveCronEntry> look(UserCrontab backend) {
        return (Seen<LiveCronEntry>)
                assertInstanceOf(Seen.class, backend.observe(new Scope.Everything(Set.of("alice/x"))));
    }

    @Test
    void what_is_not_twins_stays_byte_for_byte() {
        assertEquals(0, CronLab.install(ALICE, FOREIGN).exit());
        assertArrayEquals(FOREIGN, CronLab.installed(ALICE));
        apply(new Add(BACKUP, ALICE, job("@weekly", Map.of("MAILTO", "", "PATH", "/bin"))));
        var changed = CronLab.installed(ALICE);
        assertTrue(changed.length > FOREIGN.length);
        assertArrayEquals(FOREIGN, Arrays.copyOf(changed, FOREIGN.length));
        apply(new Disable(BACKUP, ALICE));
        apply(new Enable(BACKUP, ALICE));
        assertArrayEquals(changed, CronLab.installed(ALICE));
        apply(new Remove(BACKUP, ALICE));
        assertArrayEquals(FOREIGN, CronLab.installed(ALICE));
    }

    @Test
    void the_entry_that_no_document_can_hold_is_a_gap_and_the_rest_is_seen() {
        CronLab.install(ALICE, FOREIGN);
        var seen = look(root);
        assertEquals(1, seen.live().size());
        assertEquals(
                Map.of("MAILTO", "me@example.org", "PATH", "/usr/bin:/bin"),
                seen.live().getFirst().job().environment().variables());
        assertEquals(1, seen.gaps().size());
        assertTrue(seen.gaps().getFirst().reason().endsWith("the command is not UTF-8 text"), seen::toString);
    }

    @Test
    void disabling_and_enabling_what_is_not_twins_gives_back_its_bytes() {
        CronLab.install(ALICE, FOREIGN);
        var id = look(root).live().getFirst().id();
        apply(new Disable(id, ALICE));
        assertEquals(false, look(root).live().getFirst().job().enabled());
        apply(new Enable(id, ALICE));
        assertArrayEquals(FOREIGN, CronLab.installed(ALICE));
    }

    @Test
    void remarks_at_the_beginning_of_a_file_without_header_are_not_lost() throws IOException {
        CronLab.install(ALICE, "@daily x\n".getBytes(StandardCharsets.UTF_8));
        Files.writeString(SPOOLED, "# one\n# two\n# three\n@daily x\n");
        assertEquals("@daily x\n", new String(CronLab.installed(ALICE), StandardCharsets.UTF_8), "the trap");
        apply(new Add(BACKUP, ALICE, job("@weekly", Map.of())));
        var lines = Files.readAllLines(SPOOLED);
        assertEquals(
                List.of("# one", "# two", "# three", "@daily x", "# twin:backup", "@weekly true"),
                lines.subList(3, lines.size()));
        apply(new Remove(BACKUP, ALICE));
        assertEquals(7, Files.readAllLines(SPOOLED).size(), "one header, not two");
    }

    @Test
    void a_missing_last_line_end_is_supplied() throws IOException {
        CronLab.install(ALICE, "@daily x\n".getBytes(StandardCharsets.UTF_8));
        Files.writeString(SPOOLED, "@daily x");
        apply(new Add(BACKUP, ALICE, job("@weekly", Map.of())));
        assertEquals(
                "@daily x\n# twin:backup\n@weekly true\n",
                new String(CronLab.installed(ALICE), StandardCharsets.UTF_8));
    }

    /** As a backup puts it back, or as it is left where the account was made anew. */
    @ParameterizedTest
    @ValueSource(strings = {"chmod 0644", "chown 4242", "truncate -s -1"})
    void a_crontab_that_cron_passes_over_is_a_gap_until_it_is_written_anew(String spoilt) throws IOException {
        CronLab.install(ALICE, "@daily y\n".getBytes(StandardCharsets.UTF_8));
        Files.writeString(SPOOLED, "# twin:backup\n@daily x\n");
        run(spoilt + " " + SPOOLED);
        var gap = look(root).gaps().getFirst();
        assertEquals("alice/*", gap.keys());
        assertEquals(List.of(), look(root).live());
        run(gap.reason().substring(gap.reason().indexOf("run: ") + "run: ".length()));
        assertEquals(List.of(), look(root).gaps());
        assertEquals("alice/backup", look(root).live().getFirst().key(), "its mark is a remark at the beginning");
        assertEquals("x", look(root).live().getFirst().job().command().text());
    }

    @Test
    void a_line_that_cron_does_not_take_hides_the_others_as_cron_runs_none_of_them() throws IOException {
        CronLab.install(ALICE, "@daily x\n".getBytes(StandardCharsets.UTF_8));
        Files.writeString(SPOOLED, "@daily x\nbad line here\n");
        var gap = new Gap(
                "alice/*",
                "cron runs nothing of the crontab of alice, for one of its lines is none for cron (bad minute);"
                        + " to write it anew, run: sudoedit " + SPOOLED + " && sudo crontab -u alice " + SPOOLED);
        assertEquals(List.of(gap), look(root).gaps());
        assertTrue(look(CronLab.asAlice()).gaps().contains(gap));
        assertEquals(List.of(), look(root).live());
    }

    private static void run(String shell) {
        var ended = assertInstanceOf(
                Result.Ended.class, new SystemCommandRunner().run(Command.of("sh", List.of("-c", shell))));
        assertEquals(0, ended.exit(), ended::message);
    }

    @Test
    void the_last_entry_takes_the_crontab_with_it() {
        apply(new Add(BACKUP, ALICE, job("@weekly", Map.of())));
        assertTrue(Files.exists(SPOOLED));
        apply(new Remove(BACKUP, ALICE));
        assertTrue(Files.notExists(SPOOLED));
    }

    @Test
    void a_user_whom_cron_does_not_serve_is_a_gap() throws IOException {
        CronLab.install(ALICE, FOREIGN);
        Files.writeString(DENY, "alice\n");
        var gap = new Gap("alice/*", "cron does not serve alice: see /etc/cron.allow and /etc/cron.deny");
        assertTrue(look(CronLab.asAlice()).gaps().contains(gap));
        assertEquals(List.of(gap), look(root).gaps());
        assertEquals(
                new Attempt.Refused(gap.reason()),
                root.apply(List.of(new Add(BACKUP, ALICE, job("@weekly", Map.of()))), Progress.SILENT));
    }

    @Test
    void a_declared_user_who_does_not_exist_is_a_gap() {
        var seen = (Seen<?>) root.observe(new Scope.Only(Set.of("nosuch/backup")));
        assertEquals(List.of(new Gap("nosuch/*", "this machine has no user nosuch")), seen.gaps());
    }

    @Test
    void what_cron_refuses_is_said_in_its_words_and_changes_nothing() {
        CronLab.install(ALICE, FOREIGN);
        var refused = assertInstanceOf(
                Attempt.Refused.class,
                root.apply(List.of(new Add(BACKUP, ALICE, job("61 * * * *", Map.of()))), Progress.SILENT));
        assertTrue(refused.reason().contains("bad minute"), refused::reason);
        assertArrayEquals(FOREIGN, CronLab.installed(ALICE));
    }

    @Test
    void a_machine_without_crontabs_gets_back_every_entry_with_its_variables() {
        var text = "0 1 * * * first\nMAILTO=a\n0 2 * * * second\nPATH=/bin\n0 3 * * * third\nMAILTO=b\n0 4 * * * x\n";
        CronLab.install(ALICE, text.getBytes(StandardCharsets.UTF_8));
        var before = look(root);
        var cron = new Cron();
        var wishes = before.live().stream()
                .map(cron::firstWish)
                .flatMap(Optional::stream)
                .toList();
        CronLab.clear();
        var actions = cron.plan(wishes, look(root)).stream()
                .map(step -> assertInstanceOf(Step.Do.class, step).action())
                .map(CronAction.class::cast)
                .toArray(CronAction[]::new);
        apply(actions);
        assertEquals(before, look(root));
    }

    /** Takes up to a minute: cron looks at its clock at full minutes. */
    @Test
    void cron_gives_its_jobs_the_variables_that_twin_reads_and_writes() throws Exception {
        var settings = """
                A1='"q"'
                A2="'q'"
                A3='"q'
                A4=' "q"'
                A5="q "
                A6="\tq"
                A7=\tx\ty\t
                A8='  '
                A9=a"b"
                'B1' = x # no remark
                B2='"a" "b"'
                @yearly x
                """;
        CronLab.install(CronLab.ROOT, settings.getBytes(StandardCharsets.UTF_8));
        var variables =
                new HashMap<>(look(root).live().getFirst().job().environment().variables());
        assertEquals(11, variables.size());
        variables.putAll(
                Map.of("C1", "it's \"é\" # %", "C2", "  x", "C3", "", "C4", "\"", "C5", "'\u20ac", "A5", "other"));
        var written = Files.createTempDirectory("twin-cron").resolve("written");
        var job = new CronJob(
                new Schedule("* * * * *"),
                new CronCommand("env -0 > " + written),
                true,
                new CronEnvironment(variables));
        apply(new Add(BACKUP, CronLab.ROOT, job));
        for (int second = 0; second < 70 && (Files.notExists(written) || Files.size(written) == 0); second++) {
            Thread.sleep(1_000);
        }
        var given = Stream.of(Files.readString(written).split("\0"))
                .map(variable -> variable.split("=", 2))
                .filter(variable -> variables.containsKey(variable[0]))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
        assertEquals(variables, given);
    }
}
