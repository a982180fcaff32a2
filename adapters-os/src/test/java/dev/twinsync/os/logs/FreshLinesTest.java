package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.logs.LogGap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshLinesTest {

    private static final Instant AT = Instant.parse("2026-08-21T09:14:03.512345678Z");

    /** Each a second after the one before. */
    private static List<StampedLine> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new StampedLine(AT.plusSeconds(number), "line " + number))
                .toList();
    }

    private static Optional<LineMark> mark(String source, List<StampedLine> lines) {
        return LineMark.ofLast(source, lines, LogBench.FINGERPRINTS)
                .map(LineMark::text)
                .flatMap(LineMark::parse);
    }

    private static FreshLines fresh(List<StampedLine> lines, Optional<LineMark> mark) {
        return FreshLines.of("docker", lines, mark, LogBench.FINGERPRINTS);
    }

    @Test
    void without_a_mark_all_is_new() {
        assertEquals(new FreshLines(0, Optional.empty()), fresh(lines(0, 3), Optional.empty()));
        assertEquals(new FreshLines(0, Optional.empty()), fresh(List.of(), Optional.empty()));
    }

    @Test
    void in_a_log_that_did_not_change_nothing_is_new() {
        assertEquals(new FreshLines(3, Optional.empty()), fresh(lines(0, 3), mark("docker", lines(0, 3))));
    }

    @Test
    void what_comes_behind_the_last_line_is_new_however_much_went_before_it() {
        assertEquals(new FreshLines(1, Optional.empty()), fresh(lines(2, 5), mark("docker", lines(0, 3))));
    }

    @Test
    void the_same_words_at_another_time_are_another_line() {
        var twice = List.of(new StampedLine(AT, "x"), new StampedLine(AT.plusNanos(1), "x"));
        assertEquals(1, fresh(twice, mark("docker", twice.subList(0, 1))).from());
        assertEquals(2, fresh(twice, mark("docker", twice)).from());
    }

    @Test
    void where_the_last_line_is_gone_with_all_before_it_there_is_a_gap() {
        assertEquals(
                new FreshLines(
                        0,
                        Optional.of(new LogGap(
                                Optional.of("2026-08-21T09:14:05Z"),
                                Optional.of("2026-08-21T09:14:12Z"),
                                "what was written after that is not in the log any more, or is more than twin reads at"
                                        + " once"))),
                fresh(lines(9, 12), mark("docker", lines(0, 3))));
    }

    @Test
    void from_another_source_the_time_tells() {
        assertEquals(new FreshLines(1, Optional.empty()), fresh(lines(2, 5), mark("journal", lines(0, 3))));
        assertEquals(new FreshLines(3, Optional.empty()), fresh(lines(0, 3), mark("journal", lines(0, 3))));
    }

    @Test
    void a_log_that_is_empty_now_tells_nothing() {
        assertEquals(new FreshLines(0, Optional.empty()), fresh(List.of(), mark("docker", lines(0, 3))));
    }

    @Test
    void lines_without_times_are_known_by_their_words() {
        var lines = List.of(StampedLine.undated("a"), StampedLine.undated("b"), StampedLine.undated("c"));
        assertEquals(new FreshLines(2, Optional.empty()), fresh(lines, mark("docker", lines.subList(0, 2))));
    }

    @Test
    void of_a_file_the_second_of_its_last_message_is_known() {
        var file = new FileMark(7, 100, 10, "0123456789abcdef", Optional.of("2026-08-21T09:14:05Z"), Optional.empty());
        var mark = HomeAssistantMark.ofLine(HomeAssistantMark.of(file));
        assertEquals(new FreshLines(1, Optional.empty()), fresh(lines(2, 5), mark));
        assertEquals(Optional.of(file), HomeAssistantMark.ofFile(HomeAssistantMark.of(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1 docker",
                "1 docker - ",
                "2 docker - 0123456789abcdef",
                "1 Docker - 0123456789abcdef",
                "1 docker 2026-99-21T09:14:05Z 0123456789abcdef",
                "1 docker 09:14:05ZZZZZZZZZZZZZZZZZZ 0123456789abcdef",
                "1 docker - ../../etc/passwd",
                "file 1 x",
                "file 1 7 64 a 0123456789abcdef 2026-99-21T09:14:05Z -"
            })
    void what_is_no_mark_is_none_whoever_wrote_it(String text) {
        assertEquals(Optional.empty(), HomeAssistantMark.ofLine(text));
    }
}
