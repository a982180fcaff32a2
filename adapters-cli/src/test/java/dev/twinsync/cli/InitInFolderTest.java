package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code twin init} where something is already. */
class InitInFolderTest {

    @TempDir
    private Path folder;

    private Path repo;

    @BeforeEach
    void a_configuration() throws IOException {
        repo = folder.resolve("device");
        write("config.yaml", FilesOnly.CONFIGURATION);
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(repo.resolve(path).getParent());
        Files.writeString(repo.resolve(path), content);
    }

    private void wish(String content) throws IOException {
        write(content, "wished");
        write("state/files.yaml", "files:\n  - path: " + folder.resolve("n") + "\n    twin_path: " + content + "\n");
    }

    private String git(String... arguments) throws IOException {
        return new GitProgram(repo).run(arguments);
    }

    private CommandRun init() {
        var run = CommandRun.in(repo, "init");
        assertEquals(0, run.exit(), run::toString);
        return run;
    }

    @Test
    void a_clone_has_all_that_is_needed_whatever_the_owner_ignores() throws IOException {
        git("init", "-q");
        write(".gitignore", "*.conf\n*.yaml\n");
        wish("filesystem/n.conf");
        init();
        var clone = folder.resolve("clone");
        git("clone", "-q", ".", clone.toString());
        var plan = CommandRun.in(clone, "plan --offline");
        assertFalse((plan.out() + plan.err()).contains("there is no content"), plan::toString);
        assertEquals("wished", Files.readString(clone.resolve("filesystem/n.conf")));
    }

    @Test
    void who_keeps_the_folder_around_it_in_git_is_told_how_to_keep_this_one_out() throws IOException {
        assertFalse(init().err().contains("another Git repository"));
        var outer = folder.resolve("my home");
        repo = outer.resolve("in/device");
        write("config.yaml", FilesOnly.CONFIGURATION);
        new GitProgram(outer).run("init", "-q");
        var run = init();
        assertTrue(
                run.err().contains("echo /in/device/ >>'" + outer.toRealPath().resolve(".gitignore") + "'"),
                run::toString);
        Files.writeString(outer.resolve(".gitignore"), "/in/device/\n");
        assertEquals("?? .gitignore", new GitProgram(outer).run("status", "--porcelain"));
    }

    @Test
    void raw_logs_stay_out_of_git_where_there_was_an_ignore_file() throws IOException {
        git("init", "-q");
        write(".gitignore", "*.bak");
        write(".gitattributes", "* text=auto\n");
        var run = init();
        assertTrue(run.out().contains("added below what .gitignore said: /logs/*  !/logs/current/"), run::toString);
        assertTrue(run.out().contains("added below what .gitattributes said: * -text"), run::toString);
        assertTrue(Files.readString(repo.resolve(".gitignore")).startsWith("*.bak\n#"));
        write("logs/current/raw.txt", "raw");
        git("add", "-A");
        assertFalse(git("ls-files", "logs").contains("raw.txt"));
        assertEquals("config.yaml: text: unset", git("check-attr", "text", "config.yaml"));
    }

    /** What the owner's rules and settings make of files is not for those of the machine. */
    @Test
    void a_clone_has_the_bytes_of_the_machine_whatever_the_owner_tells_git() throws IOException {
        git("init", "-q");
        write(
                ".gitattributes",
                "[attr]lines text eol=crlf\n* -text\n*.c text ident\n*.x filter=louder\n*.w working-tree-encoding=UTF-16\n*.l lines\n");
        wish("filesystem/n.c");
        var texts = Map.of("n.c", "$Id$\r\n", "n.x", "a\n", "n.w", "a\n", "n.l", "a\n");
        for (var text : texts.entrySet()) {
            write("filesystem/" + text.getKey(), text.getValue());
        }
        init();
        git("add", "filesystem");
        git("commit", "-q", "--allow-empty", "-m", "the rest");
        var clone = folder.resolve("clone");
        git("clone", "-q", "-c", "core.autocrlf=true", "-c", "filter.louder.smudge=tr a-z A-Z", ".", clone.toString());
        for (var text : texts.entrySet()) {
            assertEquals(text.getValue(), Files.readString(clone.resolve("filesystem/" + text.getKey())));
        }
        assertEquals("art/n.x: filter: louder", git("check-attr", "filter", "art/n.x"), "the owner's own files");
    }

    @Test
    void what_was_added_is_in_the_result_for_programs_too() throws IOException {
        write(".gitignore", "*.bak\n");
        var run = CommandRun.in(repo, "init --output json");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.out().contains("\"file\": \".gitignore\""), run::toString);
    }

    @Test
    void one_that_failed_leaves_nothing_and_is_done_once_the_fault_is_mended() throws IOException {
        git("init", "-q");
        write("state/files.yaml", "my: data\n");
        git("add", "-A");
        git("commit", "-q", "-m", "mine");
        var before = Folders.everything(repo);
        var run = CommandRun.in(repo, "init");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("state/files.yaml:1:1"), run::toString);
        assertEquals(before, Folders.everything(repo));

        wish("filesystem/n");
        init();
        assertTrue(git("ls-files").contains("schema/state.schema.json"));
        assertEquals("", git("status", "--porcelain"));
        assertEquals(1, CommandRun.in(repo, "init").exit());
    }

    @Test
    void an_archive_of_a_repository_that_was_unpacked_becomes_one() throws IOException {
        wish("filesystem/n");
        var wishes = Files.readString(repo.resolve("state/files.yaml"));
        var plan = CommandRun.in(repo, "plan");
        assertEquals(1, plan.exit(), plan::toString);
        assertTrue(plan.err().contains("make one with twin init"), plan::toString);
        init();
        assertEquals(wishes, Files.readString(repo.resolve("state/files.yaml")));
        assertEquals("1", git("rev-list", "--count", "HEAD"));
    }

    @Test
    void the_template_of_the_logs_says_what_the_defaults_are() {
        var document = Layout.logsConfig();
        var template = YamlTree.read(document.path(), Templates.all().get(document.path()));
        assertEquals(new Reading.Value<>(LogsConfig.DEFAULT), template.then(document.shape()::read));
    }
}
