package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.TextComparison.Line;
import dev.twinsync.port.TextComparison.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HistogramComparisonTest {

    private static List<Line> compare(String before, String after) {
        return new HistogramComparison().compare(before, after);
    }

    @Test
    void the_same_text_has_no_changed_lines() {
        assertEquals(List.of(), compare("", ""));
        assertEquals(List.of(), compare("a\nb", "a\nb"));
    }

    @Test
    void a_changed_line_stands_with_its_neighbours_and_its_place() {
        assertEquals(
                List.of(
                        new Line(Mark.PLACE, "@@ -2,7 +2,7 @@"),
                        new Line(Mark.SAME, "2"),
                        new Line(Mark.SAME, "3"),
                        new Line(Mark.SAME, "4"),
                        new Line(Mark.REMOVED, "5"),
                        new Line(Mark.ADDED, "+five"),
                        new Line(Mark.SAME, "6"),
                        new Line(Mark.SAME, "7"),
                        new Line(Mark.SAME, "8")),
                compare("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n+five\n6\n7\n8\n9\n"));
    }

    @Test
    void a_line_end_that_is_missing_or_another_is_a_difference() {
        assertTrue(compare("a\n", "a").contains(new Line(Mark.NOTE, "No newline at end of file")));
        assertTrue(compare("a\r\n", "a\n").contains(new Line(Mark.REMOVED, "a\r")));
    }

    @Property(tries = 300)
    void what_is_said_leads_from_one_text_to_the_other(
            @ForAll("texts") List<String> one, @ForAll("texts") List<String> other) {
        var said = compare(text(one), text(other)).stream().toList();
        var removed = count(said, Mark.REMOVED);
        var added = count(said, Mark.ADDED);
        assertEquals(one.size() - removed + added, other.size());
        assertEquals(
                texts(said, Mark.REMOVED).isEmpty() && texts(said, Mark.ADDED).isEmpty(), one.equals(other));
        assertTrue(new ArrayList<>(one).containsAll(texts(said, Mark.REMOVED)));
        assertTrue(new ArrayList<>(other).containsAll(texts(said, Mark.ADDED)));
    }

    private static long count(List<Line> said, Mark mark) {
        return said.stream().filter(line -> line.mark() == mark).count();
    }

    private static List<String> texts(List<Line> said, Mark mark) {
        return said.stream().filter(line -> line.mark() == mark).map(Line::text).toList();
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("", "a", "b", "-c", "+d", "@@", "\\", "ä").list().ofMaxSize(12);
    }
}
