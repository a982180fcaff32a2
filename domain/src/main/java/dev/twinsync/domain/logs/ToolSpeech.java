package dev.twinsync.domain.logs;

import dev.twinsync.domain.secrets.Redaction;
import java.util.Optional;

/** What a tool wrote to its standard error, made fit to be kept: its end only, and without what looks like a secret. */
public final class ToolSpeech {

    private static final int MOST_LINES = 20;
    private static final int MOST_LETTERS = 400;
    /** More than is kept: a secret must not be unknown because its end was cut off. */
    private static final int MOST_READ = 10 * MOST_LETTERS;

    private ToolSpeech() {}

    /** Empty where it wrote nothing but blank lines. */
    public static Optional<String> tail(String stderr, Redaction redaction) {
        var lines = stderr.lines().filter(line -> !line.isBlank()).toList();
        var tail = lines.stream()
                .skip(Math.max(0, lines.size() - MOST_LINES))
                .map(line -> cut(line, MOST_READ).replaceAll("[\\p{Cntrl}&&[^\t]]", " "))
                .toList();
        var masked = redaction.lines(tail).stream()
                .map(line -> cut(line, MOST_LETTERS))
                .toList();
        return Optional.of(String.join("\n", masked)).filter(text -> !text.isEmpty());
    }

    private static String cut(String line, int letters) {
        return line.substring(0, Math.min(letters, line.length()));
    }
}
