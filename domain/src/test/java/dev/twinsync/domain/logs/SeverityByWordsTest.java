package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityByWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kernel panic - not syncing: Attempted to kill init!                  | CRITICAL",
                "fatal: no matching cipher found                                      | CRITICAL",
                "[CRITICAL] database is gone, 3 errors                                | CRITICAL",
                "Failed password for root from 10.0.0.1 port 22 ssh2                  | ERROR",
                "error: kex_exchange_identification: client sent invalid protocol     | ERROR",
                "level=error msg=\"cannot pull\"                                      | ERROR",
                "<error> [1700000000.1] dhcp4 (eth0): timeout                         | ERROR",
                "{\"error\":\"no route\"}                                             | ERROR",
                "error: 0x80070005                                                    | ERROR",
                "toy[77]: segfault at 0 ip 00007f                                     | ERROR",
                "open(/etc/x): Permission denied                                      | ERROR",
                "10 errors, 0 warnings                                                | ERROR",
                "it failed.                                                           | ERROR",
                "the unit fails to start                                              | ERROR",
                "pam_unix(sshd:auth): authentication failure; logname= uid=0          | ERROR",
                "WARNING: disk is nearly full                                         | WARNING",
                "warn: 2 retries, no errors                                           | WARNING"
            })
    void the_gravest_word_decides(String message, Severity expected) {
        assertEquals(expected, SeverityByWords.of(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Started nginx.service",
                "0 errors",
                "no error",
                "No errors found",
                "done without any warning",
                "no fatal error",
                "0 critical errors, 0 warnings",
                "the check has not failed",
                "errors=0",
                "errors: 0, warnings: 0",
                "error: none",
                "{\"error\":null,\"failed\":false,\"warn\":\"\"}",
                "reading /var/log/nginx/error.log",
                "started fail2ban-server, restart on-failure, fail-safe on",
                "kernel_panic=10 is set in /etc/sysctl.d/panic.conf",
                "terror, failsafe, warned, errored"
            })
    void a_word_that_is_part_of_a_name_or_said_not_to_be_counts_for_nothing(String message) {
        assertEquals(Severity.INFO, SeverityByWords.of(message));
    }

    @Test
    void a_hostile_message_costs_no_more_than_its_length() {
        for (String part : new String[] {"no error ", "no fatal ", "error=0 ", "error\"  : ", "emerg", "no no "}) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SeverityByWords.of(part.repeat(200_000)), part);
        }
    }
}
