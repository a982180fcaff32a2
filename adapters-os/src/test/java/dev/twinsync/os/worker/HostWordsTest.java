package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.HostAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a machine that cannot be reached as it is named. */
class HostWordsTest {

    private static final HostWords WORDS = new HostWords(HostAddress.of("alice@box"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh: 1: twin: not found",
                "bash: line 1: twin: command not found",
                "zsh:1: command not found: twin",
                "fish: Unknown command: twin",
                "twin: Command not found.",
                "sudo: twin: command not found"
            })
    void whichever_shell_finds_no_twin_it_is_to_be_installed_there(String said) {
        assertEquals(said + "; install twin there as well, where the PATH of ssh alice@box finds it", WORDS.of(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh: 1: sudo: not found",
                "bash: line 1: sudo: command not found",
                "zsh:1: command not found: sudo",
                "fish: Unknown command: sudo",
                "sudo: Command not found."
            })
    void whichever_shell_finds_no_sudo_there_is_another_way(String said) {
        assertEquals(
                said
                        + "; install sudo there and let its user do that in /etc/sudoers.d/twin, or name root@ in --host, or"
                        + " leave out what needs root, with --only",
                WORDS.of(said));
    }

    @Test
    void a_twin_there_that_does_not_know_what_it_is_told_is_of_another_version() {
        var said = WORDS.of("unknown key \"keep_days\"");
        assertTrue(
                said.endsWith("; the twin there is of another version: install the same one on both machines"), said);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 127})
    void what_ended_without_a_word_is_to_be_looked_at(int code) {
        var said = WORDS.of("twin on alice@box ended with " + code);
        assertTrue(said.endsWith("; see what it says there: ssh -T alice@box twin --version"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twin on alice@box ended with 255",
                "twin on alice@box ended: Connection to box closed by remote host.",
                "ssh: connect to host box port 22: Invalid argument",
                "kex_exchange_identification: read: Connection reset by peer",
            })
    void a_machine_that_was_lost_is_to_be_reached_first(String said) {
        assertEquals(said + "; see whether it can be reached: ssh -T alice@box", WORDS.of(said));
    }

    @Test
    void a_machine_with_another_key_than_before_is_told_without_the_frame_around_it() {
        var ruler = "@".repeat(59);
        var said = WORDS.of(
                "twin on alice@box ended: " + ruler + "; @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @; "
                        + ruler + "; Offending ED25519 key in known_hosts:1; Host key verification failed.");
        assertEquals(
                "twin on alice@box ended: WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!; Offending ED25519 key in known_hosts:1;"
                        + " Host key verification failed.; it is another machine than before, or was set up anew: ask who looks"
                        + " after it; if that is so, take the line that ssh -T alice@box names out of known_hosts, and run that once more",
                said);
    }

    @Test
    void what_nobody_knows_a_remedy_for_stands_as_it_is() {
        assertEquals("the disk is full", WORDS.of("the disk is full"));
    }
}
