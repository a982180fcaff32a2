package dev.twinsync.os.worker;

import static dev.twinsync.os.worker.Stranger.apply;
import static dev.twinsync.os.worker.Stranger.digest;
import static dev.twinsync.os.worker.Stranger.hand;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.services.Services;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.cron.UserCrontab;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.packages.DebianPackages;
import dev.twinsync.os.services.ScriptedSystemd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real backends behind a root side that is spoken to by an enemy. Nothing of what it asks for is done. */
class HostileClientTest {

    private static final String SYSTEMCTL = "systemctl --no-pager --no-ask-password ";

    @TempDir
    private Path temporary;

    private final ScriptedCommands machine = new ScriptedCommands();
    private Path folder;
    private Stranger stranger;

    @BeforeEach
    void furnish() throws IOException {
        folder = temporary.toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var services = ScriptedSystemd.on(machine, folder.resolve("run"));
        var kept = new Kept();
        stranger = new Stranger(
                client -> Map.of(
                        "packages", new Hosted<>(new Packages(), new DebianPackages(machine)),
                        "services", new Hosted<>(new Services(), services),
                        "cron", new Hosted<>(new Cron(), new UserCrontab(machine)),
                        "files",
                                new Hosted<>(
                                        new dev.twinsync.domain.files.Files(),
                                        new MirroredFiles(
                                                client.content(),
                                                kept,
                                                CaptureRules.DEFAULT,
                                                client.repository(),
                                                machine))),
                kept,
                folder);
    }

    private String refused(String... lines) {
        return assertInstanceOf(Reply.Refused.class, stranger.hears(lines).getLast())
                .reason();
    }

    /** It is not even looked at. */
    private void isNoAction(String plugin, String action) {
        assertInstanceOf(Reply.Fault.class, stranger.hears(apply(plugin, action)), action);
        assertEquals(List.of(), machine.lines());
    }

