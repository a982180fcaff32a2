package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.Severity;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in one line of a log of Home Assistant, or of its Supervisor. */
sealed interface HomeAssistantLine {

    /**
     * The first line of a message.
     *
     * @param written by the clock of the container; empty: the line has no time, or no more than the hour
     * @param unit the logger, else what starts and stops the programs of the container
     */
    record Head(Optional<LocalDateTime> written, Severity severity, String unit, String message)
            implements HomeAssistantLine {

        /** Whether Core ended here to be started again at once, in the same container. */
        boolean isRestart() {
            return unit.equals(Forms.SCRIPT_UNIT) && message.equals(Forms.RESTARTING);
        }
    }

    /** It belongs to the message before. */
    record Rest(String text) implements HomeAssistantLine {}

    /** @param line colours and all */
    static HomeAssistantLine of(String line) {
        var plain = plain(line);
        return message(plain)
                .or(() -> script(plain))
                .or(() -> supervision(plain))
                .<HomeAssistantLine>map(head -> head)
                .orElseGet(() -> new Rest(plain));
    }

    /** Without colours. */
    static String plain(String line) {
        return Forms.COLOUR.matcher(line).replaceAll("");
    }

    private static Optional<Head> message(String line) {
        var found = Forms.MESSAGE.matcher(line);
        return found.matches()
                ? time(found)
                        .map(time -> new Head(
                                Optional.of(time),
                                Forms.SEVERITIES.get(found.group("level")),
                                found.group("logger"),
                                Optional.ofNullable(found.group("message")).orElse("")))
                : Optional.empty();
    }

    /** Empty: there is no such day. */
    private static Optional<LocalDateTime> time(Matcher found) {
        try {
            int year = Integer.parseInt(found.group("year"));
            return Optional.of(LocalDateTime.of(
                    year < 100 ? Forms.CENTURY + year : year,
                    Integer.parseInt(found.group("month")),
                    Integer.parseInt(found.group("day")),
                    Integer.parseInt(found.group("hour")),
                    Integer.parseInt(found.group("minute")),
                    Integer.parseInt(found.group("second"))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Head> script(String line) {
        var found = Forms.SCRIPT.matcher(line);
        return found.matches()
                ? Optional.of(new Head(
                        Optional.empty(),
                        Forms.SEVERITIES.get(found.group("level")),
                        Forms.SCRIPT_UNIT,
                        found.group("message")))
                : Optional.empty();
    }

    private static Optional<Head> supervision(String line) {
        var found = Forms.SUPERVISION.matcher(line);
        return found.matches()
                ? Optional.of(new Head(
                        Optional.empty(),
                        Forms.SEVERITIES.get(found.group("level").toUpperCase(Locale.ROOT)),
                        found.group("name"),
                        found.group("message")))
                : Optional.empty();
    }

    /** What the lines look like. */
    final class Forms {

        /** By what name the scripts of a container go, which do not say it. */
        static final String SCRIPT_UNIT = "container";

        static final String RESTARTING = "Home Assistant Core finish process exit code 100";

        private static final int CENTURY = 2000;

        private static final Map<String, Severity> SEVERITIES = Map.of(
                "TRACE", Severity.DEBUG,
                "DEBUG", Severity.DEBUG,
                "INFO", Severity.INFO,
                "NOTICE", Severity.NOTICE,
                "WARNING", Severity.WARNING,
                "ERROR", Severity.ERROR,
                "CRITICAL", Severity.CRITICAL,
                "FATAL", Severity.CRITICAL);

        private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,32}m");

        /** Older ones have no milliseconds, and the Supervisor's had years of two digits; a thread may have brackets in its name. */
        private static final Pattern MESSAGE =
                Pattern.compile("(?s)(?<year>\\d{4}|\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})"
                        + " (?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})(?:[.,]\\d{1,6})?"
                        + " (?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL|FATAL)"
                        + " \\([^\\[\\]]{0,200}?\\) \\[(?<logger>[^\\]\\s]{1,200})\\](?: (?<message>.*)|$)");

        private static final Pattern SCRIPT = Pattern.compile("(?s)\\[\\d{2}:\\d{2}:\\d{2}\\]"
                + " (?<level>TRACE|DEBUG|INFO|NOTICE|WARNING|ERROR|FATAL): (?<message>.*)");

        private static final Pattern SUPERVISION =
                Pattern.compile("(?s)(?<name>s6-[a-z0-9-]{1,40}|cont-init|cont-finish|services-up|legacy-[a-z-]{1,40}):"
                        + " (?<level>info|warning|error|fatal): (?<message>.*)");

        private Forms() {}
    }
}
