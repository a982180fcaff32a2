package dev.twinsync.domain.logs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line in a text of {@code logs/current/}: {@code 2026-11-22T21:18:42Z error nginx.service[1717]: message}.
 *
 * @param at UTC, to the second; empty, and written as {@code -}: not known
 * @param unit without blanks and brackets, whatever the record had; {@code -} where it had none
 * @param pid in digits; empty, and not written: not known
 * @param message one line of it; may be empty
 */
public record LogLine(Optional<String> at, Severity severity, String unit, String pid, String message) {

    private static final String UNKNOWN = "-";
    private static final Pattern PID = Pattern.compile("[0-9]{1,10}");
    private static final Pattern NOT_IN_UNITS = Pattern.compile("[\\s\\p{Cntrl}\\[\\]]");
    private static final Pattern GRAMMAR = Pattern.compile(
            "(-|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z) ([a-z]+)"
                    + " ([^\\s\\[\\]]+?)(?:\\[([0-9]{1,10})])?:(?: (.*))?",
            Pattern.DOTALL);

    /** One for each line of the message, and one for a message without any: each can stand alone. */
    public static List<LogLine> of(LogRecord record) {
        var lines = record.message().isEmpty()
                ? List.of("")
                : record.message().lines().toList();
        return lines.stream()
                .map(line -> new LogLine(record.at(), record.severity(), unit(record), pid(record), line))
                .toList();
    }

    /** Empty: it is not written like this. */
    public static Optional<LogLine> parse(String line) {
        var parts = GRAMMAR.matcher(line);
        return parts.matches()
                ? Severity.ofWord(parts.group(2)).map(severity -> parsed(parts, severity))
                : Optional.empty();
    }

    private static LogLine parsed(Matcher parts, Severity severity) {
        return new LogLine(
                Optional.of(parts.group(1)).filter(at -> !at.equals(UNKNOWN)),
                severity,
                parts.group(3),
                Optional.ofNullable(parts.group(4)).orElse(""),
                Optional.ofNullable(parts.group(5)).orElse(""));
    }

    public String written() {
        var who = pid.isEmpty() ? unit : unit + "[" + pid + "]";
        var prefix = at.orElse(UNKNOWN) + " " + severity.word() + " " + who + ":";
        return message.isEmpty() ? prefix : prefix + " " + message;
    }

    /** The tag of a program is what the program says it is: it must not be able to look like the end of itself. */
    private static String unit(LogRecord record) {
        var unit = NOT_IN_UNITS.matcher(record.unit()).replaceAll("_");
        return unit.isEmpty() ? UNKNOWN : unit;
    }

    private static String pid(LogRecord record) {
        return PID.matcher(record.pid()).matches() ? record.pid() : "";
    }
}
