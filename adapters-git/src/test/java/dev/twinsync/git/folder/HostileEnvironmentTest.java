package dev.twinsync.git.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.twinsync.git.GitFixture;
import dev.twinsync.git.GitTwinRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the environment says of Git has no effect: a process with variables that all lead elsewhere commits where it should. */
class HostileEnvironmentTest extends GitFixture {

    /** The process: one commit of one file. */
    static final class Commit {
        public static void main(String[] arguments) throws IOException {
            var repo = new GitTwinRepo(Path.of(arguments[0]), Path.of(arguments[1]), (_, _) -> List.of());
            repo.store("state/a", new ByteArrayInputStream(bytes("a")));
            System.out.println(repo.commit("change state", Set.of("state")).orElseThrow());
            System.out.println(repo.head().orElseThrow());
        }
    }

    private Path bad(String name) {
        return folder.resolve("bad").resolve(name);
    }

    /** Where git looks: in a folder with a repository, settings, and programs that leave a mark. */
    private Map<String, String> environment() throws IOException {
        Files.createDirectories(bad("bin"));
        for (String program : List.of("git", "sh", "ssh", "gpg", "editor")) {
            Files.writeString(bad("bin/" + program), "#!/bin/sh\n: > " + folder.resolve("ran") + "\n");
            Files.setPosixFilePermissions(bad("bin/" + program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(
                bad("gitconfig"), "[user]\n\tname = Mallory\n\temail = m@example.org\n[core]\n\tautocrlf = true\n");
        var variables = new HashMap<String, String>();
        for (String name : List.of(
                "DIR",
                "COMMON_DIR",
                "OBJECT_DIRECTORY",
                "WORK_TREE",
                "TEMPLATE_DIR",
                "ALTERNATE_OBJECT_DIRECTORIES",
                "EXEC_PATH",
                "QUARANTINE_PATH")) {
            variables.put("GIT_" + name, Files.createDirectories(bad(name)).toString());
        }
        for (String name : List.of("CONFIG", "CONFIG_GLOBAL", "CONFIG_SYSTEM")) {
            variables.put("GIT_" + name, bad("gitconfig").toString());
        }
        for (String name :
                List.of("INDEX_FILE", "SHALLOW_FILE", "GRAFT_FILE", "TRACE", "TRACE2", "TRACE_SETUP", "ATTR_SOURCE")) {
            variables.put("GIT_" + name, bad("written").toString());
        }
        for (String name : List.of(
                "SSH",
                "SSH_COMMAND",
                "ASKPASS",
                "EDITOR",
                "SEQUENCE_EDITOR",
                "PAGER",
                "EXTERNAL_DIFF",
                "PROXY_COMMAND")) {
            variables.put("GIT_" + name, bad("bin/editor").toString());
        }
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            variables.putAll(Map.of(
                    "GIT_" + role + "_NAME",
                    "Mallory",
                    "GIT_" + role + "_EMAIL",
                    "m@example.org",
                    "GIT_" + role + "_DATE",
                    "1 +0000"));
        }
        variables.putAll(
                Map.of("GIT_CONFIG_COUNT", "1", "GIT_CONFIG_KEY_0", "core.autocrlf", "GIT_CONFIG_VALUE_0", "true"));
        variables.putAll(Map.of(
                "GIT_CONFIG_PARAMETERS", "'core.autocrlf'='true'", "GIT_NAMESPACE", "other", "GIT_REF_PARANOIA", "0"));
        variables.putAll(Map.of(
                "PATH",
                bad("bin").toString(),
                "XDG_CONFIG_HOME",
                folder.resolve("bad").toString(),
                "HOME",
                folder.resolve("bad").toString()));
        return variables;
    }

    @Test
    void no_variable_leads_elsewhere() throws Exception {
        var environment = environment();
        var before = listing();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Commit.class.getName(),
                root.toString(),
                home.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var complaints = folder.resolve("complaints");
        var process = builder.redirectError(complaints.toFile()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), Files.readString(complaints));
        assertEquals(git("rev-parse", "HEAD").strip(), said.getFirst());
        assertEquals(said.getFirst(), said.getLast());
        assertSays(git("log", "--format=%an %cn %ae"), "twin twin twin@");
        assertSound();
        assertFalse(Files.exists(folder.resolve("ran")), "a program of the environment was run");
        assertEquals(before, listing(), "something was written where the environment points");
    }

    private List<Path> listing() throws IOException {
        try (var all = Files.walk(folder.resolve("bad"))) {
            return all.sorted().toList();
        }
    }
}
