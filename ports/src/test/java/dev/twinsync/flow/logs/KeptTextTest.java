package dev.twinsync.flow.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.flow.secrecy.SafeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTextTest {

    private static KeptText read(String text) throws IOException {
        return KeptText.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_line_ends_with_a_line_feed_and_nothing_else() throws IOException {
        assertEquals(List.of("a", "", "b"), read("a\n\nb\n").lines());
        assertEquals(List.of("a", "b"), read("a\nb").lines());
        assertEquals(List.of(), read("").lines());
        assertEquals(List.of(""), read("\n").lines());
        assertEquals(
                List.of("refused\\u000daccepted"), read("refused\raccepted\n").lines());
        assertEquals(List.of("a\\u2028b\\u0085c"), read("a\u2028b\u0085c\n").lines());
    }

    @Test
    void what_steers_a_terminal_is_spelled_out_and_a_tab_stays() throws IOException {
        assertEquals(
                List.of("\\u001b[2K\tgpj\\u202excod\\u200b", "\t"),
                read("\u001b[2K\tgpj\u202excod\u200b\n\t\n").lines());
        assertEquals(List.of("\\u001b already"), read("\\u001b already\n").lines());
    }

    @Test
    void bytes_that_are_no_letters_are_replaced() throws IOException {
        var text = KeptText.read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b', 0, '\n'}));
        assertEquals(List.of("a\ufffdb\\u0000"), text.lines());
    }

    @Test
    void a_long_line_is_cut() throws IOException {
        var lines = read("x".repeat(SafeText.LONGEST_LINE) + "\n" + "x".repeat(6_000) + "\n")
                .lines();
        assertEquals(SafeText.LONGEST_LINE, lines.getFirst().length());
        assertFalse(lines.getFirst().endsWith("…"));
        assertEquals(SafeText.LONGEST_LINE, lines.getLast().length());
        assertTrue(lines.getLast().endsWith("x…"));
    }

    @Test
    void of_too_many_lines_the_first_are_read() throws IOException {
        var full = read("x\n".repeat(KeptText.MOST_LINES));
        assertTrue(full.isWhole());
        assertEquals(KeptText.MOST_LINES, full.lines().size());

        var more = read("x\n".repeat(KeptText.MOST_LINES) + "y");
        assertFalse(more.isWhole());
        assertEquals(full.lines(), more.lines());
    }

    @Test
    void a_file_without_end_is_not_read_to_its_end() throws IOException {
        var endless = KeptText.read(new InputStream() {
            private long given;

            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                given += length;
                if (given > 1L << 27) {
                    throw new IOException("read on and on");
                }
                java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
                return length;
            }
        });
        assertFalse(endless.isWhole());
        assertEquals(1, endless.lines().size());
    }
}
