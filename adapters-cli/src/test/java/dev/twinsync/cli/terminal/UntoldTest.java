package dev.twinsync.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.FilesOnly;
import dev.twinsync.cli.TwinMain;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logmanager.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command says of itself whose standard output cannot be written. */
class UntoldTest extends FilesOnly {

    private static final String LOSS = "twin: what this command says could not be written: ";

    private void planToWrite() throws IOException {
        wish("welcome\n");
        assertEquals(2, twin("plan").exit());
    }

    @Test
    void an_apply_of_which_the_report_got_lost_does_not_say_that_nothing_was_changed() throws IOException {
        planToWrite();
        var run = CommandRun.untold(repo, "apply --yes");

        assertEquals("welcome\n", Files.readString(motd));
        assertEquals(9, run.exit(), run::toString);
        assertTrue(run.err().contains(LOSS), run::err);
        assertTrue(run.err().contains("what was done is done: for what an apply did, run: twin history"), run::err);
    }

    @Test
    void an_apply_of_which_the_report_got_lost_keeps_the_code_of_its_failure() throws IOException {
        planToWrite();
        wish("other\n");
        var run = CommandRun.untold(repo, "apply --yes");

        assertEquals(3, run.exit(), run::toString);
        assertTrue(Files.notExists(motd));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plan", "diff", "history", "config get backup_days", "doctor"})
    void a_command_that_only_tells_failed_where_it_could_not(String command) throws IOException {
        wish("welcome\n");
        var run = CommandRun.untold(repo, command);

        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains(LOSS), run::err);
    }

    /** A twin of its own, since it is about what the operating system says of standard output. */
    static final class AProcess {
        public static void main(String... words) {
            System.setProperty("java.util.logging.manager", LogManager.class.getName());
            System.exit(TwinMain.commandLine(List.of(words)).execute(words));
        }

        static Process of(Redirect out, String... words) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var command = Stream.concat(
                            Stream.of(java, "-cp", System.getProperty("java.class.path"), AProcess.class.getName()),
                            Stream.of(words))
                    .toList();
            return new ProcessBuilder(command).redirectOutput(out).start();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plan"})
    void a_reader_who_has_enough_and_goes_is_told_nothing(String command) throws Exception {
        wish("welcome\n");
        var run = AProcess.of(Redirect.PIPE, command, "--repo", repo.toString());
        run.getInputStream().close();

        assertEquals(1, run.waitFor());
        assertEquals("", new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void who_finds_a_full_disk_behind_standard_output_is_told_so() throws Exception {
        wish("welcome\n");
        var full = Redirect.to(new File("/dev/full"));
        var run = AProcess.of(full, "status", "--repo", repo.toString());

        assertEquals(1, run.waitFor());
        assertTrue(new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).contains(LOSS));
    }
}
