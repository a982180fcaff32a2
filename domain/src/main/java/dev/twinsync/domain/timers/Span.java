package dev.twinsync.domain.timers;

import dev.twinsync.domain.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something lasts, as systemd writes it: {@code 30min}, {@code 1h 30min}, {@code 90} for seconds. */
public record Span(String text) {

    /** The largest first; a month and a year are as long as they are in the middle. */
    private static final Map<String, Long> MICROS = new LinkedHashMap<>();

    static {
        long second = 1_000_000;
        MICROS.put("y", 31_557_600 * second);
        MICROS.put("month", 2_629_800 * second);
        MICROS.put("w", 7 * 24 * 3600 * second);
        MICROS.put("d", 24 * 3600 * second);
        MICROS.put("h", 3600 * second);
        MICROS.put("min", 60 * second);
        MICROS.put("s", second);
        MICROS.put("ms", 1000L);
        MICROS.put("us", 1L);
    }

    private static final int LONGEST = 100;
    private static final String UNITS =
            "us|ms|s|sec|seconds?|m|min|minutes?|h|hr|hours?|d|days?|w|weeks?|M|months?" + "|y|years?";
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,6})?";
    static final String GRAMMAR = "(" + NUMBER + "(" + UNITS + ") ?|" + NUMBER + " )*" + NUMBER + "(" + UNITS + ")?";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final Pattern ONE = Pattern.compile("([0-9]+)(?:\\.([0-9]+))?([A-Za-z]*)");
    static final Shape<Span> SHAPE = Shape.text("^" + GRAMMAR + "$", Span::new, Span::text);

    public static final Span NONE = new Span("0");

    public Span {
        if (text.length() > LONGEST || !PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a length of time, as 30min or 1h 30min is one");
        }
        try {
            micros(text);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("\"" + text + "\" is longer than systemd can count", overflow);
        }
    }

    /** The same length in the words of systemd: {@code 1min 30s} for {@code 90}. */
    public Span normal() {
        long left = micros(text);
        var parts = new ArrayList<String>();
        for (Map.Entry<String, Long> unit : MICROS.entrySet()) {
            if (left >= unit.getValue()) {
                parts.add(left / unit.getValue() + unit.getKey());
                left %= unit.getValue();
            }
        }
        return parts.isEmpty() ? NONE : new Span(String.join(" ", parts));
    }

    private static long micros(String text) {
        long sum = 0;
        Matcher part = ONE.matcher(text);
        while (part.find()) {
            long unit = unit(part.group(3));
            long whole = Math.multiplyExact(Long.parseLong(part.group(1)), unit);
            sum = Math.addExact(sum, Math.addExact(whole, part.group(2) == null ? 0 : share(unit, part.group(2))));
        }
        return sum;
    }

    /** What these digits behind the point are of a unit, cut to microseconds; in two steps, since the product may be too large. */
    private static long share(long unit, String digits) {
        long parts = Long.parseLong("1" + "0".repeat(digits.length()));
        long share = Long.parseLong(digits);
        return unit / parts * share + unit % parts * share / parts;
    }

    private static long unit(String word) {
        return switch (word) {
            case "us", "ms", "min", "h", "d", "w", "month", "y" -> MICROS.get(word);
            case "", "s", "sec", "second", "seconds" -> MICROS.get("s");
            case "m", "minute", "minutes" -> MICROS.get("min");
            case "hr", "hour", "hours" -> MICROS.get("h");
            case "day", "days" -> MICROS.get("d");
            case "week", "weeks" -> MICROS.get("w");
            case "M", "months" -> MICROS.get("month");
            case String _ -> MICROS.get("y");
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
