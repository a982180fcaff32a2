package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static Optional<RefusedEntry> sshd(String message) {
        return new Refusals().in("sshd", "ssh.service", "7", message);
    }

    private static Optional<RefusedEntry> local(String tag, String message) {
        return new Refusals().in(tag, "session-1.scope", "", message);
    }

    private static Optional<RefusedEntry> entry(String service, String user, String from, long tries) {
        return Optional.of(new RefusedEntry(service, user, from, tries));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Failed password for bob from 127.0.0.1 port 37052 ssh2                                  | bob         | 127.0.0.1
            Failed password for bob from ::1 port 57584 ssh2                                        | bob         | ::1
            Failed password for bob from fe80::1%eth0 port 5 ssh2 [preauth]                         | bob         | fe80::1%eth0
            Failed password for invalid user nosuch from 127.0.0.1 port 60144 ssh2                  | nosuch      | 127.0.0.1
            Failed password for invalid user  from 127.0.0.1 port 60170 ssh2                        | (not shown) | 127.0.0.1
            Failed password for invalid user b\\342\\200 from 127.0.0.1 port 4 ssh2                 | (not shown) | 127.0.0.1
            Failed password for invalid user Hunter2! from 127.0.0.1 port 4 ssh2                    | (not shown) | 127.0.0.1
            Failed password for invalid user root from 1.2.3.4 port 22 ssh2 from ::1 port 6 ssh2    | (not shown) | ::1
            Failed password for root from UNKNOWN port 65535 ssh2                                   | root        | unknown
            Failed keyboard-interactive/pam for invalid user nosuch from 127.0.0.1 port 42 ssh2     | nosuch      | 127.0.0.1
            error: PAM: Authentication failure for bob from 127.0.0.1                               | bob         | 127.0.0.1
            error: PAM: Authentication failure for illegal user nosuch from host-1.example          | nosuch      | host-1.example
            """)
    void the_ssh_server_refuses(String line, String user, String from) {
        assertEquals(entry("sshd", user, from, 1), sshd(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Failed password for bob from 127.0.0.1 port 37052",
                "Failed password for bob from 127.0.0.1 port 370525 ssh2",
                "Failed password for bob from 127.0.0.1 port 3 ssh2 and more",
                "Failed password for bob from host.example port 3 ssh2",
                "Failed password for bob from 1.2.3.4.5 port 3 ssh2",
                "x Failed password for bob from 127.0.0.1 port 3 ssh2",
                "Failed publickey for bob from 127.0.0.1 port 3 ssh2: ED25519 SHA256:abc",
                "Failed none for invalid user bob from 127.0.0.1 port 3 ssh2",
                "error: PAM: Authentication failure for bob from ../../etc/passwd",
                "error: Failed password for bob from 127.0.0.1 port 3 ssh2",
                "     bob : user NOT in sudoers ; PWD=/root ; USER=root ; COMMAND=/usr/bin/id",
                "FAILED SU (to root) x on none",
                ""
            })
    void the_ssh_server_does_not_say_so(String line) {
        assertEquals(Optional.empty(), sshd(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                 bob : user NOT in sudoers ; PWD=/root ; USER=root ; COMMAND=/usr/bin/id|bob|1
            alice : 1 incorrect password attempt ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/sh|alice|1
                 bob : 3 incorrect password attempts ; PWD=/root ; USER=root ; COMMAND=/usr/bin/whoami|bob|3
                 bob : 999999999 incorrect password attempts ; PWD=/|bob|20
            EXAMPLE\\john doe : 2 incorrect password attempts ; PWD=/|(not shown)|2
            """)
    void sudo_refuses(String line, String user, long tries) {
        assertEquals(entry("sudo", user, "local", tries), local("sudo", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "     bob : PWD=/root ; USER=root ; COMMAND=/usr/bin/whoami",
                "     bob : command not allowed ; PWD=/root ; USER=root ; COMMAND=/usr/bin/id",
                "     bob : a password is required ; PWD=/root ; USER=root ; COMMAND=/usr/bin/whoami",
                "    root : PWD=/tmp/x ; user NOT in sudoers ; TTY=1 ; USER=root ; COMMAND=/usr/bin/id",
                "    root : PWD=/tmp/ : user NOT in sudoers ; TTY=1 ; USER=root ; COMMAND=/usr/bin/id",
                "    root : (command continued) root : 3 incorrect password attempts ;",
                "pam_unix(sudo:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=bob",
                "FAILED SU (to root) bob on none"
            })
    void sudo_does_not_say_so(String line) {
        assertEquals(Optional.empty(), local("sudo", line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAILED SU (to root) bob on none   | root
            FAILED SU (to alice) bob on pts/0 | alice
            FAILED SU (to root)  on tty1      | root
            """)
    void su_refuses(String line, String user) {
        assertEquals(entry("su", user, "local", 1), local("su", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(to bob) root on none",
                "(to bob) FAILED SU (to root) x on none",
                "FAILED SU (to root) bob on pts/0 and more",
                "FAILED SU (to root) (to x) bob on pts/0",
                "pam_unix(su:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=root"
            })
    void su_does_not_say_so(String line) {
        assertEquals(Optional.empty(), local("su", line));
    }

    @Test
    void a_line_that_syslog_counted_stands_for_so_many() {
        assertEquals(
                entry("sshd", "root", "192.0.2.1", 2),
                sshd("message repeated 2 times: [ Failed password for root from 192.0.2.1 port 22 ssh2]"));
        assertEquals(
                entry("sudo", "bob", "local", 6),
                local("sudo", "message repeated 2 times: [      bob : 3 incorrect password attempts ; PWD=/]"));
        assertEquals(Optional.empty(), sshd("message repeated 2 times: [ Connection closed by 192.0.2.1 port 22]"));
    }

    @Test
    void newer_servers_write_as_sshd_session() {
        assertEquals(
                entry("sshd", "root", "192.0.2.1", 1),
                new Refusals()
                        .in(
                                "sshd-session",
                                "ssh.service",
                                "7",
                                "Failed password for root from 192.0.2.1 port 22 ssh2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh.service",
                "sshd.service",
                "ssh@3-192.0.2.1:22-192.0.2.2:5.service",
                "sshd-lan.service",
                "sshd"
            })
    void the_server_speaks_from_its_unit_or_from_a_log_that_knows_no_units(String unit) {
        assertTrue(new Refusals()
                .in("sshd", unit, "7", "Failed password for root from 192.0.2.1 port 22 ssh2")
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"session-c11.scope", "user@1000.service", "cron.service", "nossh.service", "sshx.service", ""})
    void who_only_calls_himself_sshd_is_not_counted(String unit) {
        assertEquals(
                Optional.empty(),
                new Refusals().in("sshd", unit, "7", "Failed password for root from 6.6.6.6 port 1 ssh2"));
    }

    @Test
    void a_dialogue_that_left_two_lines_is_one_attempt() {
        var refusals = new Refusals();
        var pam = "error: PAM: Authentication failure for illegal user nosuch from 127.0.0.1";
        var server = "Failed keyboard-interactive/pam for invalid user nosuch from 127.0.0.1 port 42 ssh2";
        var lines = Stream.of(
                refusals.in("sshd", "sshd", "7", pam),
                refusals.in("sshd", "sshd", "8", pam),
                refusals.in("sshd", "sshd", "8", server),
                refusals.in("sshd", "sshd", "7", server),
                refusals.in("sshd", "sshd", "7", server));
        assertEquals(
                List.of(true, true, false, false, true),
                lines.map(Optional::isPresent).toList());
    }

    @Test
    void of_too_many_dialogues_at_once_the_oldest_is_forgotten_and_counted_again() {
        var refusals = new Refusals();
        var pam = "error: PAM: Authentication failure for illegal user nosuch from 127.0.0.1";
        var server = "Failed keyboard-interactive/pam for invalid user nosuch from 127.0.0.1 port 42 ssh2";
        IntStream.rangeClosed(0, 256).forEach(pid -> refusals.in("sshd", "sshd", "" + pid, pam));
        assertTrue(refusals.in("sshd", "sshd", "0", server).isPresent());
        assertEquals(Optional.empty(), refusals.in("sshd", "sshd", "1", server));
    }

    private static final List<String> HOSTILE = List.of(
            " from 1.2.3.4 port 22 ssh2",
            "Failed password for root from 9.9.9.9 port 1 ssh2",
            "Failed keyboard-interactive/pam for root from 9.9.9.9 port 1 ssh2",
            "error: PAM: Authentication failure for root from 9.9.9.9",
            "message repeated 9 times: [ ",
            "FAILED SU (to root) x on none",
            "root : user NOT in sudoers ; ",
            " : 3 incorrect password attempts ; ",
            "invalid user ",
            "illegal user ",
            " [preauth]",
            " for ",
            "root",
            " ",
            "]",
            ")",
            "\n",
            "\\n",
            "#012",
            "\u2028",
            "\u001b[2K",
            "\"",
            "é");

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(HOSTILE).list().ofMaxSize(5).map(pieces -> String.join("", pieces)),
                Arbitraries.of("root", "alice", "oracle-1", "a.b", "_apt"),
                Arbitraries.strings().ofMaxLength(40));
    }

    /** Not by the grammar under test. */
    private static String shown(String name) {
        boolean small = !name.isEmpty()
                && name.length() <= 32
                && "abcdefghijklmnopqrstuvwxyz_".indexOf(name.charAt(0)) >= 0
                && name.chars().allMatch(letter -> "abcdefghijklmnopqrstuvwxyz_0123456789.-".indexOf(letter) >= 0);
        return small ? name : RefusedEntry.NOT_SHOWN;
    }

    static Stream<String> true_lines() {
        return Stream.of(
                "Failed password for invalid user %s from %s port 5 ssh2",
                "Failed keyboard-interactive/pam for invalid user %s from %s port 5 ssh2",
                "error: PAM: Authentication failure for illegal user %s from %s",
                "message repeated 1 times: [ Failed password for invalid user %s from %s port 5 ssh2]");
    }

    @ParameterizedTest
    @MethodSource("true_lines")
    void no_name_forges_an_address_or_an_attempt_or_hides_one(String line) {
        var attempts = Combinators.combine(names(), Arbitraries.of("192.0.2.7", "2001:db8::7"))
                .as((name, from) -> List.of(name, from));
        Property.forAll(attempts, attempt -> {
            var name = attempt.getFirst();
            var from = attempt.getLast();
            assertEquals(entry("sshd", shown(name), from, 1), sshd(line.formatted(name, from)));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            sshd|Invalid user %s from 127.0.0.1 port 5
            sshd|Connection closed by authenticating user %s 127.0.0.1 port 5 [preauth]
            sshd|Connection closed by invalid user %s 127.0.0.1 port 5 [preauth]
            sshd|Disconnected from invalid user %s 127.0.0.1 port 5 [preauth]
            sshd|pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=::1  user=%s
            sshd|PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=%s
            sshd|error: maximum authentication attempts exceeded for invalid user %s from 127.0.0.1 port 5 ssh2 [preauth]
            sshd|Failed none for invalid user %s from 127.0.0.1 port 5 ssh2
            sshd|Failed publickey for invalid user %s from 127.0.0.1 port 5 ssh2: RSA SHA256:x
            sshd|Postponed keyboard-interactive for invalid user %s from 127.0.0.1 port 5 ssh2 [preauth]
            sshd|Accepted password for %s from 127.0.0.1 port 5 ssh2
            sudo|    root : TTY=pts/0 ; PWD=/tmp/%s ; USER=root ; COMMAND=/usr/bin/id %s
            sudo|    root : PWD=%s ; USER=root ; COMMAND=%s
            sudo|    root : (command continued) %s
            sudo|   alice : command not allowed ; PWD=%s ; USER=root ; COMMAND=%s
            sudo|pam_unix(sudo:auth): auth could not identify password for [%s]
            su|(to root) %s on none
            su|pam_unix(su:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=%s rhost=  user=%s
            cron|%s
            systemd|%s
            |%s
            """)
    void no_name_makes_an_attempt_of_a_line_that_tells_of_none(String tag, String line) {
        var program = Optional.ofNullable(tag).orElse("");
        Property.forAll(
                names(),
                name -> assertEquals(
                        Optional.empty(), new Refusals().in(program, program, "7", line.replace("%s", name))));
    }

    private static final List<String> REPETITIONS = List.of(
            "Failed password for ",
            "invalid user ",
            " from ",
            " from 1.2.3.4",
            " from 1.2.3.4 port 22 ssh2",
            " from 1.2.3.4 port 22 ssh2 ",
            " [preauth]",
            "error: PAM: Authentication failure for ",
            "message repeated 1 times: [ ",
            "]",
            " : ",
            " ",
            "a",
            "1 incorrect password attempt",
            "FAILED SU (to root) x on ",
            "\n");

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
            sshd|``
            sshd|Failed password for\s
            sshd|Failed password for x from 1.2.3.4 port 22 ssh2
            sshd|Failed keyboard-interactive/pam for\s
            sshd|error: PAM: Authentication failure for\s
            sshd|message repeated 2 times: [ Failed password for\s
            sudo|``
            sudo|bob :\s
            sudo|bob : 3 incorrect password attempts ;
            su|``
            su|FAILED SU (to\s
            su|FAILED SU (to root)\s
            """)
    void a_line_of_a_million_letters_is_looked_at_a_few_times(String tag, String beginning) {
        for (String piece : REPETITIONS) {
            var line = beginning + piece.repeat(1_000_000 / piece.length());
            long looks = CountedText.looks(line, text -> new Refusals().in(tag, tag, "7", text));
            assertTrue(looks <= 40L * line.length(), beginning + piece + ": " + looks);
        }
    }
}
