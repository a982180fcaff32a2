package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyWatchTest {

    private static boolean finds(String text, int cut) {
        var watch = new PrivateKeyWatch();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += cut) {
            watch.pass(bytes, at, Math.min(cut, bytes.length - at));
        }
        return watch.found();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----"
            })
    void a_private_key_is_found_however_the_bytes_are_cut(String header) {
        var cases = Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(1, 200))
                .as((before, cut) -> new int[] {before, cut});
        Property.forAll(cases, numbers -> assertTrue(finds("é".repeat(numbers[0]) + header + "\nMII", numbers[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----",
                "PRIVATE KEY"
            })
    void what_is_public_is_let_pass(String text) {
        assertFalse(finds(text, 7));
    }

    @Test
    void it_is_found_among_all_kinds_of_dashes_and_nowhere_else() {
        var header = Pattern.compile("-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----");
        var pieces = Arbitraries.of(
                "-", "--", "-----", "-----BEGIN ", "BEGIN ", "RSA ", "PRIVATE KEY", " BLOCK", "x", "é\n");
        var cases = Combinators.combine(
                        pieces.list().ofMaxSize(30).map(parts -> String.join("", parts)),
                        Arbitraries.integers().between(1, 90))
                .as((text, cut) -> Map.entry(text, cut));
        Property.forAll(
                cases,
                one -> assertEquals(
                        header.matcher(one.getKey()).find(), finds(one.getKey(), one.getValue()), one.getKey()));
    }

    @Test
    void nothing_is_found_in_nothing() {
        assertFalse(new PrivateKeyWatch().found());
    }
}
