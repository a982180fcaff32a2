package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.Remote.Answer;
import dev.twinsync.port.Remote.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every way to a remote repository must do, against real repositories of git. */
public abstract class RemoteContract {

    private static final BranchName MAIN = new BranchName("main");
    private static final String TOKEN = "token-of-the-test-0123456789";

    @TempDir
    protected Path folder;

    private GitProgram own;
    private GitProgram there;

    /** @param root of the work tree here @param home of its user @param token that the user has */
    protected abstract Remote remote(Path root, Path home, Optional<String> token) throws IOException;

    @BeforeEach
    void two_repositories() throws IOException {
        Files.createDirectory(folder.resolve("home"));
        own = GitProgram.init(folder.resolve("own"));
        there = GitProgram.bare(folder.resolve("there.git"));
        own.commit("config.yaml", "a: b\n");
    }

    private Remote remote() throws IOException {
        return remote(own.folder(), folder.resolve("home"), Optional.empty());
    }

    private RemoteAddress address() {
        return new RemoteAddress(there.folder().toString());
    }

    private String head() throws IOException {
        return own.run("rev-parse", "HEAD");
    }

    private static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Failed<T>(var trouble, var sentence) -> throw new AssertionError(trouble + ": " + sentence);
        };
    }

    private static String failed(Trouble trouble, Answer<?> answer) {
        var failure = assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(trouble, failure.trouble(), failure.sentence());
        return failure.sentence();
    }

    private void push() throws IOException {
        assertEquals(head(), given(remote().push(address(), head(), MAIN)));
    }

    /** All of the work tree and of git's folder but for its store of objects and a note of what was fetched last. */
    private Map<String, String> besideObjects() throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(own.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var path = own.folder().relativize(file).toString();
                if (!path.startsWith(".git/objects") && !path.equals(".git/FETCH_HEAD")) {
                    all.put(path, Sha256.of(Files.readAllBytes(file)).text());
                }
            }
        }
        return all;
    }

    @Test
    void a_new_repository_has_no_branch() throws IOException {
        assertEquals(Optional.empty(), given(remote().tip(address(), MAIN)));
        assertEquals(Optional.empty(), given(remote().fetch(address(), MAIN)));
    }

    @Test
    void what_was_sent_is_there() throws IOException {
        push();
        assertEquals(head(), there.run("rev-parse", "refs/heads/main"));
        assertEquals(Optional.of(head()), given(remote().tip(address(), MAIN)));
        assertEquals("", there.run("fsck", "--strict", "--no-progress"));
        push();
    }

    @Test
    void what_is_fetched_is_in_the_store_and_nowhere_else() throws IOException {
        push();
        var other = GitProgram.cloned(there.folder(), folder.resolve("other"));
        var theirs = other.commit("state/x.yaml", "b: c\n");
        other.run("push", "--quiet", "origin", "HEAD:main");
        var before = besideObjects();
        assertEquals(Optional.of(theirs), given(remote().fetch(address(), MAIN)));
        assertEquals(before, besideObjects());
        assertEquals("commit", own.run("cat-file", "-t", theirs));
        assertEquals("b: c", own.run("cat-file", "-p", theirs + ":state/x.yaml"));
    }

    @Test
    void nothing_is_tidied_up_in_the_repository_of_its_owner_on_the_way() throws IOException {
        push();
        var theirs = GitProgram.cloned(there.folder(), folder.resolve("other"));
        theirs.commit("state/x.yaml", "b: c\n");
        theirs.run("push", "--quiet", "origin", "HEAD:main");
        for (String file : List.of("a.yaml", "b.yaml", "c.yaml")) {
            own.commit(file, "a: b\n");
            pack(own);
        }
        var before = packs(own);
        given(remote().fetch(address(), MAIN));
        assertTrue(packs(own).containsAll(before), () -> before + " became one");
    }

    /** What is not in a pack yet, in a repository that wants a single one, at once and not when nobody looks. */
    protected static void pack(GitProgram repository) throws IOException {
        for (String setting : List.of("autoPackLimit=1", "autoDetach=false", "prunePackExpire=now")) {
            var parts = setting.split("=");
            repository.run("config", "gc." + parts[0], parts[1]);
        }
        repository.run("repack", "--quiet", "-d");
    }

    protected static Set<String> packs(GitProgram repository) throws IOException {
        try (var files = Files.list(Path.of(repository.run("rev-parse", "--absolute-git-dir"), "objects", "pack"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pack"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void what_they_have_and_we_have_not_is_never_overwritten() throws IOException {
        push();
        var other = GitProgram.cloned(there.folder(), folder.resolve("other"));
        var theirs = other.commit("state/x.yaml", "b: c\n");
        other.run("push", "--quiet", "origin", "HEAD:main");
        own.commit("live/x.yaml", "c: d\n");
        var sentence = failed(Trouble.NOT_FAST_FORWARD, remote().push(address(), head(), MAIN));
        assertTrue(sentence.contains("twin pull"), sentence);
        assertEquals(theirs, there.run("rev-parse", "refs/heads/main"));
    }

    @Test
    void where_there_is_no_repository_that_is_said() throws IOException {
        var nowhere = new RemoteAddress(folder.resolve("nowhere").toString());
        failed(Trouble.NO_REPOSITORY, remote().tip(nowhere, MAIN));
        failed(Trouble.NO_REPOSITORY, remote().fetch(nowhere, MAIN));
        failed(Trouble.NO_REPOSITORY, remote().push(nowhere, head(), MAIN));
    }

    /** A folder of a test run was called {@code junit-8639398911274340161} once, and that was read as the 401 of a server. */
    @Test
    void an_address_that_reads_like_a_fault_is_none() throws IOException {
        var called =
                "340161, host key verification failed, 401, permission denied, not permitted, timed out (fetch first)";
        var nowhere =
                new RemoteAddress(folder.resolve(called).resolve("nowhere").toString());
        failed(Trouble.NO_REPOSITORY, remote().tip(nowhere, MAIN));
        failed(Trouble.NO_REPOSITORY, remote().push(new RemoteAddress("file://" + nowhere), head(), MAIN));
    }

    @Test
    void a_forged_tree_is_not_taken() throws IOException {
        var blob = there.reading("key = value\n", "hash-object", "-w", "--stdin");
        var bytes = new StringBuilder("100644 .git\0");
        for (int at = 0; at < blob.length(); at += 2) {
            bytes.append((char) Integer.parseInt(blob.substring(at, at + 2), 16));
        }
        var tree = there.reading(bytes.toString(), "hash-object", "-t", "tree", "-w", "--literally", "--stdin");
        var commit = there.run("commit-tree", tree, "-m", "forged");
        there.run("update-ref", "refs/heads/main", commit);
        failed(Trouble.UNSOUND, remote().fetch(address(), MAIN));
    }

    @Test
    void no_program_that_the_repository_names_is_run() throws IOException {
        var mark = folder.resolve("mark");
        var hook = own.folder().resolve(".git/hooks/pre-push");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch " + mark + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        var program = "touch " + mark + " #";
        for (String setting :
                List.of("core.sshCommand", "core.fsmonitor", "core.gitProxy", "credential.helper", "core.askPass")) {
            own.run("config", setting, setting.startsWith("cred") ? "!" + program : program);
        }
        own.run("config", "remote.x.uploadpack", program);
        own.run(
                "config",
                "url.ext::sh -c touch% " + mark + ".insteadOf",
                there.folder().toString());
        push();
        given(remote().fetch(address(), MAIN));
        try (var server = new GitOverHttp(folder, TOKEN)) {
            failed(Trouble.UNAUTHORISED, remote().fetch(server.address("there.git"), MAIN));
        }
        assertFalse(Files.exists(mark));
    }

    @Test
    void nobody_is_let_in_without_a_token() throws IOException {
        try (var server = new GitOverHttp(folder, TOKEN)) {
            var sentence = failed(Trouble.UNAUTHORISED, remote().tip(server.address("there.git"), MAIN));
            assertTrue(sentence.contains("TWIN_GIT_TOKEN"), sentence);
            failed(Trouble.UNAUTHORISED, remote().push(server.address("there.git"), head(), MAIN));
        }
    }

    @Test
    void a_wrong_token_is_in_no_sentence() throws IOException {
        var wrong = "wrong-token-of-the-test";
        try (var server = new GitOverHttp(folder, TOKEN)) {
            var remote = remote(own.folder(), folder.resolve("home"), Optional.of(wrong));
            var sentence = failed(Trouble.UNAUTHORISED, remote.tip(server.address("there.git"), MAIN));
            assertFalse(sentence.contains(wrong), sentence);
        }
    }

    @Test
    void with_a_token_it_goes_there_and_back() throws IOException {
        try (var server = new GitOverHttp(folder, TOKEN)) {
            var remote = remote(own.folder(), folder.resolve("home"), Optional.of(TOKEN));
            var address = server.address("there.git");
            given(remote.push(address, head(), MAIN));
            assertEquals(Optional.of(head()), given(remote.tip(address, MAIN)));
            assertEquals(Optional.of(head()), given(remote.fetch(address, MAIN)));
            failed(Trouble.NO_REPOSITORY, remote.tip(server.address("nowhere.git"), MAIN));
        }
    }

    @Test
    void why_it_is_not_taken_is_said_in_the_words_of_the_other_end() throws IOException {
        var hook = Files.createDirectories(there.folder().resolve("hooks")).resolve("pre-receive");
        Files.writeString(hook, "#!/bin/sh\necho 'error: File state/big is 120.00 MB' >&2\nexit 1\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var server = new GitOverHttp(folder, TOKEN)) {
            var remote = remote(own.folder(), folder.resolve("home"), Optional.of(TOKEN));
            var sentence = failed(Trouble.REJECTED, remote.push(server.address("there.git"), head(), MAIN));
            assertTrue(sentence.contains("File state/big is 120.00 MB"), sentence);
        }
    }

    @Test
    void where_nobody_answers_that_is_said() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        failed(Trouble.UNREACHABLE, remote().tip(new RemoteAddress("http://127.0.0.1:" + port + "/x"), MAIN));
        failed(Trouble.UNREACHABLE, remote().tip(new RemoteAddress("ssh://git@127.0.0.1:" + port + "/x"), MAIN));
        failed(Trouble.UNREACHABLE, remote().fetch(new RemoteAddress("https://nowhere.invalid/x"), MAIN));
    }
}
