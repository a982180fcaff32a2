package dev.twinsync.flow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx, true",
        "nginx, nginx.service, false",
        "nginx*, nginx.service, true",
        "*, '', true",
        "?, '', false",
        "'', '', true",
        "'', a, false",
        "*.service, a.service, true",
        "*.service, a.service.d, false",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "getty@tty?.service, getty@tty1.service, true",
        "a.c, abc, false",
        "?, 😀, true",
        "**, a, true",
        "a\\*, a*, true",
        "a\\*, ab, false",
        "a\\?, a?, true",
        "a\\?, ab, false",
        "a\\\\*, a\\b, true",
        "a\\\\*, ab, false",
        "dev-sda\\x2d1.*, dev-sda\\x2d1.swap, true",
        "a\\, a\\, true",
    })
    void a_star_is_anything_and_a_question_mark_is_one_letter(String pattern, String name, boolean matches) {
        assertEquals(matches, new Glob(pattern).matches(name));
    }

    @Property(tries = 500)
    void a_name_taken_as_it_stands_means_no_other(@ForAll("names") String name, @ForAll("names") String other) {
        assertEquals(name.equals(other), new Glob(Glob.literal(name)).matches(other));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars('*', '?', '\\', 'a').ofMaxLength(4);
    }

    @Test
    void a_name_made_to_fit_as_badly_as_can_be_takes_no_time() {
        var pattern = new Glob("*a".repeat(30) + "b");
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertFalse(pattern.matches("a".repeat(4_000))));
    }
}
