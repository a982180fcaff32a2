package dev.twinsync.flow.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineUnitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-22T21:18:42Z error nginx.service[1717]: bind() failed          | nginx.service
                    - info kernel: up                                                     | kernel
                    2026-11-22T21:18:42.123456+01:00 host sshd[17]: Failed password        | sshd
                    2026-11-22T21:18:42+01:00 host kernel: [ 1.0] up                       | kernel
                    Nov 22 21:18:42 host sshd[17]: Failed password                         | sshd
                    Nov  2 21:18:42 host CRON[17]: (root) CMD                              | CRON
                    2026/11/22 21:18:42 [crit] 1717#1717: *2 stat() failed                 | nginx
                    """)
    void a_line_says_what_it_is_about(String line, String unit) {
        assertEquals(Optional.of(unit), LineUnit.of(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    at Main.main(Main.java:1)
                    nginx: bind() failed
                    from nginx[17]: said by somebody in Nov 22 21:18:42 host sshd[17]: x
                    """)
    void a_line_in_no_known_form_says_nothing(String line) {
        assertEquals(Optional.empty(), LineUnit.of(line));
    }
}
