package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.journal.FileJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands on the machine that builds twin; they only look at it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {

    private record Run(int exit, String out, String err) {}

    @TempDir
    private static Path folder;

    private Path repo;

    @BeforeAll
    void init() throws IOException {
        repo = folder.resolve("device");
        var run = twin("init", "--repo", repo.toString());
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.out().contains(repo.toString()));
    }

    private static Run twin(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var commandLine = TwinMain.commandLine(List.of(arguments));
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    private Run inRepo(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--repo");
        all.add(repo.toString());
        return twin(all.toArray(String[]::new));
    }

    @Test
    void a_machine_is_in_sync_after_init() {
        var status = inRepo("status");
        assertEquals(0, status.exit(), status::toString);
        assertEquals(0, inRepo("plan").exit());
        assertEquals(0, inRepo("status", "--offline").exit());
    }

    @Test
    void a_second_init_refuses() {
        var run = inRepo("init");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("already"), run.err());
    }

    @Test
    void without_a_repository_every_command_says_how_to_make_one() {
        for (String command : new String[] {"status", "plan", "apply", "snapshot"}) {
            var run = twin(command, "--repo", folder.resolve("nothing").toString());
            assertEquals(1, run.exit());
            assertTrue(run.err().contains("twin init"), run.err());
        }
        assertFalse(Files.exists(folder.resolve("nothing")));
    }

    @Test
    void there_is_nothing_to_finish_to_take_back_or_to_undo() {
        for (String[] command :
                new String[][] {{"apply", "--resume"}, {"apply", "--rollback"}, {"undo"}, {"undo", "packages:bash"}}) {
            var run = inRepo(command);
            assertEquals(1, run.exit(), run::toString);
            assertTrue(run.err().startsWith("twin: no"), run.err());
        }
    }

    @Test
    void a_dry_run_needs_a_plan_like_any_other() {
        var run = inRepo("apply", "--dry-run");
        assertEquals(1, run.exit(), run::toString);
        assertEquals(64, inRepo("apply", "--dry-run", "--resume").exit());
        assertEquals(64, inRepo("apply", "--lock-timeout", "soon").exit());
        assertEquals(64, inRepo("apply", "--lock-timeout", "-1").exit());
        assertEquals(64, inRepo("apply", "--lock-timeout", "86401").exit());
        assertEquals(64, inRepo("apply", "--lock-timeout", "9999999999999").exit());
    }

    @Test
    void wrong_usage_is_64() {
        assertEquals(64, twin("stats").exit());
        assertEquals(64, twin("status", "--nonsense").exit());
        assertEquals(64, twin("plan", "--output", "xml").exit());
    }

    @Test
    void the_configuration_is_shown_with_its_defaults_and_by_key() {
        assertTrue(inRepo("config", "show").out().contains("plan_valid_hours: 24"));
        assertEquals("1048576\n", inRepo("config", "get", "files.max_bytes").out());
        assertEquals(1, inRepo("config", "get", "files.nonsense").exit());
    }

    @Test
    void a_broken_wish_is_named_with_its_place_and_nothing_is_looked_at() throws IOException {
        var copy = folder.resolve("broken");
        assertEquals(0, twin("init", "--repo", copy.toString()).exit());
        Files.writeString(copy.resolve("state/packages.yaml"), "packages:\n  - name: htop\n    ensure: presnt\n");

        for (String command : new String[] {"plan", "status", "snapshot"}) {
            var run = twin(command, "--repo", copy.toString());
            assertEquals(1, run.exit());
            assertTrue(run.err().contains("state/packages.yaml:3:13"), run.err());
            assertTrue(run.err().contains("did you mean \"present\"?"), run.err());
        }
        var validate = twin("config", "validate", "--output", "json", "--repo", copy.toString());
        assertEquals(1, validate.exit());
        assertTrue(validate.out().contains("\"line\": 3"), validate.out());
    }

    @Test
    void the_template_of_the_configuration_says_what_the_defaults_are() throws IOException {
        var shown = inRepo("config", "show").out();
        var copy = folder.resolve("defaults");
        assertEquals(0, twin("init", "--repo", copy.toString()).exit());
        Files.writeString(copy.resolve("config.yaml"), "{}\n");
        assertEquals(shown, twin("config", "show", "--repo", copy.toString()).out());
    }

    @Test
    void a_selection_that_means_nothing_is_not_in_sync() {
        for (String command : new String[] {"status", "plan", "apply"}) {
            inRepo("plan");
            var run = inRepo(command, "--only", "pakages");
            assertEquals(1, run.exit(), run::toString);
            assertTrue(run.err().contains("--only pakages"), run.err());
        }
    }

    @Test
    void a_command_that_has_no_parts_takes_no_selection() {
        assertEquals(64, inRepo("snapshot", "--only", "packages").exit());
    }

    @Test
    void without_a_command_the_status_is_shown_also_as_json() {
        assertTrue(inRepo().out().contains(repo.toString()));
        assertEquals(
                inRepo("status", "--output", "json").out(),
                inRepo("--output", "json").out());
    }

    @Test
    void options_before_the_command_are_refused_and_not_passed_over() {
        var run = twin("--repo", repo.toString(), "status");
        assertEquals(64, run.exit());
        assertTrue(run.err().contains("behind the command"), run.err());
        assertEquals(64, twin("-v", "config", "show", "--repo", repo.toString()).exit());
    }

    @Test
    void validate_names_what_no_plugin_reads() throws IOException {
        var copy = folder.resolve("slips");
        assertEquals(0, twin("init", "--repo", copy.toString()).exit());
        assertEquals(0, twin("config", "validate", "--repo", copy.toString()).exit());

        Files.writeString(copy.resolve("state/pakages.yaml"), "packages: []\n");
        var stray = twin("config", "validate", "--repo", copy.toString());
        assertEquals(1, stray.exit());
        assertTrue(stray.err().contains("state/pakages.yaml is read by no plugin"), stray.err());

        Files.writeString(copy.resolve("config.yaml"), "disabled_plugins: [cron]\n");
        var disabled = twin("config", "validate", "--output", "json", "--repo", copy.toString());
        assertEquals(1, disabled.exit());
        assertTrue(disabled.out().contains("\"file\": \"config.yaml\""), disabled.out());
        assertEquals(1, twin("status", "--repo", copy.toString()).exit());
    }

    @Test
    void a_repository_without_a_name_is_refused_by_every_command() {
        assertEquals(64, twin("config", "show", "--repo", "").exit());
        for (CommandLine command : withRepository(Commands.all()).toList()) {
            for (String unset : new String[] {"", " "}) {
                var refused =
                        assertThrows(CommandLine.ParameterException.class, () -> command.parseArgs("--repo", unset));
                assertTrue(refused.getMessage().contains("no folder is named"), refused::getMessage);
            }
        }
    }

    private static Stream<CommandLine> withRepository(CommandLine line) {
        var below = line.getSubcommands().values().stream().flatMap(CommandsTest::withRepository);
        return line.getCommandSpec().findOption("--repo") == null ? below : Stream.concat(Stream.of(line), below);
    }

    @Test
    void a_repository_of_the_environment_without_a_name_is_none() {
        var home = TwinHome.of(Map.of("HOME", "/home/alice", "TWIN_REPO", " "), "/home/alice");
        assertEquals(Path.of("/home/alice/twin-sync-device"), home.repository(Optional.empty()));
    }

    @Test
    void no_command_says_of_a_wish_that_nobody_reads_that_all_is_as_wished() throws IOException {
        var copy = folder.resolve("in-vain");
        assertEquals(0, twin("init", "--repo", copy.toString()).exit());
        twin("plan", "--repo", copy.toString());
        Files.writeString(copy.resolve("state/toys.yaml"), "toys: [{app: t, origin: o}]\n");
        for (var command : List.of("status", "", "plan", "plan --offline", "diff", "apply", "apply --dry-run")) {
            var run = twin((command + " --repo " + copy).strip().split(" "));
            assertEquals(1, run.exit(), run.out() + run.err());
            assertTrue(run.err().contains("state/toys.yaml is read by no plugin"), run.err());
            assertEquals("", run.out());
        }
    }

    @Test
    void a_snapshot_names_what_no_plugin_reads_and_is_taken() throws IOException {
        var copy = folder.resolve("noted");
        assertEquals(0, twin("init", "--repo", copy.toString()).exit());
        Files.writeString(copy.resolve("state/notes.yaml"), "buy: [milk]\n");
        var run = twin("snapshot", "--repo", copy.toString());
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.err().contains("state/notes.yaml is read by no plugin"), run.err());
    }

    @Test
    void a_restriction_that_names_nothing_is_not_taken_for_everything() {
        for (var command : List.of("status", "plan", "apply")) {
            var run = inRepo(command, "--only", ",");
            assertEquals(64, run.exit(), run.out() + run.err());
            assertTrue(run.err().contains("--only names nothing"), run.err());
        }
    }

    @Test
    void whoever_would_apply_past_a_journal_that_cannot_be_read_is_told_that_a_person_is_needed() throws IOException {
        var copy = folder.resolve("damaged");
        assertEquals(0, twin("init", "--repo", copy.toString()).exit());
        var runs = StateFolder.ofThisProcess().runs(copy);
        new FileJournal(runs).append(Tree.map().put("of", "this twin").build());
        Files.writeString(runs.resolve("journal.jsonl"), "damaged\n\n");
        for (var command : List.of("--yes", "--dry-run", "--resume", "--rollback")) {
            var run = twin("apply", command, "--repo", copy.toString());
            assertEquals(6, run.exit(), run.out() + run.err());
            assertTrue(run.err().contains("journal.jsonl:1 is damaged"), run.err());
            assertTrue(run.err().contains("after: mv "), run.err());
        }
    }

    @Test
    void as_long_as_a_run_is_open_all_is_not_as_wished_also_where_its_journal_tells_of_a_plugin_that_is_gone()
            throws IOException {
        var copy = folder.resolve("cut-off");
        assertEquals(0, twin("init", "--repo", copy.toString()).exit());
        var journal = new FileJournal(StateFolder.ofThisProcess().runs(copy));
        journal.append(Tree.map().put("of", "another twin").build());
        for (var command : List.of("status", "status --offline", "", "plan")) {
            var run = twin((command + " --repo " + copy).strip().split(" "));
            assertEquals(6, run.exit(), run.out() + run.err());
            assertTrue(run.err().contains("the journal of the last apply cannot be read"), run.err());
            assertTrue(run.out().contains("an apply was cut off"), run.out());
            assertFalse(run.out().contains("In sync") || run.out().contains("Nothing to do"), run.out());
        }
        var json = twin("status", "--output", "json", "--repo", copy.toString());
        assertTrue(json.out().contains("\"in_sync\": false") && json.out().contains("\"open_run\": true"), json.out());
        journal.close(Tree.map().build());
        assertEquals(0, twin("status", "--repo", copy.toString()).exit());
    }

    @Test
    void an_empty_home_is_none() {
        var home = TwinHome.of(Map.of("HOME", ""), "/home/alice");
        assertEquals(Path.of("/home/alice/twin-sync-device"), home.repository(Optional.empty()));
    }
}
