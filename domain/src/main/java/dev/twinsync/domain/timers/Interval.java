package dev.twinsync.domain.timers;

import dev.twinsync.domain.shape.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A time after something happened, as {@code boot 15min}: what it starts runs 15 minutes after the machine was switched on. */
public record Interval(Since since, Span span) {

    private static final String WORDS =
            Arrays.stream(Since.values()).map(Since::word).collect(Collectors.joining("|"));
    static final Shape<Interval> SHAPE =
            Shape.text("^(" + WORDS + ") " + Span.GRAMMAR + "$", Interval::parse, Interval::text);

    /** @throws IllegalArgumentException in words */
    public static Interval parse(String text) {
        int blank = text.indexOf(' ');
        var word = blank < 0 ? text : text.substring(0, blank);
        var since = Arrays.stream(Since.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + text + "\" is not an interval: expected one of " + WORDS + " and a length of time"));
        return new Interval(since, new Span(text.substring(blank + 1)));
    }

    String text() {
        return since.word() + " " + span;
    }

    Interval normal() {
        return new Interval(since, span.normal());
    }

    @Override
    public String toString() {
        return text();
    }
}
