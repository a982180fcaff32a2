package dev.twinsync.domain.logs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a tool wrote to its standard error, made fit to be kept: its end only, and without what looks like a secret. */
public final class ToolSpeech {

    private static final int MOST_LINES = 20;
    private static final int MOST_LETTERS = 400;
    private static final String MASK = "***";

    /** The name of a secret with its value behind it; the user part of an address is one too. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("(?i)((?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key|psk|pin|credential)s?"
                    + "[\"']?\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|\\S+)"),
            Pattern.compile("(?i)(authorization\\s*:\\s*(?:\\w+\\s+)?)(\\S+)"),
            Pattern.compile("(://)([^/\\s@]+)(?=@)"));

    private ToolSpeech() {}

    /** Empty where it wrote nothing but blank lines. */
    public static Optional<String> tail(String stderr) {
        var lines = stderr.lines().filter(line -> !line.isBlank()).toList();
        var tail = lines.stream()
                .skip(Math.max(0, lines.size() - MOST_LINES))
                .map(line -> line.substring(0, Math.min(MOST_LETTERS, line.length())))
                .map(ToolSpeech::masked)
                .collect(Collectors.joining("\n"));
        return Optional.of(tail).filter(text -> !text.isEmpty());
    }

    private static String masked(String line) {
        var text = line.replaceAll("[\\p{Cntrl}&&[^\t]]", " ");
        for (Pattern secret : SECRETS) {
            text = secret.matcher(text).replaceAll("$1" + MASK);
        }
        return text;
    }
}
