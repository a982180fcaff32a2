package dev.twinsync.os.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.domain.system.SystemFacts.Distribution;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.port.HostFacts.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxHostTest {

    /** {@code printf %s 0123456789abcdef0123456789abcdef | sha256sum} */
    private static final String PLAIN_DIGEST =
            "sha256:3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9";

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private final ScriptedCommands commands = new ScriptedCommands().answer("dpkg --print-architecture", "amd64\n");

    @TempDir
    private Path root;

    @BeforeEach
    void aDebianMachine() throws IOException {
        write("etc/os-release", """
                PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
                # a remark
                VERSION_ID="12"
                VERSION_CODENAME=bookworm
                ID=debian
                """);
        write("proc/sys/kernel/osrelease", "6.1.0-40-amd64\n");
        write("etc/hostname", "# the name\n\npi\n");
        write("etc/machine-id", ID + "\n");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private Answer<SystemFacts> facts() {
        return new LinuxHost(commands, root).facts();
    }

    private Answer<Digest> identity() {
        return new LinuxHost(commands, root).identity();
    }

    @Test
    void says_what_the_files_say() {
        assertEquals(
                new Answer.Known<>(new SystemFacts(
                        new Distribution(
                                "debian", Optional.of("12"), Optional.of("bookworm"), "Debian GNU/Linux 12 (bookworm)"),
                        "6.1.0-40-amd64",
                        "pi",
                        "amd64")),
                facts());
    }

    @Test
    void a_second_place_is_looked_at_for_what_the_first_lacks() throws IOException {
        Files.move(
                root.resolve("etc/os-release"),
                Files.createDirectories(root.resolve("usr/lib")).resolve("os-release"));
        write("etc/hostname", "# only a remark\n");
        write("proc/sys/kernel/hostname", "from-dhcp\n");
        var facts = assertInstanceOf(Answer.Known.class, facts());
        assertTrue(facts.toString().contains("id=debian"), facts::toString);
        assertTrue(facts.toString().contains("hostname=from-dhcp"), facts::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/os-release", "proc/sys/kernel/osrelease", "etc/hostname"})
    void what_is_missing_is_named_and_not_made_up(String path) throws IOException {
        Files.delete(root.resolve(path));
        var unknown = assertInstanceOf(Answer.Unknown.class, facts());
        assertTrue(unknown.reason().contains("/" + path), unknown::reason);
    }

    @Test
    void without_dpkg_the_architecture_is_javas() {
        var facts = assertInstanceOf(Answer.Known.class, new LinuxHost(new ScriptedCommands(), root).facts());
        var named = System.getProperty("os.arch").replace("aarch64", "arm64");
        assertTrue(facts.toString().contains("architecture=" + named), facts::toString);
    }

    @Test
    void a_machine_is_known_by_a_digest_that_does_not_show_its_id() throws IOException {
        var first = assertInstanceOf(Answer.Known.class, identity()).value().toString();
        assertFalse(first.contains(ID));
        assertEquals(
                first, assertInstanceOf(Answer.Known.class, identity()).value().toString());
        assertNotEquals(PLAIN_DIGEST, first, "a digest without salt is one that other programs may show too");
        write("etc/machine-id", ID.replace('0', '1') + "\n");
        assertNotEquals(
                first, assertInstanceOf(Answer.Known.class, identity()).value().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "uninitialized\n", "0123\n"})
    void a_machine_without_an_id_is_not_given_one(String content) throws IOException {
        write("etc/machine-id", content);
        var unknown = assertInstanceOf(Answer.Unknown.class, identity());
        assertTrue(unknown.reason().contains("systemd-machine-id-setup"), unknown::reason);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
            NAME=bare            | bare
            NAME="two words"     | two words
            NAME='single $x "q"' | single $x "q"
            NAME="\\$x \\"q\\" \\\\ \\`" | $x "q" \\ `
            NAME=a\\\\b          | a\\b
              NAME="blanks"      | blanks
            NAME="é"             | é
            """)
    void reads_the_quotes_of_os_release(String line, String value) {
        assertEquals(value, OsRelease.parse(line).values().get("NAME"));
    }

    @Test
    void the_last_of_two_assignments_counts_and_what_is_none_is_passed_over() {
        var release = OsRelease.parse("#ID=no\nID=one\nnonsense\nID=two\nVERSION_ID=\n");
        assertEquals(new Distribution("two", Optional.empty(), Optional.empty(), "Linux"), release.distribution());
    }
}
