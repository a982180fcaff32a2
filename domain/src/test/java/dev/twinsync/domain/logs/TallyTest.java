package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.logs.AuthFailures.Group;
import dev.twinsync.domain.logs.LogCounts.LastError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Moment NOW = new Moment(true, true, true);
    private static final Moment TODAY = new Moment(false, true, false);
    private static final Moment BEFORE_BOOT = new Moment(false, false, false);

    private static String time(int minute) {
        return "2026-11-22T%02d:%02d:00Z".formatted(minute / 60, minute % 60);
    }

    private static LogRecord record(Severity severity, String unit, String message) {
        return new LogRecord(Optional.of(time(0)), severity, unit, unit, "7", message);
    }

    private static LogRecord at(int minute, String message) {
        return new LogRecord(Optional.of(time(minute)), Severity.ERROR, "x.service", "x", "7", message);
    }

    private static LogRecord timeless(String message) {
        return new LogRecord(Optional.empty(), Severity.ERROR, "x.service", "x", "7", message);
    }

    private static LogRecord knock(String user, String from) {
        return record(Severity.INFO, "sshd", "Failed password for " + user + " from " + from + " port 5 ssh2");
    }

    private static Tally of(Moment moment, LogRecord... records) {
        var tally = new Tally(message -> message);
        Arrays.stream(records).forEach(record -> tally.take(record, moment));
        return tally;
    }

    @Test
    void errors_and_warnings_are_counted_by_when_they_were() {
        var cases = Combinators.combine(
                        Arbitraries.of(Severity.class),
                        Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                                .as((hour, boot) -> new Moment(hour, boot, false)))
                .as(Tuple::of)
                .list()
                .ofMaxSize(40);
        Property.forAll(cases, all -> {
            var tally = new Tally(message -> message);
            all.forEach(one -> tally.take(record(one.get1(), "x", "m"), one.get2()));
            var errors = all.stream().filter(one -> one.get1().ordinal() <= 3).toList();
            var warnings = all.stream().filter(one -> one.get1().ordinal() == 4).toList();
            assertEquals(
                    List.of(
                            new Counts(
                                    errors.stream()
                                            .filter(one -> one.get2().lastHour())
                                            .count(),
                                    errors.stream()
                                            .filter(one -> one.get2().sinceBoot())
                                            .count()),
                            new Counts(
                                    warnings.stream()
                                            .filter(one -> one.get2().lastHour())
                                            .count(),
                                    warnings.stream()
                                            .filter(one -> one.get2().sinceBoot())
                                            .count())),
                    List.of(tally.counts().errors(), tally.counts().warnings()));
        });
    }

    @Test
    void levels_are_those_of_nginx_in_its_words() {
        var tally = new Tally(message -> message);
        for (Severity severity : Severity.values()) {
            tally.take(record(severity, "nginx", "m"), TODAY);
            tally.take(record(severity, "apache", "m"), TODAY);
            tally.take(record(severity, "nginx", "m"), BEFORE_BOOT);
        }
        assertEquals(
                Map.of(
                        "emerg", 1L, "alert", 1L, "crit", 1L, "error", 1L, "warn", 1L, "notice", 1L, "info", 1L,
                        "debug", 1L),
                tally.counts().levels());
    }

    @Test
    void units_that_wrote_something_critical_since_boot_are_named_in_order() {
        var tally = of(
                TODAY,
                record(Severity.CRITICAL, "b", "m"),
                record(Severity.EMERGENCY, "a", "m"),
                record(Severity.ALERT, "b", "m"),
                record(Severity.ERROR, "c", "m"));
        tally.take(record(Severity.CRITICAL, "d", "m"), BEFORE_BOOT);
        assertEquals(List.of("a", "b"), tally.counts().criticalUnits());
    }

    @Test
    void which_of_too_many_units_are_named_does_not_depend_on_their_order() {
        var tally = new Tally(message -> message);
        IntStream.range(0, 1_000)
                .forEach(n -> tally.take(record(Severity.CRITICAL, "unit-%03d".formatted(n * 7 % 1_000), "m"), TODAY));
        assertEquals(
                IntStream.range(0, 50).mapToObj("unit-%03d"::formatted).toList(),
                tally.counts().criticalUnits());
    }

    @Test
    void the_newest_error_is_told_by_its_time() {
        var tally = of(NOW, at(3, "old"), at(9, "newest"), at(5, "late"), record(Severity.WARNING, "x", "none"));
        assertEquals(
                Optional.of(new LastError(Optional.of(time(9)), "x.service", "newest")),
                tally.counts().lastError());
    }

    @Test
    void of_errors_without_a_time_or_of_the_same_the_last_is_the_newest() {
        assertEquals(
                "two",
                of(NOW, at(3, "one"), at(3, "two"))
                        .counts()
                        .lastError()
                        .orElseThrow()
                        .message());
        assertEquals(
                "two",
                of(NOW, at(3, "one"), timeless("two"))
                        .counts()
                        .lastError()
                        .orElseThrow()
                        .message());
        assertEquals(
                "two",
                of(NOW, timeless("one"), at(3, "two"))
                        .counts()
                        .lastError()
                        .orElseThrow()
                        .message());
    }

    @Test
    void a_long_message_is_cut_and_no_letter_with_it() {
        var message = of(NOW, at(1, "\ud83d\ude00".repeat(400_000)))
                .counts()
                .lastError()
                .orElseThrow()
                .message();
        assertEquals("\ud83d\ude00".repeat(249) + "…", message);
    }

    @Test
    void fresh_errors_are_sighted_by_unit_and_wording() {
        var tally = new Tally(message -> message);
        tally.take(at(5, "worker 12 died"), NOW);
        tally.take(at(3, "worker 7 died"), NOW);
        tally.take(new LogRecord(Optional.empty(), Severity.ALERT, "x.service", "x", "1", "worker 9 died"), NOW);
        tally.take(record(Severity.ERROR, "y.service", "worker 7 died"), NOW);
        tally.take(record(Severity.WARNING, "x.service", "worker 7 died"), NOW);
        tally.take(at(1, "worker 7 died"), TODAY);
        assertEquals(
                List.of(
                        new Sighting(
                                "worker # died",
                                Severity.ALERT,
                                "x.service",
                                Optional.of(time(3)),
                                Optional.of(time(5)),
                                3),
                        new Sighting(
                                "worker # died",
                                Severity.ERROR,
                                "y.service",
                                Optional.of(time(0)),
                                Optional.of(time(0)),
                                1)),
                tally.sightings());
    }

    @Test
    void an_error_of_every_session_is_one_error() {
        var tally = of(
                NOW,
                record(Severity.ERROR, "session-c1.scope", "pam_env: no file"),
                record(Severity.ERROR, "session-12.scope", "pam_env: no file"),
                record(Severity.ERROR, "php8.2-fpm.service", "no file"),
                record(Severity.ERROR, "getty@tty1.service", "no file"));
        assertEquals(
                List.of("session-#.scope", "php8.2-fpm.service", "getty@tty1.service"),
                tally.sightings().stream().map(Sighting::unit).toList());
    }

    @Test
    void errors_without_number_find_room_in_one() {
        var tally = new Tally(message -> message);
        var letters = "abcdefghijklmnopqrst";
        IntStream.range(0, 20 * 20 * 20)
                .mapToObj(n -> "g" + letters.charAt(n / 400) + letters.charAt(n / 20 % 20) + letters.charAt(n % 20))
                .forEach(word -> tally.take(record(Severity.ERROR, "x", word), NOW));
        tally.take(record(Severity.EMERGENCY, "y", "other"), NOW);
        tally.take(record(Severity.ERROR, "x", "gaaa"), NOW);
        var sightings = tally.sightings();
        assertEquals(501, sightings.size());
        assertEquals(2, sightings.getFirst().count());
        assertEquals(8_002, sightings.stream().mapToLong(Sighting::count).sum());
        assertEquals(
                new Sighting(
                        "(other errors)",
                        Severity.EMERGENCY,
                        "(any)",
                        Optional.of(time(0)),
                        Optional.of(time(0)),
                        7_501),
                sightings.getLast());
    }

    @Test
    void refused_entries_are_grouped_with_the_most_first() {
        var tally = of(
                NOW,
                knock("bob", "192.0.2.1"),
                knock("root", "192.0.2.1"),
                knock("root", "192.0.2.1"),
                knock("root", "192.0.2.2"),
                record(Severity.ALERT, "sudo", "   bob : 3 incorrect password attempts ; PWD=/"));
        tally.take(knock("root", "192.0.2.1"), TODAY);
        tally.take(knock("root", "192.0.2.9"), BEFORE_BOOT);
        assertEquals(
                new AuthFailures(
                        new Counts(7, 8),
                        List.of(
                                new Group("sudo", "bob", "local", new Counts(3, 3)),
                                new Group("sshd", "root", "192.0.2.1", new Counts(2, 3)),
                                new Group("sshd", "bob", "192.0.2.1", new Counts(1, 1)),
                                new Group("sshd", "root", "192.0.2.2", new Counts(1, 1))),
                        0),
                tally.counts().auth());
    }

    @Test
    void whoever_tries_any_number_of_names_is_counted_exactly_and_cannot_hide_who_tries_one_often() {
        var tally = new Tally(message -> message);
        for (int n = 0; n < 100_000; n++) {
            tally.take(knock("user" + n, "192.0.2.1"), TODAY);
            if (n % 20 == 0) {
                tally.take(knock("root", "192.0.2.2"), NOW);
            }
        }
        var auth = tally.counts().auth();
        assertEquals(new Counts(5_000, 105_000), auth.counts());
        assertEquals(50, auth.by().size());
        assertEquals(
                new Group("sshd", "root", "192.0.2.2", new Counts(5_000, 5_000)),
                auth.by().getFirst());
        assertEquals(100_001 - 50, auth.moreGroups());
    }

    @Test
    void of_too_many_groups_the_small_ones_are_forgotten() {
        var tally = of(TODAY, knock("zoe", "192.0.2.1"));
        IntStream.range(0, 1_000).forEach(n -> tally.take(knock("user" + n, "192.0.2.1"), TODAY));
        assertEquals(1_001 - 50, tally.counts().auth().moreGroups());
        tally.take(knock("zoe", "192.0.2.1"), TODAY);
        assertEquals(1_002 - 50, tally.counts().auth().moreGroups());
        assertEquals(new Counts(0, 1_002), tally.counts().auth().counts());
    }

    private static final Pattern LINE = Pattern.compile("([a-z]+)(?:\\[([0-9]+)])?: (.*)");

    /** What a Debian wrote while somebody tried 18 times to get in by ssh, 6 times by sudo and twice by su. */
    private static final String AUTH_LOG = """
            sshd[222]: Server listening on 0.0.0.0 port 22.
            sshd[227]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=bob
            sshd[227]: Failed password for bob from 127.0.0.1 port 37052 ssh2
            sshd[227]: Connection closed by authenticating user bob 127.0.0.1 port 37052 [preauth]
            sshd[232]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=bob
            sshd[232]: Failed password for bob from 127.0.0.1 port 37064 ssh2
            sshd[232]: Failed password for bob from 127.0.0.1 port 37064 ssh2
            sshd[232]: Failed password for bob from 127.0.0.1 port 37064 ssh2
            sshd[232]: Connection closed by authenticating user bob 127.0.0.1 port 37064 [preauth]
            sshd[232]: PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=bob
            sshd[239]: Invalid user nosuch from 127.0.0.1 port 60144
            sshd[239]: pam_unix(sshd:auth): check pass; user unknown
            sshd[239]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1\s
            sshd[239]: Failed password for invalid user nosuch from 127.0.0.1 port 60144 ssh2
            sshd[239]: Connection closed by invalid user nosuch 127.0.0.1 port 60144 [preauth]
            sshd[244]: Invalid user root from 1.2.3.4 port 22 ssh2 from 127.0.0.1 port 60160
            sshd[244]: pam_unix(sshd:auth): check pass; user unknown
            sshd[244]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1\s
            sshd[244]: Failed password for invalid user root from 1.2.3.4 port 22 ssh2 from 127.0.0.1 port 60160 ssh2
            sshd[244]: Connection closed by invalid user root from 1.2.3.4 port 22 ssh2 127.0.0.1 port 60160 [preauth]
            sshd[251]: Invalid user  from 127.0.0.1 port 60170
            sshd[251]: pam_unix(sshd:auth): check pass; user unknown
            sshd[251]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1\s
            sshd[251]: Failed password for invalid user  from 127.0.0.1 port 60170 ssh2
            sshd[251]: Connection closed by invalid user  127.0.0.1 port 60170 [preauth]
            sshd[260]: Invalid user b\\342\\200\\250\\303\\251 from 127.0.0.1 port 49292
            sshd[260]: pam_unix(sshd:auth): check pass; user unknown
            sshd[260]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1\s
            sshd[260]: Failed password for invalid user b\\342\\200\\250\\303\\251 from 127.0.0.1 port 49292 ssh2
            sshd[260]: Connection closed by invalid user b\\\\342\\\\200\\\\250\\\\303\\\\251 127.0.0.1 port 49292 [preauth]
            sshd[267]: Invalid user invalid user root from 127.0.0.1 port 49294
            sshd[267]: pam_unix(sshd:auth): check pass; user unknown
            sshd[267]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1\s
            sshd[267]: Failed password for invalid user invalid user root from 127.0.0.1 port 49294 ssh2
            sshd[267]: Connection closed by invalid user invalid user root 127.0.0.1 port 49294 [preauth]
            sshd[272]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=::1  user=bob
            sshd[272]: Failed password for bob from ::1 port 57584 ssh2
            sshd[272]: Connection closed by authenticating user bob ::1 port 57584 [preauth]
            sshd[277]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=root
            sshd[277]: Failed password for root from 127.0.0.1 port 60260 ssh2
            sshd[277]: Failed password for root from 127.0.0.1 port 60260 ssh2
            sshd[277]: Failed password for root from 127.0.0.1 port 60260 ssh2
            sshd[277]: Failed password for root from 127.0.0.1 port 60260 ssh2
            sshd[277]: Failed password for root from 127.0.0.1 port 60260 ssh2
            sshd[277]: Failed password for root from 127.0.0.1 port 60260 ssh2
            sshd[277]: error: maximum authentication attempts exceeded for root from 127.0.0.1 port 60260 ssh2 [preauth]
            sshd[277]: Disconnecting authenticating user root 127.0.0.1 port 60260: Too many authentication failures [preauth]
            sshd[277]: PAM 5 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=root
            sshd[277]: PAM service(sshd) ignoring max retries; 6 > 3
            sshd[293]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=bob
            sshd[291]: error: PAM: Authentication failure for bob from 127.0.0.1
            sshd[291]: Connection closed by authenticating user bob 127.0.0.1 port 41558 [preauth]
            sshd[297]: Invalid user nosuch2 from 127.0.0.1 port 42718
            sshd[297]: Postponed keyboard-interactive for invalid user nosuch2 from 127.0.0.1 port 42718 ssh2 [preauth]
            sshd[299]: pam_unix(sshd:auth): check pass; user unknown
            sshd[299]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1\s
            sshd[297]: error: PAM: Authentication failure for illegal user nosuch2 from 127.0.0.1
            sshd[297]: Failed keyboard-interactive/pam for invalid user nosuch2 from 127.0.0.1 port 42718 ssh2
            sshd[297]: Connection closed by invalid user nosuch2 127.0.0.1 port 42718 [preauth]
            su[301]: (to bob) root on none
            sudo:      bob : user NOT in sudoers ; PWD=/root ; USER=root ; COMMAND=/usr/bin/id
            su[313]: (to bob) root on none
            sudo: pam_unix(sudo:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=bob
            sudo:      bob : user NOT in sudoers ; PWD=/root ; USER=root ; COMMAND=/usr/bin/id
            su[317]: (to bob) root on none
            sudo: pam_unix(sudo:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=bob
            sudo:      bob : 3 incorrect password attempts ; PWD=/root ; USER=root ; COMMAND=/usr/bin/whoami
            su[321]: (to bob) root on none
            sudo: pam_unix(sudo:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=bob
            sudo: pam_unix(sudo:auth): conversation failed
            sudo: pam_unix(sudo:auth): auth could not identify password for [bob]
            sudo:      bob : 1 incorrect password attempt ; PWD=/root ; USER=root ; COMMAND=/usr/bin/whoami
            su[325]: (to bob) root on none
            sudo: pam_unix(sudo:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=bob
            sudo:      bob : PWD=/root ; USER=root ; COMMAND=/usr/bin/whoami
            su[330]: (to bob) root on none
            sudo:      bob : command not allowed ; PWD=/root ; USER=root ; COMMAND=/usr/bin/id
            su[334]: (to bob) root on none
            sudo:      bob : a password is required ; PWD=/root ; USER=root ; COMMAND=/usr/bin/whoami
            sudo:     root : PWD=/tmp/x ; user NOT in sudoers ; TTY=1 ; USER=root ; COMMAND=/usr/bin/id
            sudo:     root : PWD=/tmp/x ; user NOT in sudoers ; TTY=1 ; USER=root ; COMMAND=/usr/bin/id 'n#012 root : 3 incorrect password attempts ; TTY=x'
            sudo:     root : PWD=/tmp/x ; user NOT in sudoers ; TTY=1 ; USER=root ; COMMAND=/usr/bin/true
            sudo:     root : (command continued) 'zzzz
            sudo:     root : (command continued) zzzz
            sudo:     root : (command continued) zzzz user NOT in sudoers ;'
            su[348]: (to bob) root on none
            su: pam_unix(su:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=root
            su[351]: FAILED SU (to root) bob on none
            su[352]: (to bob) root on none
            su: pam_unix(su:auth): authentication failure; logname= uid=1001 euid=0 tty= ruser=bob rhost=  user=alice
            su[355]: FAILED SU (to alice) bob on none
            su[356]: (to bob) root on none
            su[360]: (to bob) root on none
            """;

    private static LogRecord parsed(String line) {
        var parts = LINE.matcher(line);
        assertTrue(parts.matches(), line);
        var pid = Optional.ofNullable(parts.group(2)).orElse("");
        return new LogRecord(Optional.empty(), Severity.INFO, parts.group(1), parts.group(1), pid, parts.group(3));
    }

    @Test
    void a_real_log_has_as_many_attempts_as_were_made() {
        var tally = new Tally(message -> message);
        AUTH_LOG.lines().map(TallyTest::parsed).forEach(record -> tally.take(record, NOW));
        assertEquals(
                new AuthFailures(
                        new Counts(26, 26),
                        List.of(
                                new Group("sshd", "root", "127.0.0.1", new Counts(6, 6)),
                                new Group("sudo", "bob", "local", new Counts(6, 6)),
                                new Group("sshd", "bob", "127.0.0.1", new Counts(5, 5)),
                                new Group("sshd", "(not shown)", "127.0.0.1", new Counts(4, 4)),
                                new Group("sshd", "bob", "::1", new Counts(1, 1)),
                                new Group("sshd", "nosuch", "127.0.0.1", new Counts(1, 1)),
                                new Group("sshd", "nosuch2", "127.0.0.1", new Counts(1, 1)),
                                new Group("su", "alice", "local", new Counts(1, 1)),
                                new Group("su", "root", "local", new Counts(1, 1))),
                        0),
                tally.counts().auth());
    }
}
