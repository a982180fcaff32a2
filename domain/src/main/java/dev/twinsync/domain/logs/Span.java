package dev.twinsync.domain.logs;

import dev.twinsync.domain.shape.Shape;

/** A length of time in words: {@code 90s}, {@code 30m}, {@code 1h}, {@code 7d}. */
public record Span(String text) {

    private static final String GRAMMAR = "[1-9][0-9]{0,5}[smhd]";
    public static final Shape<Span> SHAPE = Shape.text("^" + GRAMMAR + "$", Span::new, Span::text);

    public Span {
        if (!text.matches(GRAMMAR)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no length of time: a number with s, m, h or d behind it, as 30m");
        }
    }

    public long seconds() {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return number
                * switch (text.charAt(text.length() - 1)) {
                    case 's' -> 1;
                    case 'm' -> 60;
                    case 'h' -> 3600;
                    default -> 86_400;
                };
    }
}
