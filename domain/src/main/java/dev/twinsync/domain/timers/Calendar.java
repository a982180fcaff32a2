package dev.twinsync.domain.timers;

import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days and times by the calendar, as systemd writes them: {@code daily}, {@code Mon..Fri 03:00},
 * {@code *-*-01 12:00:00 Europe/Berlin}. systemd understands some more ways to write the same, which twin does not take.
 */
public record Calendar(String text) {

    private static final int LONGEST = 200;
    private static final Map<String, String> NICKNAMES = Map.ofEntries(
            Map.entry("minutely", "*-*-* *:*:00"),
            Map.entry("hourly", "*-*-* *:00:00"),
            Map.entry("daily", "*-*-* 00:00:00"),
            Map.entry("weekly", "Mon *-*-* 00:00:00"),
            Map.entry("monthly", "*-*-01 00:00:00"),
            Map.entry("quarterly", "*-01,04,07,10-01 00:00:00"),
            Map.entry("semiannually", "*-01,07-01 00:00:00"),
            Map.entry("yearly", "*-01-01 00:00:00"),
            Map.entry("annually", "*-01-01 00:00:00"));
    private static final String NICKNAME =
            "(minutely|hourly|daily|weekly|monthly|quarterly|semiannually|yearly|annually)";
    private static final String DAY = "(" + String.join("|", WeekDays.NAMES) + ")";
    private static final String DAYS = DAY + "(\\.\\." + DAY + ")?(," + DAY + "(\\.\\." + DAY + ")?)*";
    private static final String DATE = Component.ofDigits(4) + "-" + Component.ofDigits(2) + "[-~]"
            + Component.ofDigits(2) + "|" + Component.ofDigits(2) + "[-~]" + Component.ofDigits(2);
    private static final String TIME =
            Component.ofDigits(2) + ":" + Component.ofDigits(2) + "(:" + Component.SECONDS + ")?";
    private static final String ZONE = "( (UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]*){1,2}))?";
    private static final String GRAMMAR = "(" + NICKNAME + "|(" + DAYS + " )?(" + DATE + ") " + TIME + "|(" + DAYS
            + " )?(" + DATE + ")|(" + DAYS + " )?" + TIME + "|" + DAYS + ")" + ZONE;
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<Calendar> SHAPE = Shape.text("^(" + GRAMMAR + ")$", Calendar::new, Calendar::text);

    public Calendar {
        if (text.length() > LONGEST || !PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a time by the calendar that twin knows, as daily,"
                            + " Mon..Fri 03:00 or *-*-01 12:00:00 is one; systemd-analyze calendar shows how systemd writes one");
        }
    }

    /** The same times as systemd itself writes them: {@code Mon *-*-* 00:00:00} for {@code weekly}. */
    public Calendar normal() {
        var words = List.of(text.split(" "));
        var first = words.getFirst();
        if (NICKNAMES.containsKey(first)) {
            return new Calendar(NICKNAMES.get(first) + text.substring(first.length()));
        }
        var days = word(words, "[A-Z][a-z]{2}((,|\\.\\.).*)?")
                .filter(first::equals)
                .flatMap(WeekDays::normal);
        var date = word(words, "[*0-9].*[-~].*").map(Calendar::date).orElse("*-*-*");
        var time = word(words, "[*0-9].*:.*").map(Calendar::time).orElse("00:00:00");
        var zone = Optional.of(words.getLast()).filter(last -> last.equals("UTC") || last.matches("[A-Z].*/.*"));
        return new Calendar(days.map(some -> some + " ").orElse("") + date + " " + time
                + zone.map(" "::concat).orElse(""));
    }

    private static Optional<String> word(List<String> words, String pattern) {
        return words.stream().filter(word -> word.matches(pattern)).findFirst();
    }

    private static String date(String text) {
        boolean fromTheEnd = text.contains("~");
        var parts = text.split("[-~]");
        int last = parts.length - 1;
        return (last == 2 ? Component.normal(parts[0]) : "*") + "-" + Component.normal(parts[last - 1])
                + (fromTheEnd ? "~" : "-") + Component.normal(parts[last]);
    }

    private static String time(String text) {
        var parts = text.split(":");
        return Component.normal(parts[0]) + ":" + Component.normal(parts[1]) + ":"
                + (parts.length > 2 ? Component.normal(parts[2]) : "00");
    }

    @Override
    public String toString() {
        return text;
    }
}
