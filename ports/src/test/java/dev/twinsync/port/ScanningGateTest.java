package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.secrets.Redaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ScanningGateTest {

    private static final String FINGERPRINT = "0123456789abcdef";
    private static final String HEADER = "-----BEGIN PRIVATE KEY-----";

    private final ScanningGate gate = new ScanningGate(new Redaction(_ -> FINGERPRINT, Set.of()));

    private List<Leak> leaks(String content) throws IOException {
        return gate.leaks("file", new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private List<Long> lines(String content) throws IOException {
        return leaks(content).stream().map(Leak::line).toList();
    }

    @Test
    @Tag("scanner")
    void a_private_key_is_found_in_text_with_its_line() throws IOException {
        assertEquals(List.of(3L), lines("one\n\n" + HEADER + "\nMII"));
        assertEquals(List.of(2L), lines("one\r\n" + HEADER + "\r\nMII"));
        assertEquals("private-key", leaks(HEADER).getFirst().rule());
    }

    @Test
    @Tag("scanner")
    void a_private_key_is_found_in_what_is_neither_utf_8_nor_text() throws IOException {
        assertEquals(List.of(1L), lines("\u00ff\u00fe" + HEADER));
        assertEquals(List.of(3L), lines("\u0000\n\u00ff\n\u0001" + HEADER + "\u0000"));
        assertEquals(List.of(1L, 2L), lines("\u0000" + HEADER + "\n" + HEADER));
    }

    @Test
    @Tag("scanner")
    void what_is_allowed_is_not_found() throws IOException {
        var allowing = new ScanningGate(new Redaction(_ -> FINGERPRINT, Set.of(FINGERPRINT)));
        assertEquals(
                List.of(), allowing.leaks("file", new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8))));
        assertTrue(!leaks(HEADER).isEmpty());
    }

    @Test
    void nothing_is_found_in_nothing_and_in_noise() throws IOException {
        assertEquals(List.of(), leaks(""));
        assertEquals(List.of(), leaks("\u0000"));
        assertEquals(List.of(), leaks("\u0000\u00ff\n".repeat(1 << 20)));
        assertEquals(List.of(), leaks("-----BEGIN \u0000".repeat(1 << 18)));
        assertEquals(List.of(), leaks("-".repeat(SecretGate.REACH)));
    }

    @Test
    void of_an_endless_file_a_part_is_looked_at() throws IOException {
        assertEquals(List.of(), gate.leaks("file", endless()));
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
    }

    @Test
    @Tag("scanner")
    void without_fingerprints_nothing_that_was_found_passes() throws IOException {
        var broken = new ScanningGate(new Redaction(
                _ -> {
                    throw new UncheckedIOException(new IOException("there is no key"));
                },
                Set.of()));
        var clean = new ByteArrayInputStream("clean".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), broken.leaks("file", clean));
        var secret = new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "there is no key",
                assertThrows(IOException.class, () -> broken.leaks("file", secret))
                        .getMessage());
    }

    @Test
    void the_gate_of_who_only_reads_lets_nothing_pass() {
        assertThrows(IOException.class, () -> SecretGate.SHUT.leaks("file", InputStream.nullInputStream()));
    }
}
