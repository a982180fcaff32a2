package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.secrets.SecretMaker.Passwords;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of what is planted is caught, and how much is flagged that is no secret. */
class CorpusTest {

    private static final int FILLINGS = 5;
    private static final double MISSED_AT_MOST = 3;
    private static final double MISSED_OF_A_CATEGORY_AT_MOST = 10;
    private static final double FALSE_AT_MOST = 1;

    /** All masks alike, and with no piece of a planted secret in them. */
    private static final Redaction REDACTION = new Redaction(_ -> "feedfacefeedface", Set.of());

    @ParameterizedTest
    @EnumSource
    void of_100_planted_secrets_97_are_masked_in_their_file(Passwords passwords) throws IOException {
        var missed = new CorpusTally("not masked " + passwords);
        for (CorpusFile file : CorpusFile.planted()) {
            for (PlantedSecrets planted : fillings(file, passwords)) {
                var masked = REDACTION.text(planted.text());
                planted.secrets()
                        .forEach(secret -> missed.add(file, secret.line(), secret.mark(), secret.remainsIn(masked)));
            }
        }
        assertFewAreMissed(missed);
    }

    @ParameterizedTest
    @EnumSource
    void of_100_planted_secrets_97_keep_their_file_from_being_committed(Passwords passwords) throws IOException {
        var missed = new CorpusTally("not refused " + passwords);
        for (CorpusFile file : CorpusFile.planted()) {
            for (PlantedSecrets planted : fillings(file, passwords)) {
                var lines = leakingLines(planted.text());
                planted.secrets()
                        .forEach(secret -> missed.add(
                                file,
                                secret.line(),
                                secret.mark(),
                                lines.stream().noneMatch(secret::isOn)));
            }
        }
        assertFewAreMissed(missed);
    }

    @Test
    void of_100_innocent_lines_99_are_left_alone() throws IOException {
        var flagged = new CorpusTally("flagged");
        for (CorpusFile file : CorpusFile.innocent()) {
            addLinesWithoutSecrets(file, new PlantedSecrets(file.text(), List.of()), flagged);
        }
        assertFewAreFlagged(flagged);
    }

    @Test
    void of_100_lines_between_planted_secrets_99_are_left_alone() throws IOException {
        var flagged = new CorpusTally("flagged between secrets");
        for (CorpusFile file : CorpusFile.planted()) {
            addLinesWithoutSecrets(file, fillings(file, Passwords.RANDOM).getFirst(), flagged);
        }
        assertFewAreFlagged(flagged);
    }

    private static void assertFewAreMissed(CorpusTally missed) throws IOException {
        missed.keep();
        assertTrue(missed.all() >= 400 * FILLINGS, missed::toString);
        assertTrue(missed.percent() <= MISSED_AT_MOST, missed::toString);
        assertTrue(missed.worstPercent() <= MISSED_OF_A_CATEGORY_AT_MOST, missed::toString);
    }

    private static void assertFewAreFlagged(CorpusTally flagged) throws IOException {
        flagged.keep();
        assertTrue(flagged.all() >= 400, flagged::toString);
        assertTrue(flagged.percent() < FALSE_AT_MOST, flagged::toString);
    }

    private static List<PlantedSecrets> fillings(CorpusFile file, Passwords passwords) {
        return IntStream.range(0, FILLINGS)
                .mapToObj(seed -> PlantedSecrets.in(file.text(), new SecretMaker(passwords, seed)))
                .toList();
    }

    private static void addLinesWithoutSecrets(CorpusFile file, PlantedSecrets planted, CorpusTally flagged) {
        var leaking = leakingLines(planted.text());
        var left = REDACTION.text(planted.text()).lines().collect(Collectors.toSet());
        var lines = planted.text().split("\n", -1);
        IntStream.rangeClosed(1, lines.length)
                .filter(number -> !lines[number - 1].isBlank() && !planted.anyIsOn(number))
                .forEach(number -> flagged.add(
                        file,
                        number,
                        lines[number - 1],
                        leaking.contains(number) || !left.contains(lines[number - 1])));
    }

    private static Set<Integer> leakingLines(String text) {
        return REDACTION.leaks("file", text).stream()
                .map(leak -> (int) leak.line())
                .collect(Collectors.toSet());
    }
}
