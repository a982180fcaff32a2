package dev.twinsync.flow.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.flow.secrecy.SafeText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final String LONGEST = "a".repeat(SafeText.LONGEST_LINE);

    @Test
    void all_places_are_found_from_left_to_right() throws Search.GaveUp {
        assertEquals(
                List.of(new Search.Match(0, 2), new Search.Match(3, 5)),
                Search.of("a[bc]").in("ab ac Ab"));
        assertEquals(3, Search.of("a[bc]").ignoringCase().in("ab ac Ab").size());
        assertTrue(Search.of("ä").ignoringCase().finds("Ä"));
        assertFalse(Search.of("^b").finds("ab"));
    }

    @Test
    void nothing_at_all_can_be_found() throws Search.GaveUp {
        assertTrue(Search.of("x*").finds(""));
        assertEquals(new Search.Match(0, 0), Search.of("x*").in("ab").getFirst());
    }

    /** The first two have too many ways to fail, the others go too deep. */
    @ParameterizedTest
    @ValueSource(strings = {"(.*a){20}b", "(a*)*\\1b", "(a|b)*c", "(?:a|aa)+b"})
    void a_line_that_would_take_for_ever_is_given_up(String expression) {
        var search = Search.of(expression);
        var gaveUp = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThrows(Search.GaveUp.class, () -> search.finds(LONGEST)));
        assertTrue(gaveUp.getMessage().contains("\"" + expression + "\" takes too much"), gaveUp.getMessage());
    }

    @Test
    void what_looks_at_every_stretch_of_the_longest_line_is_still_found_out() throws Search.GaveUp {
        assertFalse(Search.of(".*error.*").finds(LONGEST));
        assertFalse(Search.of("(error|fail).*(disk|memory)").ignoringCase().finds("fail".repeat(1_000)));
    }

    @Test
    void what_is_no_expression_is_named_with_its_place() {
        var wrong = assertThrows(IllegalArgumentException.class, () -> Search.of("a(b"));
        assertEquals("Unclosed group, at character 4", wrong.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Search.of("(".repeat(1_001)));
    }
}
