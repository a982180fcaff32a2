package dev.twinsync.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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
    })
    void a_star_is_anything_and_a_question_mark_is_one_letter(String pattern, String name, boolean matches) {
        assertEquals(matches, new Glob(pattern).matches(name));
    }

    @Test
    void a_name_made_to_fit_as_badly_as_can_be_takes_no_time() {
        var pattern = new Glob("*a".repeat(30) + "b");
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertFalse(pattern.matches("a".repeat(4_000))));
    }
}
