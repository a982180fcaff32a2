package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real sudo, asked by alice, who may use it without a password, and by nobody, who may not. */
@Tag("lab")
class SudoLabTest {

    private static final List<String> CLASS_PATH = new ArrayList<>();

    /** Classes that others than root may read, wherever the test's own lie. */
    @BeforeAll
    static void copyClasses() {
        var folder = "/var/tmp/lab-sudo";
        ended("mkdir", "-p", folder);
        for (String entry : System.getProperty("java.class.path").split(":")) {
            var copy = folder + "/" + CLASS_PATH.size() + "-" + Path.of(entry).getFileName();
            ended("cp", "-rT", "--", entry, copy);
            CLASS_PATH.add(copy);
        }
        ended("chmod", "-R", "a+rX", folder);
    }

    private static Result.Ended ended(String program, String... arguments) {
        return assertInstanceOf(
                Result.Ended.class,
                new SystemCommandRunner()
                        .run(Command.of(program, arguments)
                                .withEnvironment(Map.of("JAVA_TOOL_OPTIONS", "-Dtwin.test=x"))));
    }

    private static List<String> asked(String user, String manner) {
        var java = System.getProperty("java.home") + "/bin/java";
        var run = ended(
                "runuser",
                "-u",
                user,
                "--",
                java,
                "-cp",
                String.join(":", CLASS_PATH),
                AskForRoot.class.getName(),
                manner);
        return run.text().lines().toList();
    }

    @Test
    void alice_is_granted_it_and_nothing_of_her_environment_gets_through() {
        var said = asked("alice", "works");
        assertTrue(said.getFirst().endsWith(" LC_ALL,PATH]"), said::toString);
        assertEquals(List.of("Ran[]", "closed"), said.subList(1, said.size()));
        assertEquals("", ended("pgrep", "-f", ChildWorker.class.getName()).text());
    }

    @Test
    void one_that_dies_says_why_through_sudo() {
        var said = asked("alice", "dies");
        assertTrue(said.get(1).contains("the root side ended: ") && said.get(1).contains("on fire"), said::toString);
        assertEquals("closed", said.getLast());
    }

    @Test
    void nobody_is_denied_it_in_words() {
        var said = asked("nobody", "works");
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.getFirst().startsWith("denied: the rights of root are not to be had"), said::toString);
        assertTrue(said.getFirst().contains("run twin in a terminal"), said::toString);
    }

    @Test
    void without_sudo_it_is_said_how_to_get_it() {
        var sudo = Path.of("/usr/bin/sudo").toString();
        ended("mv", sudo, sudo + ".away");
        try {
            var said = asked("alice", "works").getFirst();
            assertTrue(said.contains("sudo is not installed; as root, run: apt-get install sudo"), said);
        } finally {
            ended("mv", sudo + ".away", sudo);
        }
    }
}
