package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.nio.charset.StandardCharsets;
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
    void nothing_is_found_in_nothing() {
        assertFalse(new PrivateKeyWatch().found());
    }
}
