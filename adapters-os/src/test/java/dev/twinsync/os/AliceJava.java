package dev.twinsync.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.os.CommandRunner.Result;
import java.nio.file.Path;
import java.util.ArrayList;

/** A Java of alice's own on the lab machine, with classes that she may read wherever the test's own lie. */
public final class AliceJava {

    private static final CommandRunner COMMANDS = new SystemCommandRunner();
    private static final String FOLDER = "/var/tmp/lab-alice";

    private AliceJava() {}

    /** What this program writes when she runs it. */
    public static String run(Class<?> program) {
        must("mkdir", "-p", FOLDER);
        var classPath = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            var copy = FOLDER + "/" + classPath.size() + "-" + Path.of(entry).getFileName();
            must("cp", "-rT", "--", entry, copy);
            classPath.add(copy);
        }
        must("chmod", "-R", "a+rX", FOLDER);
        var java = System.getProperty("java.home") + "/bin/java";
        return must("runuser", "-u", "alice", "--", java, "-cp", String.join(":", classPath), program.getName());
    }

    private static String must(String program, String... arguments) {
        var ended = assertInstanceOf(Result.Ended.class, COMMANDS.run(Command.of(program, arguments)));
        assertEquals(0, ended.exit(), ended::message);
        return ended.text().strip();
    }
}
