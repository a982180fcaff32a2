package dev.twinsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "abc, abc", "abcd, ab…", "a😀b, a…", "😀ab, 😀…", "😀😀, 😀…"})
    void what_does_not_fit_is_cut_between_two_letters(String text, String shortened) {
        assertEquals(shortened, Shortened.to(3, text));
    }
}