    static Stream<String> noNames() {
        return Stream.of(
                "tzdata-",
                "-oDir::Bin::Methods=/tmp",
                "-y",
                "./x.deb",
                "/x.deb",
                "python3-y.*",
                "tzdata/sid",
                "tzdata=1",
                "a b",
                "htop\\n",
                "htop\\u0000",
                "",
                "HTOP",
                "?name(x)",
                "~nx",
                "a",
                "htop:-x");
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void what_apt_would_read_as_something_else_is_no_package(String name) {
        isNoAction("packages", "{\"op\":\"install\",\"name\":\"" + name + "\"}");
        isNoAction("packages", "{\"op\":\"remove\",\"name\":\"" + name + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0 -o", "-1", "1.0/sid", "1.0*", "1\\n", ""})
    void what_apt_would_read_as_something_else_is_no_version(String version) {
        isNoAction("packages", "{\"op\":\"change-version\",\"name\":\"htop\",\"version\":\"" + version + "\"}");
    }

    private void withPackages(String simulated) throws IOException {
        machine.answer("dpkg --print-architecture", "amd64\n")
                .answer("dpkg --compare-versions", 1, "", "")
                .answer("dpkg-query --search", 1, "", "no path found")
                .answer("dpkg-query --show", captured("dpkg-query.txt"))
                .answer("apt-mark showauto", "")
                .answer("apt-cache policy", captured("policy.txt"))
                .answer("apt-get -s", simulated);
    }

    private static String captured(String name) throws IOException {
        try (InputStream stream = DebianPackages.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void nothingWasChanged() {
        assertEquals(
                List.of(),
                machine.lines().stream()
                        .filter(line -> line.startsWith("apt-get") && !line.startsWith("apt-get -s")
                                || line.startsWith("apt-mark -o")
                                || line.startsWith(SYSTEMCTL) && !line.matches(SYSTEMCTL + "(list|show).*"))
                        .toList());
    }

    @Test
    void what_the_machine_must_not_lose_is_not_removed() throws IOException {
        withPackages("1 to remove\nRemv bash [5.2.15-2+b13]\n");
        assertEquals(
                "this machine must not lose bash: essential",
                refused(apply("packages", "{\"op\":\"remove\",\"name\":\"bash\"}")));
        nothingWasChanged();
    }

    @Test
    void nor_under_its_name_with_the_architecture() throws IOException {
        withPackages("1 to remove\nRemv bash [5.2.15-2+b13]\n");
        assertEquals(
                "amd64 is this machine's own architecture; write bash",
                refused(apply("packages", "{\"op\":\"remove\",\"name\":\"bash:amd64\"}")));
        nothingWasChanged();
    }

    @Test
    void nor_by_the_way() throws IOException {
        withPackages("1 to remove\nRemv bash [5.2.15-2+b13]\nInst twin-toy [1.0] (1.1 localhost [all])\n");
        var reason =
                refused(apply("packages", "{\"op\":\"change-version\",\"name\":\"twin-toy\",\"version\":\"1.1\"}"));
        assertTrue(reason.contains("would also remove bash"), reason);
        nothingWasChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/x.service",
                "../x.service",
                "-x.service",
                "*.service",
                "x",
                "x.service\\n",
                "x.service y.service",
                ".service",
                "x.device",
                "--now.service"
            })
    void what_systemd_would_read_as_something_else_is_no_unit(String name) {
        isNoAction("services", "{\"op\":\"enable\",\"name\":\"" + name + "\"}");
        isNoAction("services", "{\"op\":\"start\",\"name\":\"a.service\",\"scope\":\"user:-" + name + "\"}");
    }

    private void withUnit(String id) {
        machine.answer(SYSTEMCTL + "list-unit-files", "")
                .answer(SYSTEMCTL + "list-units", "")
                .answer(
                        SYSTEMCTL + "show",
                        "Id=" + id + "\nLoadState=loaded\nUnitFileState=static\nActiveState=active\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "mask", "disable"})
    void what_the_machine_must_not_lose_is_not_taken_away(String op) {
        withUnit("dbus.service");
        assertEquals(
                "this machine must not lose dbus.service",
                refused(apply("services", "{\"op\":\"" + op + "\",\"name\":\"dbus.service\"}")));
        withUnit("systemd-logind.service");
        var alias =
                refused(apply("services", "{\"op\":\"" + op + "\",\"name\":\"dbus-org.freedesktop.login1.service\"}"));
        assertTrue(alias.contains("another name of systemd-logind.service"), alias);
        nothingWasChanged();
    }

    static Stream<String> noEntries() {
        String entry = "{\"op\":\"add\",\"entry\":\"a\",\"user\":\"root\",\"schedule\":\"@daily\",\"command\":\"id\"}";
        return Stream.of(
                entry.replace("\"id\"", "\"id\\n* * * * * evil\""),
                entry.replace("\"id\"", "\"id\\r\""),
                entry.replace("\"id\"", "\"id\\u0000\""),
                entry.replace("\"a\"", "\"a\\n* * * * * evil\""),
                entry.replace("@daily", "@daily\\n"),
                entry.replace("@daily", "* * * * * evil"),
                entry.replace("\"root\"", "\"-l\""),
                entry.replace("\"root\"", "\"../root\""),
                entry.replace("}", ",\"environment\":{\"A\":\"b\\nc\"}}"),
                entry.replace("}", ",\"environment\":{\"A=b\\nc\":\"\"}}"));
    }

    @ParameterizedTest
    @MethodSource("noEntries")
    void what_would_be_another_line_of_a_crontab_is_no_entry(String action) {
        isNoAction("cron", action);
    }

    private String write(String path, String twinPath, String content) {
        var me = Self.ofThisProcess().name();
        return "{\"op\":\"write\",\"path\":\"" + path + "\",\"twin_path\":\"" + twinPath + "\",\"digest\":\""
                + digest(content) + "\",\"mode\":\"0644\",\"owner\":\"" + me + "\",\"group\":\"root\"}";
    }

    static Stream<String> noPlaces() {
        return Stream.of(
                "/etc/../root/x",
                "etc/x",
                "/etc//x",
                "/etc/./x",
                "/",
                "/proc/self/mem",
                "/sys/x",
                "/dev/sda",
                "/run/twin-worker.lock",
                "/var/lib/twin/x",
                "/etc/twin/x",
                "/etc/x\\n",
                "/etc/\\u0000");
    }

    @ParameterizedTest
    @MethodSource("noPlaces")
    void what_is_no_place_of_a_file_is_not_written_to(String path) {
        isNoAction("files", write(path, "filesystem/x", "content"));
        isNoAction("files", "{\"op\":\"delete\",\"path\":\"" + path + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filesystem/../x",
                "../x",
                "/etc/x",
                "filesystem",
                "filesystem//x",
                "state/x",
                "filesystem/.git/config",
                "filesystem/x\\u0000"
            })
    void what_is_no_place_of_content_is_none(String twinPath) {
        isNoAction("files", write("/etc/x", twinPath, "content"));
    }

    @Test
    void content_that_is_not_the_actions_is_not_written() {
        var target = folder.resolve("x");
        var action = write(target.toString(), "filesystem/x", "approved");
        var replies = stranger.hears(hand(digest("approved"), "other"), apply("files", action));
        assertInstanceOf(Reply.Fault.class, replies.getFirst());
        assertInstanceOf(Reply.Refused.class, replies.getLast());
        var other = refused(hand(digest("other"), "other"), apply("files", action));
        assertTrue(other.contains("not handed over"), other);
        assertFalse(Files.exists(target));
    }

    @Test
    void content_that_was_kept_under_a_wrong_digest_is_not_written() {
        var target = folder.resolve("x");
        var action = write(target.toString(), "filesystem/x", "approved");
        stranger.kept().as(new dev.twinsync.domain.Digest(digest("approved")), new byte[] {'e', 'v', 'i', 'l'});
        assertTrue(refused(apply("files", action)).contains("not the one"));
        assertFalse(Files.exists(target));
    }

    @Test
    void content_is_there_for_one_transaction_only() throws IOException {
        var action = write(folder.resolve("x").toString(), "filesystem/x", "approved");
        var again = write(folder.resolve("y").toString(), "filesystem/x", "approved");
        assertTrue(refused(hand(digest("approved"), "approved"), apply("files", action), apply("files", again))
                .contains("not handed over"));
        assertEquals("approved", Files.readString(folder.resolve("x")));
        assertFalse(Files.exists(folder.resolve("y")));
    }

    @Test
    void two_contents_from_one_place_are_not_written() {
        var one = write(folder.resolve("x").toString(), "filesystem/x", "one");
        var two = write(folder.resolve("y").toString(), "filesystem/x", "two");
        refused(hand(digest("one"), "one"), hand(digest("two"), "two"), apply("files", one, two));
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void a_place_of_secrets_is_neither_written_to_nor_emptied() throws IOException {
        var secret = folder.resolve("secrets.yaml");
        var write = write(secret.toString(), "filesystem/x", "content");
        assertTrue(refused(hand(digest("content"), "content"), apply("files", write))
                .contains("secrets are kept"));
        assertFalse(Files.exists(secret));
        Files.writeString(secret, "secret");
        for (String action : List.of(
                write,
                "{\"op\":\"delete\",\"path\":\"" + secret + "\"}",
                "{\"op\":\"link\",\"path\":\"" + secret + "\",\"target\":\"/dev/null\"}",
                "{\"op\":\"set-attributes\",\"path\":\"" + secret
                        + "\",\"mode\":\"0666\",\"owner\":\"root\",\"group\":\"root\"}")) {
            assertTrue(refused(hand(digest("content"), "content"), apply("files", action))
                    .contains("secrets are kept"));
        }
        assertEquals("secret", Files.readString(secret));
    }

    @Test
    void a_private_key_is_not_written_wherever_it_should_go() throws IOException {
        var key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----\n";
        var write = write(folder.resolve("x").toString(), "filesystem/x", key);
        assertTrue(refused(hand(digest(key), key), apply("files", write)).contains("key"));
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void a_link_on_the_way_is_not_followed() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("way"), elsewhere);
        var write = write(folder.resolve("way/x").toString(), "filesystem/x", "content");
        refused(hand(digest("content"), "content"), apply("files", write));
        assertFalse(Files.exists(elsewhere.resolve("x")));
    }

    @Test
    void nothing_is_changed_in_the_repository_that_the_hello_named() throws IOException {
        var write = write("/home/alice/device/state/x", "filesystem/x", "content");
        assertTrue(refused(hand(digest("content"), "content"), apply("files", write))
                .contains("own repository"));
        assertFalse(Files.exists(Path.of("/home/alice/device")));
    }
}
