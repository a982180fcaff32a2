package dev.twinsync.os;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.StreamedLine.TooLong;
import dev.twinsync.os.StreamedLine.Whole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real runner on real programs; {@code sh} stands for any program, the runner itself knows no shell. */
@Timeout(60)
class SystemCommandRunnerTest {

    private final SystemCommandRunner runner = new SystemCommandRunner();

    private Result.Ended ended(Command command) {
        return assertInstanceOf(Result.Ended.class, runner.run(command));
    }

    private static Command sh(String script) {
        return Command.of("sh", "-c", script);
    }

    private static double seconds(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e9;
    }

    @Test
    void keeps_both_outputs_apart_and_tells_the_exit_code() {
        var result = ended(sh("printf out; printf err >&2; exit 3"));
        assertEquals(3, result.exit());
        assertEquals("out", result.text());
        assertEquals("err", result.message());
    }

    @Test
    void arguments_arrive_as_they_are() {
        var hostile = List.of("a b", "$HOME", "; echo x", "", "é\n'\"", "*");
        assertEquals(
                String.join("\0", hostile) + "\0",
                ended(Command.of("printf", prepend("%s\\0", hostile))).text());
    }

    private static List<String> prepend(String first, List<String> rest) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    @Test
    void input_is_given_or_ends_at_once() {
        var bytes = new byte[3_000_000];
        bytes[7] = (byte) 0xff;
        assertArrayEquals(bytes, ended(Command.of("cat").withInput(bytes)).stdout());
        assertEquals("", ended(Command.of("cat")).text());
    }

    @Test
    void a_program_that_does_not_read_its_input_is_no_failure() {
        assertEquals(0, ended(Command.of("true").withInput(new byte[3_000_000])).exit());
    }

