package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusedPushTest {

    private static final String TOO_LARGE = """
            remote: error: Trace: 0123456789abcdef
            remote: error: See https://example.org/lfs for more information.
            remote: error: File filesystem/srv/big is 120.00 MB; this exceeds the limit of 100.00 MB
            To git.example:alice/box.git
             ! [remote rejected] main -> main (pre-receive hook declined)
            error: failed to push some refs to 'git.example:alice/box.git'
            """;

    @Test
    void the_file_that_is_too_large_is_named() {
        assertEquals(
                Optional.of("error: File filesystem/srv/big is 120.00 MB; this exceeds the limit of 100.00 MB"),
                RefusedPush.reason(TOO_LARGE));
    }

    @Test
    void where_no_error_is_marked_all_of_it_counts() {
        assertEquals(
                Optional.of("Changes to main need a review; Ask Bob"),
                RefusedPush.reason("Changes to main need a review\n\nAsk Bob\n"));
    }

    @Test
    void git_s_own_words_are_none_of_the_other_end() {
        assertEquals(Optional.empty(), RefusedPush.reason(""));
        assertEquals(
                Optional.of("no"),
                RefusedPush.reason("remote: no\n ! [remote rejected] main -> main (hook declined)\n"));
    }
}
