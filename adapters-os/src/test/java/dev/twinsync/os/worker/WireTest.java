package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireTest {

    private static Wire reading(byte[] bytes) {
        return new Wire(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }

    private static Wire reading(String text) {
        return reading(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_message_is_a_line() throws IOException {
        var out = new ByteArrayOutputStream();
        new Wire(InputStream.nullInputStream(), out).send(Tree.text("a\nb"));
        assertEquals("\"a\\nb\"\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(
                Optional.of(new Reading.Value<>(Tree.text("a\nb"))),
                reading(out.toByteArray()).next());
    }

    @Test
    void a_line_that_was_cut_off_is_none_though_it_could_be_read() throws IOException {
        var wire = reading("{\"a\":1}\n{\"b\":2}");
        assertTrue(wire.next().isPresent());
        assertEquals(Optional.empty(), wire.next());
    }

    @Test
    void a_line_that_is_too_long_is_passed_over() throws IOException {
        var wire = reading("\"" + "x".repeat(JsonReader.LONGEST) + "\"\n7\n");
        assertInstanceOf(Reading.Wrong.class, wire.next().orElseThrow());
        assertEquals(Optional.of(new Reading.Value<>(Tree.literal(7))), wire.next());
    }

    @Test
    void a_line_without_an_end_is_not_read_for_ever() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThrows(IOException.class, () -> new Wire(endless, OutputStream.nullOutputStream()).next()));
    }

    @Test
    void bytes_that_are_no_text_are_no_message() throws IOException {
        assertInstanceOf(
                Reading.Wrong.class,
                reading(new byte[] {'"', (byte) 0xff, '"', '\n'}).next().orElseThrow());
    }

    @Test
    void what_is_too_long_is_not_sent_in_part() {
        var out = new ByteArrayOutputStream();
        var wire = new Wire(InputStream.nullInputStream(), out);
        assertThrows(Wire.TooLong.class, () -> wire.send(Tree.text("x".repeat(JsonReader.LONGEST))));
        assertEquals(0, out.size());
    }
}
