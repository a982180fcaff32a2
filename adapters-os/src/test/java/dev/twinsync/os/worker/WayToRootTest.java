package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayToRootTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sudo is not installed | apt-get install sudo",
                "sudo: a terminal is required to read the password | run twin in a terminal",
                "sudo: no tty present and no askpass program specified | run twin in a terminal",
                "alice is not in the sudoers file. | adduser alice sudo",
                "Sorry, user alice is not allowed to execute '/usr/bin/env' as root on host. | adduser alice sudo",
                "sudo: 3 incorrect password attempts | the right password",
                "sudo: /etc/sudo.conf is owned by uid 1000, should be 0 | sudo -v"
            })
    void what_sudo_says_is_told_with_a_remedy(String said, String remedy) {
        var words = WayToRoot.SUDO.denied(said, "alice");
        assertTrue(words.contains(said) && words.contains(remedy) && words.contains("--only"), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "doas: doas is not enabled, /etc/doas.conf: No such file or directory | /etc/doas.conf: permit alice as root",
                "doas: Operation not permitted | /etc/doas.conf: permit alice as root",
                "doas: Authentication failed | run twin in a terminal",
                "doas: a tty is required | run twin in a terminal",
                "doas: syntax error at line 1 | doas true",
                "doas: /etc/doas.conf is writable by group or other | doas true"
            })
    void what_doas_says_is_told_with_a_remedy(String said, String remedy) {
        var words = WayToRoot.DOAS.denied(said, "alice");
        assertTrue(words.contains(said) && words.contains(remedy) && words.contains("--only"), words);
        assertFalse(words.contains("sudo"), words);
    }

    @Test
    void doas_is_asked_where_there_is_no_sudo() {
        assertEquals(WayToRoot.DOAS, WayToRoot.of("doas"::equals));
        assertEquals(WayToRoot.SUDO, WayToRoot.of("sudo"::equals));
        assertEquals(WayToRoot.SUDO, WayToRoot.of(_ -> true));
        assertEquals(WayToRoot.SUDO, WayToRoot.of(_ -> false));
    }
}
