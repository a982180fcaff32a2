package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole commands in repositories with links to elsewhere, or of somebody else: refused in words, the elsewhere untouched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRepositoryTest {

    private static final int NOBODY = 65534;

    /** Nothing of the machine that runs the test, so that apply can be tried. */
    private static final String ONLY_FILES =
            "disabled_plugins: [packages.debian, services.systemd, services.timers, cron.user, desktop.gnome, system.info]\nfiles: {roots: [/usr/local/etc]}\n";

    @TempDir
    private static Path folder;

    private Path template;
    private Path repo;
    private Path outside;
    private Path target;
    private int number;

    /** A repository that wishes for one file, with a snapshot and a plan. */
    @BeforeAll
    void init() throws IOException {
        template = folder.resolve("template");
        target = folder.toRealPath().resolve("target");
        assertEquals(0, CommandRun.in(template, "init").exit());
        Files.writeString(template.resolve("config.yaml"), ONLY_FILES);
        Files.writeString(template.resolve("state/files.yaml"), """
                files:
                  - path: %s
                    twin_path: filesystem/wished
                    mode: "0600"
                    owner: %s
                    group: %s
                """.formatted(
                        target, Files.getOwner(folder), Files.getAttribute(folder, "posix:group")));
        Files.writeString(template.resolve("filesystem/wished"), "wished");
        assertEquals(0, CommandRun.in(template, "snapshot").exit());
        var plan = CommandRun.in(template, "plan");
        assertTrue(plan.out().contains("Plan: 1 to create"), plan::toString);
    }

    @BeforeEach
    void copy() throws IOException {
        var here = Files.createDirectory(folder.resolve("case-" + number++)).toRealPath();
        repo = Folders.copy(template, here.resolve("device"));
        outside = Folders.copy(template, here.resolve("outside"));
        Files.deleteIfExists(target);
    }

    private void lead(String name) throws IOException {
        delete(repo.resolve(name));
        Files.createSymbolicLink(repo.resolve(name), outside.resolve(name));
    }

    private static void delete(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private CommandRun assertRefused(String command, String... words) throws IOException {
        var before = Folders.everything(outside);
        var run = CommandRun.in(repo, command);
        assertEquals(1, run.exit(), () -> command + ": " + run);
        for (String word : words) {
            assertTrue(run.err().contains(word), () -> command + ": " + run);
        }
        assertEquals(before, Folders.everything(outside));
        assertFalse(Files.exists(target), "a change was made before the refusal");
        return run;
    }

    @Test
    void without_a_link_the_wish_comes_true() throws IOException {
        var run = CommandRun.in(repo, "apply --yes");
        assertEquals(0, run.exit(), run::toString);
        assertEquals("wished", Files.readString(target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    config.yaml         | snapshot, plan, status, apply --yes, init, config validate
                    state               | snapshot, plan, plan --offline, status, apply --yes, config validate
                    state/files.yaml    | snapshot, plan, plan --offline, status, apply --yes, config validate
                    filesystem          | snapshot, plan, plan --offline, status, apply --yes, config validate
                    live                | snapshot, plan --offline, status --offline
                    live/files.yaml     | snapshot, plan --offline, status --offline
                    plan                | plan, apply --yes
                    plan/latest.yaml    | plan, apply --yes
                    .git                | snapshot, plan, status, apply --yes, init, config validate
                    .git/HEAD           | plan, init
                    .git/objects        | plan, init
                    """)
    void a_link_is_not_followed(String name, String commands) throws IOException {
        lead(name);
        for (String command : commands.split(", ")) {
            assertRefused(command, name.contains("/") ? name : name + " is not");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs",
                "logs/current",
                "logs/current/index.yaml",
                "plan/history",
                "live",
                "live/files.yaml",
                ".git/objects"
            })
    void a_link_where_apply_keeps_its_records_leads_nowhere(String name) throws IOException {
        if (Files.notExists(repo.resolve(name))) {
            Files.createDirectories(repo.resolve(name).getParent());
            Files.createDirectories(outside.resolve(name).getParent());
            Files.createSymbolicLink(repo.resolve(name), outside.resolve(name));
        } else {
            lead(name);
        }
        var before = Folders.everything(outside);
        var run = CommandRun.in(repo, "apply --yes");
        assertTrue(Set.of(1, 6).contains(run.exit()), run::toString);
        assertTrue(run.err().contains("symbolic link"), run::toString);
        assertEquals(before, Folders.everything(outside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".git"})
    void a_repository_of_somebody_else_is_refused_by_every_command(String part) throws IOException {
        assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0), "only root can give a folder away");
        Files.setAttribute(repo.resolve(part), "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        var before = Folders.everything(repo);
        for (String command : new String[] {"snapshot", "plan", "status", "apply --yes", "init", "config validate"}) {
            assertRefused(command, "belongs to", "uid " + NOBODY);
        }
        assertEquals(before, Folders.everything(repo));
    }
}
