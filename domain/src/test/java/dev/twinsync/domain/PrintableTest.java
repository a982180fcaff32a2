package dev.twinsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    /** By their codes, so that nobody who reads this file is deceived. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x8, 0xa, 0xd, 0x1b, 0x7f, 0x85, 0x9b, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200d,
                0x200e, 0x2003, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x2800, 0x3000, 0x3164, 0xd800,
                0xe000, 0xfe0f, 0xfeff, 0xffa0, 0xffff
            })
    void what_could_deceive_a_reader_is_spelled_out(int codePoint) {
        assertEquals("a\\u%04xb[2K".formatted(codePoint), Printable.of("a" + Character.toString(codePoint) + "b[2K"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xe0001, 0xe0041, 0xe0100, 0x1d173, 0xf0000})
    void what_lies_beyond_four_digits_has_eight(int codePoint) {
        assertEquals("a\\U%08xb".formatted(codePoint), Printable.of("a" + Character.toString(codePoint) + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"htop", "a b", "é", "日本", "Ελλάδα", "שלום", "😀", "naïve…", "100 %"})
    void what_can_be_seen_is_left_as_it_is(String text) {
        assertEquals(text, Printable.of(text));
    }
}
