package dev.twinsync.domain.cron;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the five fields of a schedule, in their order: what may stand in it and which values it stands for. */
enum ScheduleField {
    MINUTE("minute", 0, 59, 59, List.of()),
    HOUR("hour", 0, 23, 23, List.of()),
    DAY_OF_MONTH("day of month", 1, 31, 30, List.of()),
    MONTH("month", 1, 12, 11, Names.MONTHS),
    /** 0 and 7 are both Sunday, so that a step of 7 would be one value only. */
    DAY_OF_WEEK("day of week", 0, 7, 6, Names.DAYS);

    static final List<String> MONTHS = Names.MONTHS;
    static final List<String> DAYS = Names.DAYS;

    private static final Pattern ITEM = Pattern.compile(
            "(?:\\*|(?<from>[0-9]{1,2}|[A-Z]{3})(?:-(?<to>[0-9]{1,2}|[A-Z]{3}))?)(?:/(?<step>[0-9]{1,2}))?");

    private final String title;
    private final int low;
    private final int high;
    private final int widestStep;
    private final List<String> names;

    ScheduleField(String title, int low, int high, int widestStep, List<String> names) {
        this.title = title;
        this.low = low;
        this.high = high;
        this.widestStep = widestStep;
        this.names = names;
    }

    /** What is wrong with the field, in words. */
    Optional<String> flaw(String field) {
        return List.of(field.split(",", -1)).stream()
                .map(this::flawOfItem)
                .flatMap(Optional::stream)
                .findFirst()
                .map(flaw -> title + " \"" + field + "\": " + flaw);
    }

    private Optional<String> flawOfItem(String text) {
        var item = ITEM.matcher(text.toUpperCase(Locale.ROOT));
        if (!item.matches()) {
            return Optional.of("expected *, a value, or a range as 1-5, with a step as */2 or 1-5/2");
        }
        return flawOfEnd(item, "from").or(() -> flawOfEnd(item, "to")).or(() -> flawOfRange(item));
    }

    private Optional<String> flawOfEnd(Matcher item, String end) {
        return Optional.ofNullable(item.group(end))
                .filter(value -> number(value) < low || number(value) > high)
                .map(value -> value + " is not between " + low + " and " + high);
    }

    private Optional<String> flawOfRange(Matcher item) {
        boolean range = item.group("to") != null;
        int step = step(item);
        if (range && (isSunday(item.group("from")) || isSunday(item.group("to")))) {
            return Optional.of("Sun is both 0 and 7; write the range in numbers");
        }
        if (range && from(item) > to(item)) {
            return Optional.of("the range runs backwards and never matches");
        }
        if (item.group("step") == null) {
            return Optional.empty();
        }
        if (item.group("from") != null && !range) {
            return Optional.of("a step needs * or a range before it");
        }
        int widest = range ? to(item) - from(item) : widestStep;
        return Optional.of("a step of " + step + " does not fit: 1 to " + widest + " leave more than one value")
                .filter(flaw -> step < 1 || step > widest);
    }

    /** The values for which a field without a flaw stands. */
    Set<Integer> matches(String field) {
        var values = new TreeSet<Integer>();
        for (String text : field.split(",")) {
            var item = ITEM.matcher(text.toUpperCase(Locale.ROOT));
            item.matches();
            for (int value = from(item); value <= to(item); value += step(item)) {
                values.add(value);
            }
        }
        return values;
    }

    private int from(Matcher item) {
        return item.group("from") == null ? low : number(item.group("from"));
    }

    private int to(Matcher item) {
        if (item.group("from") == null) {
            return high;
        }
        return number(item.group("to") == null ? item.group("from") : item.group("to"));
    }

    private static int step(Matcher item) {
        return item.group("step") == null ? 1 : Integer.parseInt(item.group("step"));
    }

    private static boolean isSunday(String value) {
        return value.equals("SUN");
    }

    /** The value of a number or a name; a name that the field does not know is out of every range. */
    private int number(String value) {
        if (Character.isDigit(value.charAt(0))) {
            return Integer.parseInt(value);
        }
        int index = names.indexOf(value);
        return index < 0 ? Integer.MAX_VALUE : index + low;
    }

    /** Constants of an enum cannot use its own static fields. */
    private static final class Names {
        static final List<String> MONTHS =
                List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
        static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

        private Names() {}
    }
}