    @Test
    void the_child_sees_a_fixed_environment_and_nothing_of_the_callers() {
        assertFalse(System.getenv().isEmpty(), "the test needs an environment to hide");
        assertEquals(
                Set.of(
                        "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                        "LC_ALL=C.UTF-8",
                        "TERM=dumb",
                        "PAGER=cat",
                        "SYSTEMD_COLORS=0",
                        "NO_COLOR=1",
                        "EXTRA=1"),
                ended(Command.of("env").withEnvironment(Map.of("EXTRA", "1")))
                        .text()
                        .lines()
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_hostile_environment_does_not_choose_the_program(@TempDir Path folder) throws Exception {
        var trap = Files.writeString(folder.resolve("id"), "#!/bin/sh\necho trapped\n");
        assertTrue(trap.toFile().setExecutable(true));
        var answer = java(
                Map.of("PATH", folder + ":/usr/bin:/bin", "IFS", "/", "ENV", trap.toString(), "LC_ALL", "C.UTF-8"),
                "id",
                "-u");
        assertTrue(answer.waitFor(30, TimeUnit.SECONDS));
        var text = new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(
                text.strip()
                        .endsWith("\n" + ended(Command.of("id", "-u")).text().strip()),
                text);
    }

    @Test
    void a_missing_program_is_told_apart() {
        assertEquals(new Result.NoSuchProgram("no-such-program"), runner.run(Command.of("no-such-program", "x")));
    }

    @Test
    void fifty_megabytes_arrive_whole() {
        assertEquals(
                50_000_000,
                ended(Command.of("head", "-c", "50000000", "/dev/zero")).stdout().length);
    }

    @Test
    void too_much_output_fails_on_either_pipe_and_is_never_cut() {
        assertEquals(new Result.TooMuchOutput(1000), runner.run(atMost1000("sh", "-c", "yes")));
        assertEquals(new Result.TooMuchOutput(1000), runner.run(atMost1000("sh", "-c", "yes >&2")));
        assertEquals(1000, ended(atMost1000("head", "-c", "1000", "/dev/zero")).stdout().length);
    }

    private static Command atMost1000(String program, String... arguments) {
        var limit = Optional.of(Duration.ofSeconds(30));
        return new Command(program, List.of(arguments), Map.of(), new byte[0], limit, 1000, new Output.Kept(_ -> {}));
    }

    @Test
    void bytes_that_are_no_text_arrive_as_they_are() {
        assertArrayEquals(
                new byte[] {(byte) 0xff, 0, 'a', (byte) 0xc3},
                ended(Command.of("printf", "\\377\\000a\\303")).stdout());
    }

    @Test
    void every_line_is_told_and_the_last_one_without_an_end_too() {
        var lines = Collections.synchronizedList(new ArrayList<String>());
        ended(sh("echo one; echo; printf 'th\\377ree'").onLine(lines::add));
        assertEquals(List.of("one", "", "th\uFFFDree"), lines);
    }

    @Test
    void a_line_is_told_before_the_end() {
        var atOne = new CompletableFuture<Long>();
        long start = System.nanoTime();
        ended(sh("echo one; sleep 2").onLine(_ -> atOne.complete(System.nanoTime() - start)));
        assertTrue(atOne.join() < Duration.ofMillis(1500).toNanos(), "told only at the end");
    }

    @Test
    void a_listener_that_fails_neither_hangs_the_program_nor_is_hidden() {
        var result = runner.run(Command.of("head", "-c", "5000000", "/dev/zero").onLine(_ -> {
            throw new IllegalStateException("full");
        }));
        assertEquals(new Result.Broken("what it wrote could not be taken: full"), result);
    }

    @Test
    void a_listener_that_fails_on_the_very_last_line_is_not_hidden_either() {
        var result = runner.run(sh("printf end").onLine(_ -> {
            throw new IllegalStateException("full");
        }));
        assertEquals(new Result.Broken("what it wrote could not be taken: full"), result);
    }

    @Test
    void a_stream_is_told_and_not_kept() {
        var lines = Collections.synchronizedList(new ArrayList<StreamedLine>());
        var ended = ended(sh("echo one; echo; printf 'th\\377ree'").streamed(100, lines::add));
        assertEquals(List.of(new Whole("one"), new Whole(""), new Whole("th\uFFFDree")), lines);
        assertEquals(0, ended.stdout().length);
    }

    @Test
    void a_stream_is_counted_against_the_limit_of_output_although_it_is_not_kept() {
        var command = Command.of("sh", "-c", "yes").streamed(100, _ -> {}).withMaxOutput(100_000);
        assertEquals(new Result.TooMuchOutput(100_000), runner.run(command));
    }

    @Test
    void a_line_of_a_stream_that_is_too_long_is_told_as_such_and_the_next_ones_are_whole() {
        var lines = Collections.synchronizedList(new ArrayList<StreamedLine>());
        ended(sh("echo one; head -c 3000000 /dev/zero; echo; head -c 200000 /dev/zero | tr '\\0' x; echo; echo two;"
                        + " head -c 200001 /dev/zero")
                .streamed(200_000, lines::add));
        assertEquals(
                List.of(
                        new Whole("one"),
                        new TooLong(),
                        new Whole("x".repeat(200_000)),
                        new Whole("two"),
                        new TooLong()),
                lines);
    }

    @Test
    void the_time_limit_ends_the_whole_tree() {
        String mark = "3157." + ProcessHandle.current().pid();
        double took = seconds(() -> assertEquals(
                new Result.TimedOut(Duration.ofMillis(700)),
                runner.run(sh("sleep " + mark + " & (sleep " + mark + " & wait) & wait")
                        .withLimit(Duration.ofMillis(700)))));
        assertTrue(took < 15, () -> "took " + took);
        assertEquals(List.of(), running(mark));
    }

    @Test
    void what_ignores_a_polite_request_is_killed() {
        String mark = "3158." + ProcessHandle.current().pid();
        runner.run(sh("trap '' TERM; while true; do sleep " + mark + "; done").withLimit(Duration.ofMillis(500)));
        assertEquals(List.of(), running(mark));
    }

    @Test
    void a_grandchild_that_keeps_the_pipes_does_not_hold_us() {
        double took = seconds(
                () -> assertEquals("hi\n", ended(sh("sleep 20 & echo hi")).text()));
        assertTrue(took < 10, () -> "took " + took);
    }

    @Test
    void without_a_limit_it_may_take_its_time_in_a_session_of_its_own() {
        var result = ended(sh("sleep 1; ps -o sid= -p $$; echo $$").withoutLimit());
        var ids = result.text().lines().map(String::strip).toList();
        assertEquals(ids.get(1), ids.get(0), "leader of its own session");
    }

    @Test
    void an_interrupt_leaves_no_child() throws Exception {
        String mark = "3159." + ProcessHandle.current().pid();
        var results = new ArrayList<Result>();
        var thread = Thread.ofPlatform().start(() -> {
            results.add(runner.run(sh("sleep " + mark + " & wait")));
            results.add(new Result.Broken("flag kept: " + Thread.currentThread().isInterrupted()));
        });
        await(mark, 2);
        thread.interrupt();
        thread.join();
        assertEquals(List.of(new Result.Broken("interrupted"), new Result.Broken("flag kept: true")), results);
        assertEquals(List.of(), running(mark));
    }

    @Test
    void an_interrupt_does_not_end_what_must_not_be_killed() throws Exception {
        var results = new ArrayList<Result>();
        var thread = Thread.ofPlatform()
                .start(() -> results.add(runner.run(sh("sleep 1; echo done").withoutLimit())));
        Thread.sleep(200);
        thread.interrupt();
        thread.join();
        assertEquals(
                "done\n",
                assertInstanceOf(Result.Ended.class, results.getFirst()).text());
    }

    /** Repeated, because the child was once left alone if the end came in the moment of its start. */
    @RepeatedTest(5)
    void the_end_of_the_jvm_leaves_no_child() throws Exception {
        String mark = "3160." + ProcessHandle.current().pid();
        var jvm = java(Map.of("LC_ALL", "C.UTF-8"), "sleep", mark);
        await(mark, 2);
        jvm.destroy();
        assertTrue(jvm.waitFor(20, TimeUnit.SECONDS));
        assertEquals(List.of(), running(mark));
    }

    @Test
    void the_end_of_the_jvm_waits_for_what_must_not_be_killed(@TempDir Path folder) throws Exception {
        var done = folder.resolve("done");
        var jvm = java(
                Map.of("JAVA_TOOL_OPTIONS", "-D" + RunOneCommand.WITHOUT_LIMIT + "=true", "LC_ALL", "C.UTF-8"),
                "sh",
                "-c",
                "sleep 2; touch " + done);
        await("sleep 2; touch " + done, 2);
        jvm.destroy();
        assertTrue(jvm.waitFor(20, TimeUnit.SECONDS));
        assertTrue(Files.exists(done), "it was not allowed to finish");
    }

    @Test
    void while_twin_ends_only_what_it_waits_for_is_begun() throws Exception {
        assertTrue(whileEnding(false).contains("twin is being ended"));
        assertTrue(whileEnding(true).contains("looked once more"));
    }

    private static String whileEnding(boolean twinWaits) throws Exception {
        var option = "-D" + RunOneCommand.WHILE_ENDING + "=" + twinWaits;
        var jvm = java(Map.of("JAVA_TOOL_OPTIONS", option, "LC_ALL", "C.UTF-8"), "echo", "looked once more");
        return new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void await(String mark, int atLeast) throws InterruptedException {
        boolean started = running(mark).size() >= atLeast;
        for (int turn = 0; turn < 5000 && !started; turn++) {
            Thread.sleep(1);
            started = running(mark).size() >= atLeast;
        }
        assertTrue(started, "it never started");
    }

    private static List<String> running(String mark) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(mark))
                .toList();
    }

    private static Process java(Map<String, String> environment, String... command) throws Exception {
        var argv = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RunOneCommand.class.getName()));
        argv.addAll(List.of(command));
        var builder = new ProcessBuilder(argv);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }
}
