package dev.twinsync.flow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.ShellWord;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlyWordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packages                 | packages",
                "packages,files           | packages;files",
                "files:/etc/a\\,b         | files:/etc/a,b",
                "files:/etc/a\\,b,cron    | files:/etc/a,b;cron",
                "files:/a\\\\,cron        | files:/a\\\\;cron",
                "files:/a\\\\\\,b         | files:/a\\\\,b",
                "services:dev\\x2d1.swap  | services:dev\\x2d1.swap",
                "files:/a\\*b             | files:/a\\*b",
                "files:/a\\               | files:/a\\",
                "'packages,,files'        | packages;;files",
                "',files'                 | ;files",
                "'files:\"/a,b\"'         | files:\"/a;b\"",
            })
    void a_comma_parts_names_unless_a_backslash_stands_before_it(String word, String patterns) {
        assertEquals(List.of(patterns.split(";")), OnlyWord.patterns(word));
    }

    @Test
    void what_has_nothing_between_its_commas_names_nothing() {
        assertEquals(List.of(), OnlyWord.patterns(","));
        assertEquals(List.of("packages"), OnlyWord.patterns("packages,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packages         | packages",
                "files:/etc/a,b   | files:/etc/a\\,b",
                "files:/a\\,b     | files:/a\\\\\\,b",
                "files:/a\\       | files:/a\\\\",
                "dev-sda\\x2d1    | dev-sda\\x2d1",
            })
    void a_pattern_is_written_as_the_option_takes_it(String pattern, String word) {
        assertEquals(word, OnlyWord.of(pattern));
    }

    /** Also between others, and whatever it is. */
    @Property(tries = 1000)
    void a_name_that_is_written_so_means_itself_and_no_other(
            @ForAll("names") String name, @ForAll("names") String other) {
        var read = OnlyWord.patterns("a," + OnlyWord.of(Glob.literal(name)) + ",b");
        assertEquals(3, read.size(), read::toString);
        assertTrue(new Glob(read.get(1)).matches(name), read::toString);
        assertEquals(name.equals(other), new Glob(read.get(1)).matches(other), read::toString);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars('*', '?', '\\', ',', 'a')
                .ofMinLength(1)
                .ofMaxLength(5);
    }

    @Test
    void a_hint_is_one_word_for_a_shell() {
        assertEquals("'files:/etc/a\\,b'", ShellWord.of(OnlyWord.of("files:/etc/a,b")));
    }
}
