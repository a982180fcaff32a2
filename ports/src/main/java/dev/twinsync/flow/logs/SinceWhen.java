package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** From when on something is to be shown, as a user says it. */
public sealed interface SinceWhen {

    record Ago(Span span) implements SinceWhen {}

    record At(Instant instant) implements SinceWhen {}

    /**
     * @param text {@code 30m}, or a time by ISO 8601: {@code 2026-11-22}, {@code 2026-11-22T21:00},
     *     {@code 2026-11-22T21:00:00Z}
     * @param zone of times without one
     * @throws IllegalArgumentException in words
     */
    static SinceWhen of(String text, ZoneId zone) {
        return text.contains("-") ? new At(instant(text, zone)) : new Ago(span(text));
    }

    default Instant from(Instant now) {
        return switch (this) {
            case Ago(var span) -> now.minusSeconds(span.seconds());
            case At(var instant) -> instant;
        };
    }

    private static Span span(String text) {
        try {
            return new Span(text);
        } catch (IllegalArgumentException refused) {
            throw refused(text, refused);
        }
    }

    private static Instant instant(String text, ZoneId zone) {
        try {
            var form = DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss][XXX]]");
            return switch (form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
                case OffsetDateTime withZone -> withZone.toInstant();
                case LocalDateTime here -> here.atZone(zone).toInstant();
                case TemporalAccessor day ->
                    LocalDate.from(day).atStartOfDay(zone).toInstant();
            };
        } catch (DateTimeException refused) {
            throw refused(text, refused);
        }
    }

    private static IllegalArgumentException refused(String text, Exception why) {
        return new IllegalArgumentException(
                "\"" + text + "\" is no time: say 30m, 2h or 7d for so long ago, or 2026-11-22T21:00:00Z", why);
    }
}
