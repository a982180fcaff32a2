package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.secrets.SecretMaker.Passwords;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedSecretsTest {

    @ParameterizedTest
    @EnumSource
    void every_secret_of_the_corpus_stands_where_it_says_and_nowhere_else(Passwords passwords) throws IOException {
        for (CorpusFile file : CorpusFile.planted()) {
            var planted = PlantedSecrets.in(file.text(), new SecretMaker(passwords, 1));
            assertFalse(planted.text().contains("⟦"), file::name);
            assertFalse(planted.secrets().isEmpty(), file::name);
            for (PlantedSecret secret : planted.secrets()) {
                var before = planted.text().lines().limit(secret.line() - 1L).mapToInt(line -> line.length() + 1);
                int start = before.sum() + secret.column() - 1;
                assertTrue(planted.text().startsWith(secret.value(), start), secret::toString);
                assertFalse(secret.remainsIn(planted.text().replace(secret.value(), "")), secret::toString);
            }
        }
    }

    @Test
    void innocent_files_have_no_marks() throws IOException {
        for (CorpusFile file : CorpusFile.innocent()) {
            assertFalse(file.text().contains("⟦"), file::name);
        }
    }

    @Test
    void the_same_seed_makes_the_same_secrets() {
        assertEquals(passwordOf(7), passwordOf(7));
        assertNotEquals(passwordOf(7), passwordOf(8));
    }

    @Test
    void a_key_is_indented_as_its_first_line_is() {
        var planted = PlantedSecrets.in("key: |\n  ⟦key:PRIVATE KEY⟧\nnext: ⟦digits:4⟧\n", maker(1));
        assertTrue(planted.text().lines().skip(1).limit(14).allMatch(line -> line.startsWith("  ")));
        assertEquals(15, planted.secrets().getFirst().lastLine());
        assertEquals(16, planted.secrets().getLast().line());
        assertEquals(7, planted.secrets().getLast().column());
    }

    @Test
    void six_characters_give_a_secret_away_and_five_do_not() {
        var secret = new PlantedSecret("⟦password⟧", "abcdefghij", 1, 1, 1);
        assertTrue(secret.remainsIn("password: cdefgh…"));
        assertFalse(secret.remainsIn("password: cdefg…"));
        assertTrue(new PlantedSecret("⟦digits:4⟧", "4711", 1, 1, 1).remainsIn("pin 4711"));
        assertFalse(new PlantedSecret("⟦digits:4⟧", "4711", 1, 1, 1).remainsIn("pin 471"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "key-in-one-line", "encrypted-key"})
    void a_line_of_a_private_key_gives_it_away_and_its_name_does_not(String what) {
        var secret = PlantedSecrets.in("⟦" + what + ":PRIVATE KEY⟧", maker(1))
                .secrets()
                .getFirst();
        var lines = secret.value().replace("\\n", "\n").lines().toList();
        assertFalse(secret.remainsIn(lines.getFirst() + "\n…\n" + lines.getLast()));
        assertTrue(secret.remainsIn("-----BEGIN PRIVATE KEY-----\n…\n" + lines.get(lines.size() - 2)));
    }

    @Test
    void a_mark_that_nobody_knows_is_an_error_of_the_corpus() {
        assertThrows(IllegalArgumentException.class, () -> PlantedSecrets.in("⟦passwort⟧", maker(1)));
    }

    private static String passwordOf(long seed) {
        return PlantedSecrets.in("⟦password⟧", maker(seed)).secrets().stream()
                .map(PlantedSecret::value)
                .collect(Collectors.joining());
    }

    private static SecretMaker maker(long seed) {
        return new SecretMaker(Passwords.RANDOM, seed);
    }
}
