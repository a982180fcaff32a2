package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SudoWordsTest {

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
        var words = SudoWords.of(said, "alice");
        assertTrue(words.contains(said) && words.contains(remedy) && words.contains("--only"), words);
    }
}
