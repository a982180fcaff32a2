package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of a machine without being asked for, tried on a directory with the answers of a real dpkg. */
class CaptureTest {

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() {
        bench = new Bench(directory);
    }

    /** @param conffile the file that a package brought with the content {@code shipped} */
    private ScriptedCommands dpkg(String conffile, String... owned) throws Exception {
        var sum = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest("shipped".getBytes()));
        var lines = new StringBuilder("toy:amd64: " + bench.at(conffile) + "\n");
        for (String path : owned) {
            lines.append("one, other: ").append(bench.at(path)).append("\n");
        }
        return new ScriptedCommands()
                .answer("dpkg-query -W", " " + bench.at(conffile) + " " + sum + " obsolete\n\n")
                .answer("dpkg-query -S", 1, lines.toString(), "dpkg-query: no path found matching pattern /x");
    }

    private Observation.Seen<LiveFile> look(CommandRunner commands, String... declared) {
        var keys = Set.copyOf(
                Stream.of(declared).map(below -> bench.at(below).toString()).toList());
        return seen(bench.files(commands).observe(new Scope.Everything(keys)));
    }

    private static Observation.Seen<LiveFile> seen(Observation<LiveFile> observation) {
        assertInstanceOf(Observation.Seen.class, observation);
        return (Observation.Seen<LiveFile>) observation;
    }

    private List<String> names(Observation.Seen<LiveFile> seen) {
        return seen.live().stream()
                .map(file -> bench.root.relativize(Path.of(file.key())).toString())
                .toList();
    }

    private String reason(Observation.Seen<LiveFile> seen, String below) {
        return seen.gapOver(bench.at(below).toString()).map(Gap::reason).orElse("no gap over " + below);
    }

    @Test
    void a_file_that_is_as_its_package_brought_it_is_not_recorded() throws Exception {
        bench.put("toy.conf", "shipped");
        assertEquals(List.of(), names(look(dpkg("toy.conf"))));
    }

    @Test
    void a_file_that_differs_from_what_its_package_brought_is_recorded() throws Exception {
        bench.put("toy.conf", "changed");
        assertEquals(
                List.of(new LiveFile.Regular(
                        bench.target("toy.conf"),
                        Bench.digest("changed".getBytes()),
                        new FileMode("0644"),
                        bench.owner(),
                        bench.group())),
                look(dpkg("toy.conf")).live());
    }

    @Test
    void a_file_that_is_named_is_recorded_although_it_is_as_its_package_brought_it() throws Exception {
        bench.put("toy.conf", "shipped");
        assertEquals(List.of("toy.conf"), names(look(dpkg("toy.conf"), "toy.conf")));
    }

    @Test
    void what_a_package_has_and_keeps_for_itself_is_not_recorded() throws Exception {
        bench.put("lib/data", "whatever");
        bench.put("lib/mine", "whatever");
        assertEquals(List.of("lib/mine"), names(look(dpkg("toy.conf", "lib", "lib/data"))));
    }

    @Test
    void files_directories_and_links_that_no_package_has_are_recorded() throws Exception {
        bench.put("d/x", "mine");
        Files.createSymbolicLink(bench.at("l"), Path.of("d/x"));
        assertEquals(List.of("d", "d/x", "l"), names(look(dpkg("toy.conf"))));
    }

    @Test
    void two_questions_to_dpkg_are_enough_for_any_number_of_files() throws Exception {
        for (int number = 0; number < 500; number++) {
            bench.put("many/" + number, "content " + number);
        }
        var commands = dpkg("toy.conf");
        assertEquals(501, look(commands).live().size());
        assertEquals(
                List.of("dpkg-query -W -f=${Conffiles}\n", "dpkg-query -S -- " + bench.root + " " + bench.root + "/*"),
                commands.lines());
    }

    @Test
    void what_not_everybody_may_read_leaves_no_trace_of_its_content() throws Exception {
        bench.put("password", "tiny", "rw-r-----");
        bench.put("closed/inner", "tiny", "rw-r--r--");
        Files.setPosixFilePermissions(bench.at("closed"), PosixFilePermissions.fromString("rwx------"));
        bench.put("toy.conf", "changed", "rw-------");
        var seen = look(dpkg("toy.conf"));
        assertEquals(List.of("closed"), names(seen));
        for (String below : List.of("password", "closed/inner", "toy.conf")) {
            assertTrue(reason(seen, below).contains("not everybody may read it"), below);
        }
    }

    @Test
    void a_hidden_file_that_is_named_is_recorded() throws Exception {
        bench.put("password", "tiny", "rw-r-----");
        assertEquals(List.of("password"), names(look(dpkg("toy.conf"), "password")));
    }

    @Test
    void a_hidden_file_as_its_package_brought_it_is_no_gap() throws Exception {
        bench.put("toy.conf", "shipped", "rw-------");
        assertEquals(List.of(), look(dpkg("toy.conf")).gaps());
    }

    @Test
    void a_private_key_is_a_gap_even_where_it_is_named() throws Exception {
        bench.put("site.pem", "-----BEGIN PRIVATE KEY-----\nMII");
        assertTrue(reason(look(dpkg("toy.conf")), "site.pem").contains("private key"));
        assertTrue(reason(look(dpkg("toy.conf"), "site.pem"), "site.pem").contains("private key"));
    }

    @Test
    void a_place_of_secrets_is_passed_over_and_a_gap_where_it_is_named() throws Exception {
        bench.put("id_ed25519", "key");
        var seen = look(dpkg("toy.conf"));
        assertEquals(List.of(), seen.live());
        assertEquals(List.of(), seen.gaps());
        assertTrue(reason(look(dpkg("toy.conf"), "id_ed25519"), "id_ed25519").contains("secrets are kept there"));
    }

    @Test
    void a_large_file_is_a_gap_unless_it_is_named() throws Exception {
        bench.put("large", "x".repeat(11));
        var files = new MirroredFiles(bench, bench.kept, bench.rules(10), bench.repository, dpkg("toy.conf"));
        assertTrue(reason(seen(files.observe(Scope.everything())), "large").contains("larger than 10 bytes"));
        assertEquals(
                List.of("large"),
                names(seen(files.observe(
                        new Scope.Everything(Set.of(bench.at("large").toString()))))));
    }

    @Test
    void the_repository_is_never_recorded() throws Exception {
        bench.put("repository/state/files.yaml", "files: []");
        var seen = look(dpkg("toy.conf"), "repository/state/files.yaml");
        assertEquals(List.of(), seen.live());
        assertTrue(reason(seen, "repository/state/files.yaml").contains("own repository"));
    }

    @Test
    void a_root_inside_the_repository_is_passed_over() throws Exception {
        bench.put("repository/filesystem/x", "mirror");
        var rules = new CaptureRules(List.of(bench.target("repository/filesystem")), List.of(), 10);
        var files = new MirroredFiles(bench, bench.kept, rules, bench.repository, Bench.NO_PROGRAMS);
        assertEquals(List.of(), seen(files.observe(Scope.everything())).live());
    }

    @Test
    void roots_that_overlap_give_each_file_once() throws Exception {
        bench.put("d/x", "mine");
        var rules = new CaptureRules(List.of(bench.target(""), bench.target("d")), List.of(), 10);
        var files = new MirroredFiles(bench, bench.kept, rules, bench.repository, Bench.NO_PROGRAMS);
        assertEquals(List.of("d", "d/x"), names(seen(files.observe(Scope.everything()))));
    }

    @Test
    void what_is_named_below_a_link_is_a_gap_with_the_link() throws Exception {
        bench.put("real/x", "content");
        Files.createSymbolicLink(bench.at("way"), Path.of("real"));
        var seen = look(Bench.NO_PROGRAMS, "way/x", "real/x/below", "nothing/x");
        assertTrue(reason(seen, "way/x").contains(bench.at("way") + " is a symbolic link"));
        assertEquals(List.of("real", "real/x", "way"), names(seen));
    }

    @Test
    void a_socket_is_seen_as_one() throws Exception {
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(bench.at("s")));
            assertEquals(
                    List.of(new LiveFile.Other(bench.target("s"), LiveFile.What.SOCKET)),
                    look(dpkg("toy.conf")).live());
        }
    }

    @Test
    void a_name_that_is_not_utf_8_is_a_gap_and_hides_nothing_else() throws Exception {
        bench.put("good", "content");
        shell(
                "printf x > \"$1/$(printf 'bad\\377')\"; printf x > \"$1/$(printf 'a\\nb')\"; ln -s \"$(printf 'to\\377')\" \"$1/l\"");
        var seen = look(dpkg("toy.conf"));
        assertEquals(List.of("good"), names(seen));
        assertEquals(
                List.of(bench.at("a?b") + "", bench.at("bad?") + "", bench.at("l") + ""),
                seen.gaps().stream().map(Gap::keys).toList());
        assertTrue(seen.gaps().get(0).reason().contains("unmanageable"));
    }

    private void shell(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("/bin/sh", "-c", script, "sh", bench.root.toString()).start();
        assertEquals(0, process.waitFor(), () -> new String(errors(process)));
    }

    private static byte[] errors(Process process) {
        try {
            return process.getErrorStream().readAllBytes();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void a_machine_without_dpkg_records_everything_and_says_so() throws Exception {
        bench.put("toy.conf", "shipped");
        var seen = look(Bench.NO_PROGRAMS);
        assertEquals(List.of("toy.conf"), names(seen));
        assertEquals("dpkg", seen.gaps().getFirst().keys());
    }

    @Test
    void a_dpkg_that_does_not_answer_is_not_a_machine_without_packages() {
        CommandRunner late = _ -> new Result.TimedOut(Duration.ofSeconds(60));
        var observation = bench.files(late).observe(Scope.everything());
        var reason = ((Observation.Unavailable<LiveFile>) observation).reason();
        assertTrue(reason.contains("did not end within 60 s"), reason);
    }

    @Test
    void a_locale_without_names_sees_nothing_and_says_how_to_see() {
        var files = new MirroredFiles(
                bench,
                bench.kept,
                bench.rules(1),
                bench.repository,
                Bench.NO_PROGRAMS,
                KnownContent.NONE,
                UnitReload.NONE,
                "ANSI_X3.4-1968");
        var observation = files.observe(Scope.everything());
        assertTrue(((Observation.Unavailable<LiveFile>) observation).reason().contains("LC_ALL=C.UTF-8"));
    }

    @Test
    void a_key_that_is_no_path_is_a_gap() {
        var observation = bench.files().observe(new Scope.Only(Set.of("/etc/../etc/passwd")));
        assertEquals("/etc/../etc/passwd", seen(observation).gaps().getFirst().keys());
    }
}
