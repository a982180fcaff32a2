package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.secrets.SecretMaker.Passwords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretScannerTest {

    private static final Redaction REDACTION = new Redaction(_ -> "feedfacefeedface", Set.of());

    private static Arbitrary<String> anyText() {
        return Arbitraries.strings().all().ofMaxLength(60);
    }

    /** Pieces that mean something to a rule, put together in any order. */
    private static Arbitrary<String> anyPieces() {
        var pieces = new ArrayList<>(LinearWorkTest.hostile());
        pieces.addAll(List.of("Hunter2x", "xK9fQ2mZ7", "'", "\ud800", "\udc00", "\r", "\n", "\0", "›", "root", "="));
        return Arbitraries.frequencyOf(
                        Tuple.of(9, Arbitraries.of(pieces)),
                        Tuple.of(1, Arbitraries.strings().all().ofMaxLength(5)))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static List<String> corpus() throws IOException {
        var texts = new ArrayList<String>();
        for (CorpusFile file : CorpusFile.planted()) {
            texts.add(PlantedSecrets.in(file.text(), new SecretMaker(Passwords.RANDOM, 1))
                    .text());
        }
        for (CorpusFile file : CorpusFile.innocent()) {
            texts.add(file.text());
        }
        return texts;
    }

    private static void assertInOrder(String line) {
        int end = 0;
        for (Finding finding : SecretScanner.find(line)) {
            assertTrue(finding.start() >= end, () -> finding + " overlaps");
            assertTrue(finding.start() < finding.end(), () -> finding + " is empty");
            assertTrue(finding.end() <= line.length(), () -> finding + " is beyond the line");
            end = finding.end();
        }
    }

    @Test
    void whatever_a_line_is_what_is_found_stands_in_it_in_order_and_apart() throws IOException {
        Property.forAll(anyText(), SecretScannerTest::assertInOrder);
        Property.forAll(anyPieces(), SecretScannerTest::assertInOrder);
        corpus().stream().flatMap(String::lines).forEach(SecretScannerTest::assertInOrder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                https:/bob:Zk93hfQx81LmPq72@host/x | https:/bob:‹secret feedfacefeedface›@host/x
                target: ftp:/bob:Zk93hfQx@host     | target: ftp:/bob:‹secret feedfacefeedface›@host
                PATH=/usr/bin:/opt/x:/home/b@c/bin | PATH=/usr/bin:/opt/x:/home/b@c/bin
                a:/b:c d@e                         | a:/b:c d@e""")
    void an_address_that_a_link_leads_to_has_one_slash(String line, String masked) {
        assertEquals(masked, REDACTION.text(line));
    }

    @Test
    void a_password_is_no_name_of_what_stands_behind_it_whatever_it_is_made_of() {
        var passwords = Arbitraries.of("otp", "pw", "Pin", "key", "secret", "7", "x", "Q", "-", "_")
                .list()
                .ofMinSize(4)
                .ofMaxSize(9)
                .map(parts -> "Zr7" + String.join("", parts));

        Property.forAll(
                passwords,
                password -> assertEquals(
                        "mysqldump -u backup -p‹secret feedfacefeedface› shop >/var/backups/shop.sql",
                        REDACTION.text("mysqldump -u backup -p" + password + " shop >/var/backups/shop.sql")));
    }

    @Test
    void what_is_meant_as_a_name_of_a_password_is_taken_for_one() {
        assertTrue(
                REDACTION.text("mysql -u root -password Hunter2x9Q shop").endsWith("‹secret feedfacefeedface› shop"));
    }

    private static void assertStable(String text) {
        var once = REDACTION.text(text);
        assertEquals(once, REDACTION.text(once));
        assertEquals(List.of(), REDACTION.leaks("file", once));
    }

    @Test
    void what_is_masked_is_not_masked_again() throws IOException {
        Property.forAll(anyText(), SecretScannerTest::assertStable);
        corpus().forEach(SecretScannerTest::assertStable);
        corpus().stream().flatMap(String::lines).forEach(SecretScannerTest::assertStable);
    }

    @Test
    void however_hostile_a_line_is_it_can_be_masked() {
        Property.forAll(anyPieces(), line -> {
            var masked = REDACTION.text(line);
            assertTrue(line.contains("-----BEGIN ") || lines(line) == lines(masked), "lines stay");
        });
    }

    private static long lines(String text) {
        return text.chars().filter(letter -> letter == '\n').count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            mysqldump -u root -pS3cretX9; echo done ~ S3cretX9
            mysqldump mysqldump -u root -pS3cretX9 ~ S3cretX9
            mysql -e 'select 1' && mysqldump -pS3cretX9 ~ S3cretX9
            wpa_passphrase Home S3cretX9 ~ S3cretX9
            docker login -u me -p S3cretX9 example.org ~ S3cretX9
            htpasswd -b /etc/users alice S3cretX9 ~ S3cretX9
            bash -c "mysqldump -u root -pS3cretX9 db" ~ S3cretX9
            don't say mysqldump -pS3cretX9 ~ S3cretX9
            echo S3cretX9 | sudo -S id ~ S3cretX9
            printf root:S3cretX9 | chpasswd ~ S3cretX9
            url=${DB_PASSWORD:-S3cretX9} ~ S3cretX9
            """)
    void a_secret_among_arguments_is_found(String line, String secret) {
        var masked = REDACTION.text(line);
        assertTrue(!masked.contains(secret) && masked.contains("‹secret "), masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            mysql -u root; grep -pattern file
            mysql -u root | grep -pattern file
            mkdir -p /srv/data
            cp -p a b
            """)
    void the_flags_of_one_program_are_not_those_of_another(String line) {
        assertEquals(line, REDACTION.text(line));
    }

    @Test
    void each_key_of_a_line_is_found() {
        var key = "-----BEGIN PRIVATE KEY-----\\nMIIBVQ%s\\n-----END PRIVATE KEY-----\\n";
        var line = "{\"a\": \"" + key.formatted("one") + "\", \"b\": \"" + key.formatted("two") + "\"}";
        var masked = REDACTION.text(line);
        assertTrue(!masked.contains("MIIBVQ"), masked);
    }

    @Test
    void a_key_that_begins_behind_another_one_on_its_line_is_masked_to_its_end() {
        var line = "-----BEGIN PRIVATE KEY-----A-----END PRIVATE KEY----- -----BEGIN PRIVATE KEY-----";
        var masked = REDACTION.lines(List.of(line, "MIIBVQIBADANBgkqhkiG", "-----END PRIVATE KEY-----"));
        assertTrue(masked.stream().noneMatch(kept -> kept.contains("MIIBVQ")), masked::toString);
    }

    @Test
    void the_end_of_a_line_of_dos_is_no_part_of_a_secret() {
        var one = SecretScanner.find("password=Hunter2x");
        assertEquals(one, SecretScanner.find("password=Hunter2x\r"));
        assertEquals(1, one.size());
    }

    @Test
    void every_rule_has_a_keyword_in_small_letters() {
        Stream.concat(SecretScanner.rules().stream(), TokenFormats.rules().stream())
                .forEach(rule -> {
                    assertTrue(!rule.keywords().isEmpty(), rule::toString);
                    rule.keywords().forEach(word -> assertTrue(word.matches("[ -@\\[-~]+"), () -> rule + " " + word));
                });
    }
}
