package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.port.MachineLock.Answer.Taken;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands do while another process is at work on this machine. */
class BusyMachineTest extends FilesOnly {

    /** Is at work until its standard input ends. */
    static final class AtWork {
        public static void main(String[] arguments) throws IOException {
            var held = assertInstanceOf(Taken.class, KernelLock.ofTheMachine().take(Duration.ofMinutes(2)))
                    .held();
            System.out.println("at work");
            System.in.read();
            held.close();
        }
    }

    /** Another process that is at work. */
    private record Other(Process process) implements AutoCloseable {

        static Other atWork() throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var other = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), AtWork.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertEquals("at work", other.inputReader().readLine());
            return new Other(other);
        }

        String name() {
            return "(process " + process.pid() + ")";
        }

        void end() {
            try {
                process.getOutputStream().close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    private Optional<String> head() throws IOException {
        return new GitTwinRepo(repo, folder(), SecretGate.SHUT).head();
    }

    private void wishWhatIsNotThere() throws IOException {
        wish("wished\n");
        commit("wished");
        Files.writeString(motd, "there\n");
    }

    @Test
    void what_writes_down_what_is_there_is_refused_as_an_apply_is() throws IOException {
        wishWhatIsNotThere();
        var head = head();
        try (var other = Other.atWork()) {
            for (String command : new String[] {"snapshot", "adopt --all", "apply --yes"}) {
                var run = twin(command + " --lock-timeout 0");
                assertEquals(7, run.exit(), run::toString);
                assertTrue(run.err().contains(other.name() + "; nothing was changed"), run.err());
                assertTrue(run.err().contains("say --lock-timeout SECONDS"), run.err());
            }
            var run = CommandRun.in(folder().resolve("new"), "init --lock-timeout 1");
            assertEquals(7, run.exit(), run::toString);
            assertTrue(run.err().contains(other.name() + "; waiting for it"), run.err());
            assertFalse(Files.exists(folder().resolve("new")));
        }
        assertEquals(head, head());
    }

    /** It writes the wishes of what it sees of packages, services and files. */
    @Test
    void a_migration_is_refused_too_and_makes_nothing() throws IOException {
        var old = Predecessor.of("bash", folder().resolve("old"));
        var made = folder().resolve("migrated");
        try (var other = Other.atWork()) {
            var run = CommandRun.in(made, "migrate " + old.root() + " --lock-timeout 0");
            assertEquals(7, run.exit(), run::toString);
            assertTrue(run.err().contains(other.name() + "; nothing was changed"), run.err());
            assertFalse(Files.exists(made));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plan", "diff", "adopt --all --dry-run", "logs show", "doctor"})
    void what_only_looks_is_not_kept_waiting(String command) throws IOException {
        wishWhatIsNotThere();
        var alone = twin(command);
        try (var _ = Other.atWork()) {
            var run = twin(command);
            assertEquals(alone.exit(), run.exit(), run::toString);
            assertFalse(run.err().contains("waiting for it"), run.err());
        }
    }

    @Test
    void one_that_ends_soon_is_waited_for() throws IOException {
        wishWhatIsNotThere();
        try (var other = Other.atWork()) {
            var err = new StringWriter() {
                @Override
                public void flush() {
                    if (toString().endsWith("waiting for it …\n")) {
                        other.end();
                    }
                }
            };
            var words = new String[] {"adopt", "--all", "--repo", repo.toString()};
            var commandLine = TwinMain.commandLine(List.of(words));
            commandLine.setOut(new PrintWriter(new StringWriter()));
            commandLine.setErr(new PrintWriter(err));
            assertEquals(0, commandLine.execute(words), err::toString);
            assertTrue(err.toString().contains(other.name() + "; waiting for it"), err::toString);
        }
        assertEquals("there\n", Files.readString(repo.resolve("filesystem/motd")));
    }
}
