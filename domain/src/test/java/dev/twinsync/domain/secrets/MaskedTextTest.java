package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MaskedTextTest {

    private static final String FINGERPRINT = "0123456789abcdef";

    private static String around(String before, String after) {
        var mask = Mask.of(FINGERPRINT);
        var spot = new MaskedText.Spot("rule", FINGERPRINT, before.length(), before.length() + mask.length());
        return new MaskedText(before + mask + after, List.of(spot)).around(spot);
    }

    @Test
    void a_short_line_is_shown_whole() {
        assertEquals("psk=‹secret 0123456789abcdef›;", around("psk=", ";"));
    }

    @Test
    void of_a_line_of_any_length_only_what_is_near_is_shown() {
        var shown = around("x".repeat(1_000_000) + "psk=", "y".repeat(1_000_000));
        assertTrue(shown.startsWith("…xxx") && shown.endsWith("yyy…"), shown);
        assertTrue(shown.contains("xpsk=‹secret 0123456789abcdef›y"), shown);
        assertTrue(shown.length() < 300, shown);
    }

    @Test
    void what_would_steer_a_terminal_is_spelled_out() {
        assertEquals("\\u001b[2Jpsk=‹secret 0123456789abcdef›", around("\u001b[2Jpsk=", ""));
    }

    /** A line without blanks, as minified JSON, may be one large file. */
    @Test
    @Tag("scanner")
    void a_line_full_of_secrets_takes_no_longer_than_as_many_lines() {
        var redaction = new Redaction(_ -> FINGERPRINT, Set.of());
        var line = "-----BEGIN PRIVATE KEY-----".repeat(40_000);
        var leaks = redaction.leaks("file", "first\r\n" + line);
        assertTrue(!leaks.isEmpty());
        assertTrue(leaks.stream()
                .allMatch(leak -> leak.line() == 2 && leak.masked().length() < 300));
    }
}
