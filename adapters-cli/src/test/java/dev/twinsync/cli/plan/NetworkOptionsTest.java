package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.TwinMain;
import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.machine.NetworkTimeoutOption;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Basis;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.journal.SecondCommand;
import dev.twinsync.port.Narration;
import dev.twinsync.port.Probation.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second command, how long a network is on probation, and how it is told that it was taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkOptionsTest {

    @TempDir
    private static Path folder;

    private Path repo;

    @BeforeAll
    void init() {
        repo = folder.resolve("device");
        assertEquals(0, CommandRun.in(repo, "init").exit());
    }

    @Test
    void there_is_nothing_to_confirm() {
        var run = CommandRun.in(repo, "apply --confirm");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().startsWith("twin: no apply"), run.err());
        var json = CommandRun.in(repo, "apply --confirm --output json");
        assertEquals(1, json.exit(), json::toString);
        assertTrue(json.out().contains("\"confirmed\": false"), json.out());
    }

    @Test
    void an_apply_that_waits_in_another_session_hears_the_second_command() throws Exception {
        var runs = StateFolder.ofThisProcess().runs(repo);
        var trial = new Trial(List.of("network.networkmanager/change/x"), "", Duration.ofSeconds(60));
        try (var question = new SecondCommand(runs, new SystemTicker()).ask(trial)) {
            var run = CompletableFuture.supplyAsync(() -> CommandRun.in(repo, "apply --confirm"));
            while (question.answer().isEmpty()) {
                assertTrue(!run.isDone(), () -> run.join().toString());
                Thread.sleep(10);
            }
            assertEquals(0, run.join().exit(), () -> run.join().toString());
            assertTrue(
                    run.join().out().startsWith("Confirmed."), () -> run.join().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply --network-timeout 4",
                "apply --network-timeout 601",
                "apply --network-timeout soon",
                "apply --network-timeout -10",
                "apply --confirm --resume",
                "apply --confirm --dry-run"
            })
    void what_makes_no_sense_is_wrong_usage(String command) {
        var run = CommandRun.in(repo, command);
        assertEquals(64, run.exit(), run::toString);
    }

    @Test
    void the_root_side_is_told_what_is_not_the_default_and_checks_it_again() {
        assertEquals(List.of(), NetworkTimeoutOption.toRootSide(NetworkTimeoutOption.DEFAULT));
        assertEquals(List.of("--network-timeout", "10"), NetworkTimeoutOption.toRootSide(Duration.ofSeconds(10)));
        var commandLine = TwinMain.commandLine(List.of("worker"));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        assertEquals(64, commandLine.execute("worker", "--network-timeout", "4"));
    }

    private Exit exit(boolean interrupted, Outcome... outcomes) throws IOException {
        var id = new Digest("sha256:" + "1".repeat(64));
        var basis = new Basis(Optional.empty(), id, Map.of(), List.of(), List.of(), false);
        var plan = new Plan(Optional.empty(), basis, List.of());
        var now = "2026-11-23T12:00:00Z";
        var results = IntStream.range(0, outcomes.length)
                .mapToObj(i -> new ActionResult("network.x/change/" + i, outcomes[i], 0, Optional.empty()))
                .toList();
        var past = new PastPlan(now, now, results, List.of(), new SavedPlan(id, now, now, plan, id));
        var nowhere = new PrintWriter(new StringWriter());
        var console = new Console(nowhere, nowhere, new Progress(nowhere, false, false));
        return new RunResultText(Wiring.of(repo, folder, Narration.SILENT), console, new CommonOptions())
                .show(new RunResult.Finished(past, "plan/history/x.yaml", interrupted));
    }

    @Test
    void five_says_that_all_of_it_was_taken_back_and_nothing_else_was_changed() throws IOException {
        var back = new Outcome.TakenBack("nobody confirmed it in time");
        var skipped = new Outcome.Skipped("network.x/change/1 did not succeed");
        assertEquals(Exit.ROLLED_BACK, exit(false, back));
        assertEquals(
                Exit.ROLLED_BACK,
                exit(false, new Outcome.AlreadyOk(), back, back, new Outcome.NotAttempted(), skipped));
        for (Outcome other : List.of(new Outcome.Done(), new Outcome.Failed("x"), new Outcome.Stale("x"))) {
            assertEquals(Exit.PARTIAL, exit(false, other, back), other::toString);
        }
        assertEquals(Exit.INTERRUPTED, exit(true, back));
        assertEquals(Exit.OK, exit(false, new Outcome.Done()));
        assertEquals(Exit.PARTIAL, exit(false, new Outcome.NotAttempted()));
    }
}
