package dev.twinsync.domain.cron;

import dev.twinsync.domain.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When an entry runs: minute, hour, day of month, month and day of week parted by one blank each, or a nickname as
 * {@code @daily}. The type only keeps the words apart; whether cron runs it as it was meant is for {@link #flaw}.
 */
public record Schedule(String text) {

    private static final int LONGEST = 500;
    private static final Set<String> NICKNAMES =
            Set.of("@reboot", "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final String NAMES = Stream.concat(ScheduleField.MONTHS.stream(), ScheduleField.DAYS.stream())
            .map(Schedule::inAnyCase)
            .collect(Collectors.joining("|"));
    private static final String FIELD = "([0-9*,/-]|" + NAMES + ")+";
    private static final String GRAMMAR = "@[a-z]+|" + FIELD + "( " + FIELD + "){4}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<Schedule> SHAPE = Shape.text("^(" + GRAMMAR + ")$", Schedule::new, Schedule::text);

    public Schedule {
        if (!isOne(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a schedule: minute, hour, day of month, month"
                    + " and day of week with one blank between them, as in \"0 3 * * *\", or a nickname as \"@daily\"");
        }
    }

    /** The length is looked at first: the pattern would go as deep as the text is long. */
    static boolean isOne(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }

    /** What is wrong with it in words: cron would refuse it, or take it and not run it as it reads. */
    public Optional<String> flaw() {
        return text.startsWith("@") ? flawOfNickname() : flawOfFields();
    }

    private Optional<String> flawOfNickname() {
        return Optional.of("cron knows no " + text + ", but @reboot, @hourly, @daily, @weekly, @monthly and @yearly")
                .filter(flaw -> !NICKNAMES.contains(text));
    }

    private Optional<String> flawOfFields() {
        var fields = List.of(text.split(" "));
        return Arrays.stream(ScheduleField.values())
                .map(field -> field.flaw(fields.get(field.ordinal())))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> flawOfDate(fields.get(2), fields.get(3), fields.get(4)));
    }

    /** Cron runs an entry when either day matches, unless one of the two begins with a star. */
    private static Optional<String> flawOfDate(String days, String months, String weekdays) {
        if (!weekdays.startsWith("*")) {
            return Optional.empty();
        }
        var someDay = ScheduleField.MONTH.matches(months).stream()
                .anyMatch(month ->
                        ScheduleField.DAY_OF_MONTH.matches(days).stream().anyMatch(day -> day <= lengthOf(month)));
        return Optional.of("it never runs: no such month has a day " + days).filter(flaw -> !someDay);
    }

    private static int lengthOf(int month) {
        return switch (month) {
            case 2 -> 29;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static String inAnyCase(String name) {
        return name.chars()
                .mapToObj(letter -> "[" + (char) letter + (char) Character.toLowerCase(letter) + "]")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text;
    }
}
