package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.logs.FileSource.Parse;
import dev.twinsync.domain.logs.LogRecord;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSyntaxTest {

    private static final Instant AT = Instant.parse("2026-11-22T20:18:42Z");

    private static String read(Parse parse, String line) {
        return LineSyntax.of(parse)
                .orElseThrow()
                .read(line, AT)
                .map(LineSyntaxTest::shown)
                .orElse("none");
    }

    private static String shown(LogRecord one) {
        assertEquals(Optional.of(AT.toString()), one.at());
        assertEquals(one.tag(), one.unit());
        return one.severity() + " <" + one.tag() + "> <" + one.pid() + "> <" + one.message() + ">";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22T21:18:42.123456+01:00 host sshd[123]: Failed password for root from 10.0.0.1 port 22 ssh2"
                        + " | ERROR <sshd> <123> <Failed password for root from 10.0.0.1 port 22 ssh2>",
                "Nov 22 21:00:00 host sshd[123]: Connection closed | INFO <sshd> <123> <Connection closed>",
                "Nov  2 21:00:00 host sudo:    alice : user NOT in sudoers ; PWD=/"
                        + " | INFO <sudo> <> <   alice : user NOT in sudoers ; PWD=/>",
                "2026-11-22T21:18:42+01:00 host kernel: [    1.5] usb 1-1: device descriptor read/64, error -71"
                        + " | ERROR <kernel> <> <[    1.5] usb 1-1: device descriptor read/64, error -71>",
                "2026-11-22T21:18:42+01:00 host postfix/smtpd[9]: warning: dict_nis_init"
                        + " | WARNING <postfix/smtpd> <9> <warning: dict_nis_init>",
                "2026-11-22T21:18:42+01:00 host (systemd): pam_unix(systemd-user:session): session opened"
                        + " | INFO <(systemd)> <> <pam_unix(systemd-user:session): session opened>",
                "Nov 22 21:00:00 host last message repeated 2 times | INFO <> <> <last message repeated 2 times>",
                "Nov 22 21:00:00 host foo[bar]: fatal | CRITICAL <> <> <foo[bar]: fatal>",
                "Nov 22 21:00:00 host empty[1]: | INFO <empty> <1> <>"
            })
    void lines_of_syslog(String line, String expected) {
        assertEquals(expected, read(Parse.SYSLOG, line));
        assertEquals(expected, read(Parse.AUTH, line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026/11/22 21:18:42 [crit] 1717#1717: *2 stat() failed (13: Permission denied), client: 127.0.0.1"
                        + " | CRITICAL <nginx> <1717> <stat() failed (13: Permission denied), client: 127.0.0.1>",
                "2026/11/22 21:18:42 [emerg] 1894#1894: unknown directive \"x\" in /etc/nginx/nginx.conf:1"
                        + " | EMERGENCY <nginx> <1894> <unknown directive \"x\" in /etc/nginx/nginx.conf:1>",
                "2026/11/22 21:18:42 [alert] 1#1: m | ALERT <nginx> <1> <m>",
                "2026/11/22 21:18:42 [error] 1#1: *12 no error | ERROR <nginx> <1> <no error>",
                "2026/11/22 21:18:42 [warn] 1#1: fatal | WARNING <nginx> <1> <fatal>",
                "2026/11/22 21:18:42 [notice] 1#1: signal process started | NOTICE <nginx> <1> <signal process started>",
                "2026/11/22 21:18:42 [info] 1#1: m | INFO <nginx> <1> <m>",
                "2026/11/22 21:18:42 [debug] 1#1: m | DEBUG <nginx> <1> <m>"
            })
    void lines_of_nginx_say_their_level(String line, String expected) {
        assertEquals(expected, read(Parse.NGINX, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/11/22 21:18:42 [loud] 1#1: m",
                "2026/11/22 21:18:42 [error] m",
                "2026/11/22 21:18:42",
                "2026-11-22T21:18:42Z host nginx[1]: [error] m"
            })
    void what_is_not_of_nginx_is_no_message_of_it(String line) {
        assertEquals("none", read(Parse.NGINX, line));
    }

    @Test
    void a_log_that_is_only_kept_has_no_messages() {
        assertEquals(Optional.empty(), LineSyntax.of(Parse.NONE));
    }
}
