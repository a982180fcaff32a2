package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Property;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

    private static final Optional<String> AT = Optional.of("2026-11-22T21:18:42Z");

    @Test
    void a_line_says_when_how_grave_who_and_what() {
        assertEquals(
                List.of("2026-11-22T21:18:42Z error nginx.service[1717]: bind() failed"),
                written(new LogRecord(AT, Severity.ERROR, "nginx.service", "nginx", "1717", "bind() failed")));
    }

    @Test
    void what_is_not_known_is_not_made_up() {
        assertEquals(List.of("- info -: x"), written(new LogRecord(Optional.empty(), Severity.INFO, "", "", "", "x")));
    }

    @Test
    void every_line_of_a_message_can_stand_alone() {
        assertEquals(
                List.of(
                        "2026-11-22T21:18:42Z info a.service[1]: one",
                        "2026-11-22T21:18:42Z info a.service[1]:",
                        "2026-11-22T21:18:42Z info a.service[1]:   three"),
                written(new LogRecord(AT, Severity.INFO, "a.service", "", "1", "one\n\r\n  three\n")));
    }

    @Test
    void a_message_without_text_is_still_a_line() {
        assertEquals(
                List.of("2026-11-22T21:18:42Z info a.service:"),
                written(new LogRecord(AT, Severity.INFO, "a.service", "", "", "")));
    }

    @Test
    void a_tag_cannot_pretend_to_be_another_program() {
        var line = LogLine.of(
                        new LogRecord(AT, Severity.INFO, "sshd[1]: Failed\n", "", "; rm", "really something else"))
                .getFirst();
        assertEquals("2026-11-22T21:18:42Z info sshd_1_:_Failed_: really something else", line.written());
        assertEquals(Optional.of(line), LogLine.parse(line.written()));
    }

    @Test
    void a_message_that_looks_like_a_line_changes_nothing_about_its_own() {
        var message = "b.service[2]: 2026-11-22T21:18:43Z alert c.service[3]: x";
        var line = LogLine.of(new LogRecord(AT, Severity.INFO, "a:b@c.service", "", "1", message))
                .getFirst();
        assertEquals(Optional.of(line), LogLine.parse(line.written()));
        assertEquals("a:b@c.service", line.unit());
        assertEquals(message, line.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "2026-11-22T21:18:42Z grave a.service: x",
                "2026-11-22T21:18:42Z error a.service x",
                "2026-11-22T21:18:42Z error a.service:x",
                "2026-11-22T21:18:42Z ERROR a.service: x",
                "2026-11-22 21:18:42 error a.service: x",
                "2026-11-22T21:18:42Z error : x",
                " 2026-11-22T21:18:42Z error a.service: x"
            })
    void what_is_not_written_like_this_is_no_line(String text) {
        assertEquals(Optional.empty(), LogLine.parse(text));
    }

    @Test
    void what_was_written_can_be_read_back() {
        Property.forAll(records(), record -> {
            for (LogLine line : LogLine.of(record)) {
                assertEquals(Optional.of(line), LogLine.parse(line.written()));
                assertEquals(1, line.written().lines().count());
            }
        });
    }

    private static Arbitrary<LogRecord> records() {
        var text = Arbitraries.strings()
                .withChars("ab:[]0- \n\r\t\u00a0\u2028\u0085\u001b")
                .all()
                .ofMaxLength(12);
        return Combinators.combine(
                        Arbitraries.of(Optional.<String>empty(), AT),
                        Arbitraries.of(Severity.values()),
                        text,
                        Arbitraries.of("", "1", "4194304", "no digits"),
                        text)
                .as((at, severity, unit, pid, message) -> new LogRecord(at, severity, unit, "", pid, message));
    }

    private static List<String> written(LogRecord record) {
        return LogLine.of(record).stream().map(LogLine::written).toList();
    }
}
