package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wishes that are an attack, from the document to the terminal: refused with their place, and nothing else is touched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWishTest {

    private static final String PACKAGE = "packages:\n  - ensure: present\n    name: ";
    private static final String VERSION = "packages:\n  - name: htop\n    version: ";
    private static final String UNIT = "services:\n  - running: true\n    name: ";
    private static final String SCOPE = "services:\n  - name: x.service\n    running: true\n    scope: ";
    private static final String PATH = "files:\n  - twin_path: filesystem/etc/x\n    path: ";
    private static final String TWIN_PATH = "files:\n  - path: /etc/x\n    twin_path: ";
    private static final String FILE = "files:\n  - path: /etc/x\n    twin_path: filesystem/etc/x\n    ";
    private static final String LINK = "files:\n  - path: /etc/x\n    type: symlink\n    target: ";
    private static final String CRON_ID = "entries:\n  - user: a\n    schedule: \"@daily\"\n    command: x\n    id: ";
    private static final String CRON_USER = "entries:\n  - id: a\n    schedule: \"@daily\"\n    command: x\n    user: ";
    private static final String SCHEDULE = "entries:\n  - id: a\n    user: a\n    command: x\n    schedule: ";
    private static final String COMMAND = "entries:\n  - id: a\n    user: a\n    schedule: \"@daily\"\n    command: ";
    private static final String VARIABLES = COMMAND + "x\n    environment: ";

    @TempDir
    private static Path folder;

    private Path repo;

    /** A document up to the hostile value, which is its end. */
    private record Wish(String before, String value) {

        static Stream<Wish> all(String before, String... values) {
            return Stream.of(values).map(value -> new Wish(before, value));
        }

        String file() {
            return switch (before.substring(0, before.indexOf(':'))) {
                case "entries" -> "state/cron.yaml";
                case String list -> "state/" + list + ".yaml";
            };
        }

        String yaml() {
            return before + value + "\n";
        }

        /** Where the value stands. */
        String place() {
            var line = before.substring(before.lastIndexOf('\n') + 1);
            return file() + ":" + before.lines().count() + ":" + (line.length() + 1) + " ";
        }
    }

    static Stream<Wish> wishes() {
        return Stream.of(packages(), services(), files(), cron()).flatMap(wishes -> wishes);
    }

    private static Stream<Wish> packages() {
        return Stream.concat(
                Wish.all(
                        PACKAGE,
                        "tzdata-",
                        "-oDir::Bin::Methods=/tmp",
                        "./x.deb",
                        "pkg/release",
                        "python3-y.*",
                        "foo=1.0",
                        "'foo:'",
                        "\"foo\\0\"",
                        "\"foo\\nbar\"",
                        "\"foo\\u202e\""),
                Wish.all(VERSION, "1.0 -o", "\"1.0\\nhtop\"", "\"1.0\\0\"", "1.0/stable", "-1"));
    }

    private static Stream<Wish> services() {
        return Stream.concat(
                Wish.all(
                        UNIT,
                        "/path/x.service",
                        "../x.service",
                        "\"x.service\\n\"",
                        "-x",
                        "--root=/",
                        "'*.service'",
                        "\"x\\0.service\""),
                Wish.all(SCOPE, "user:-u root", "\"user:a\\n\"", "\"user:a\\0\"", "user:../a", "global"));
    }

    private static Stream<Wish> files() {
        return Stream.of(
                        Wish.all(
                                PATH,
                                "/etc/../x",
                                "/etc//x",
                                "etc/x",
                                "~/x",
                                "\"/etc/x\\0\"",
                                "\"/etc/x\\e[2K\"",
                                "/proc/sysrq-trigger",
                                "/sys/power/state",
                                "/dev/sda",
                                "/var/lib/twin/x"),
                        Wish.all(
                                TWIN_PATH,
                                "filesystem/../state/files.yaml",
                                "filesystem//x",
                                "/etc/shadow",
                                "../x",
                                ".git/config",
                                "filesystem/.git/config",
                                "filesystem/.GIT/hooks/post-commit",
                                "\"filesystem/x\\0\"",
                                "\"filesystem/x\\n\""),
                        Wish.all(FILE + "owner: ", "-R", "root:root", "\"root\\0\""),
                        Wish.all(FILE + "group: ", "-R", "'--reference=/etc/shadow'"),
                        Wish.all(FILE + "mode: ", "99999", "'0888'", "u+s"),
                        Wish.all(FILE + "notify:\n      - ", "--root=/", "/etc/x.service", "\"x.service\\n\""),
                        Wish.all(LINK, "\"/etc/x\\0\"", "\"/etc/x\\n\""))
                .flatMap(wishes -> wishes);
    }

    private static Stream<Wish> cron() {
        return Stream.of(
                        Wish.all(CRON_ID, "\"a\\n* * * * * id\"", "../a", "-a"),
                        Wish.all(CRON_USER, "-u root", "'-u'", "../root", "\"a\\0\"", "\"a\\n\""),
                        Wish.all(SCHEDULE, "\"@daily\\n* * * * *\"", "'* * * * * root'", "\"@daily\\0\""),
                        Wish.all(COMMAND, "\"x\\n* * * * * id\"", "\"x\\r\"", "\"x\\0\"", "|\n      x\n      y"),
                        Wish.all(VARIABLES, "{A: \"x\\nB=y\"}", "{A: \"x\\0\"}", "{\"A=B\": x}", "{\"A\\nB\": x}"))
                .flatMap(wishes -> wishes);
    }

    @BeforeAll
    void init() throws IOException {
        repo = folder.resolve("device");
        assertEquals(0, CommandRun.in(repo, "init").exit());
        empty();
    }

    @AfterEach
    void empty() throws IOException {
        for (String list : new String[] {"packages", "services", "files"}) {
            Files.writeString(repo.resolve("state/" + list + ".yaml"), list + ": []\n");
        }
        Files.writeString(repo.resolve("state/cron.yaml"), "entries: []\n");
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void is_refused_with_its_place_and_nothing_is_touched(Wish wish) throws IOException {
        Files.writeString(repo.resolve(wish.file()), wish.yaml());
        var before = Folders.everything(repo);
        for (String command : new String[] {"config validate", "plan", "plan --offline", "status", "snapshot"}) {
            var run = CommandRun.in(repo, command);
            assertEquals(1, run.exit(), () -> command + ": " + run);
            assertTrue(run.err().startsWith("twin: " + wish.place()), () -> command + ": " + run);
            assertEquals(1, run.err().lines().count(), run::err);
            assertTrue(run.showsEverything(), run::err);
            assertEquals("", run.out());
        }
        assertEquals(before, Folders.everything(repo));
    }

    @Test
    void a_nul_in_the_document_is_named_with_its_place() throws IOException {
        Files.writeString(repo.resolve("state/packages.yaml"), "packages:\n  - name: ht\0op\n");
        for (String command : new String[] {"config validate", "plan"}) {
            var run = CommandRun.in(repo, command);
            assertEquals(1, run.exit());
            assertTrue(run.err().contains("state/packages.yaml:2:13 a control character (U+0000)"), run::err);
            assertTrue(run.showsEverything(), run::err);
        }
    }

    @Test
    void names_that_only_look_odd_are_taken() throws IOException {
        Files.writeString(repo.resolve("state/packages.yaml"), PACKAGE + "g++\n");
        Files.writeString(repo.resolve("state/cron.yaml"), COMMAND + "\"date +%F%input\"\n");
        var run = CommandRun.in(repo, "config validate");
        assertEquals(0, run.exit(), run::toString);
    }
}
