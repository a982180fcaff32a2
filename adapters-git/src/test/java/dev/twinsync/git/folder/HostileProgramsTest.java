package dev.twinsync.git.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that name programs in every place where Git takes one: none of them is run. */
class HostileProgramsTest extends GitFixture {

    private static final List<String> HOOKS = List.of(
            "applypatch-msg",
            "pre-applypatch",
            "post-applypatch",
            "pre-commit",
            "pre-merge-commit",
            "prepare-commit-msg",
            "commit-msg",
            "post-commit",
            "pre-rebase",
            "post-checkout",
            "post-merge",
            "pre-push",
            "pre-receive",
            "update",
            "proc-receive",
            "post-receive",
            "post-update",
            "reference-transaction",
            "push-to-checkout",
            "pre-auto-gc",
            "post-rewrite",
            "sendemail-validate",
            "fsmonitor-watchman",
            "post-index-change");

    private static final List<String> SETTINGS = List.of(
            "core.fsmonitor",
            "core.sshCommand",
            "core.gitProxy",
            "core.editor",
            "core.pager",
            "core.askPass",
            "core.alternateRefsCommand",
            "gpg.program",
            "gpg.ssh.program",
            "gpg.ssh.defaultKeyCommand",
            "credential.helper",
            "diff.external",
            "diff.x.command",
            "diff.x.textconv",
            "merge.x.driver",
            "filter.x.clean",
            "filter.x.smudge",
            "filter.x.process",
            "sequence.editor",
            "uploadpack.packObjectsHook",
            "alias.status",
            "trailer.x.command");

    private Path marker() {
        return folder.resolve("somebody-ran-this");
    }

    private String script(int exit) {
        return "#!/bin/sh\ntouch " + marker() + "\ncat\nexit " + exit + "\n";
    }

    /** All that twin does in a repository. */
    private void work() throws IOException {
        store("state/a", "a");
        commit("state");
        store("state/a", "b");
        commit("state", "config.yaml");
        repo.head();
        repo.digest("state/a");
        repo.list("state");
        repo.delete("state/a");
        commit("state");
    }

    private void assertNothingRan() {
        assertFalse(Files.exists(marker()), "a program of the repository was run");
    }

    /** The trap works: the real git falls into it. */
    private void assertArmed() throws IOException {
        put("bait", "1");
        run("add", "bait");
        run("-c", "user.name=a", "-c", "user.email=b", "commit", "-m", "bait");
        assertTrue(Files.exists(marker()), "the trap does not work");
    }

    @Test
    void no_hook_is_run() throws IOException {
        for (String hook : HOOKS) {
            putExecutable(".git/hooks/" + hook, script(1));
        }
        work();
        assertNothingRan();
        assertArmed();
    }

    @Test
    void no_hook_of_another_folder_is_run() throws IOException {
        for (String hook : HOOKS) {
            putExecutable("hooks/" + hook, script(1));
        }
        git("config", "core.hooksPath", root.resolve("hooks").toString());
        work();
        assertNothingRan();
        assertArmed();
    }

    @Test
    void no_program_of_the_settings_is_run() throws IOException {
        putExecutable("program", script(1));
        for (String setting : SETTINGS) {
            git("config", setting, root.resolve("program").toString());
        }
        git("config", "commit.gpgSign", "true");
        git("config", "user.signingKey", "x");
        put(".gitattributes", "* filter=x diff=x merge=x\n");
        work();
        assertNothingRan();
        assertArmed();
    }

    @ParameterizedTest
    @ValueSource(strings = {".gitattributes", "filesystem/.gitattributes", ".git/info/attributes"})
    void a_filter_is_not_run_and_bytes_stay_as_they_are(String attributes) throws IOException {
        putExecutable("filter", script(0));
        git("config", "filter.x.clean", root.resolve("filter").toString());
        git("config", "filter.x.process", root.resolve("filter").toString());
        git("config", "filter.x.required", "true");
        put(attributes, "* filter=x text eol=crlf working-tree-encoding=UTF-16 ident\n");
        store("filesystem/dos", "a\r\nb\r\n$Id$\n");
        commit("filesystem");
        assertNothingRan();
        assertEquals("a\r\nb\r\n$Id$\n", git("cat-file", "blob", "HEAD:filesystem/dos"));
        run("add", "--renormalize", "filesystem/dos");
        assertTrue(Files.exists(marker()), "the trap does not work");
    }
}
