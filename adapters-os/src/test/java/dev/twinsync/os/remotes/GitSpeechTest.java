package dev.twinsync.os.remotes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.port.Remote.Trouble;
import org.junit.jupiter.api.Test;

/** What git and ssh say, and which line of it a user is told. */
class GitSpeechTest {

    private static final String LAST_WORDS = "fatal: Could not read from remote repository.\n\n"
            + "Please make sure you have the correct access rights\nand the repository exists.\n";

    @Test
    void an_unknown_host_is_told_by_ssh_and_not_by_the_last_words_of_git() {
        var said = "No ED25519 host key is known for box and you have requested strict checking.\n"
                + "Host key verification failed.\n" + LAST_WORDS;
        assertEquals(Trouble.UNKNOWN_HOST, GitSpeech.trouble(said));
        assertEquals("Host key verification failed", GitSpeech.essence(said));
    }

    @Test
    void a_key_that_is_not_taken_is_told_by_ssh() {
        var said = "git@box: Permission denied (publickey).\n" + LAST_WORDS;
        assertEquals(Trouble.UNAUTHORISED, GitSpeech.trouble(said));
        assertEquals("git@box: Permission denied (publickey)", GitSpeech.essence(said));
    }

    @Test
    void how_long_it_waited_this_time_makes_no_other_fault_of_it() {
        var said =
                "fatal: unable to access 'https://box/x/': Failed to connect to box port 443 after 3071 ms: Couldn't connect\n";
        assertEquals(
                "fatal: unable to access 'https://box/x/': Failed to connect to box port 443: Couldn't connect",
                GitSpeech.essence(said));
        assertEquals("ssh: timed out", GitSpeech.essence("ssh: timed out after 1002 milliseconds\n"));
    }

    @Test
    void where_nothing_is_known_of_it_the_fault_that_git_names_is_told() {
        var said = "remote: counting\nfatal: the moon is full\nhint: wait\n";
        assertEquals(Trouble.OTHER, GitSpeech.trouble(said));
        assertEquals("fatal: the moon is full", GitSpeech.essence(said));
    }
}
