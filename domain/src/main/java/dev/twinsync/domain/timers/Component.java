package dev.twinsync.domain.timers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One part of a date or a time in a {@link Calendar}: {@code *}, {@code 6,18}, {@code 8..17}, {@code 0/15}. */
final class Component {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9/.])[0-9](?![0-9])|(?<=\\.\\.)[0-9](?![0-9])");

    /** Seconds of which systemd has more to tell than twin: whole ones only. */
    static final String SECONDS = ofDigits(2);

    private Component() {}

    /** @param most digits of a number: four of a year, which has exactly so many */
    static String ofDigits(int most) {
        var number = most == 2 ? "[0-9]{1,2}" : "[0-9]{" + most + "}";
        var item = number + "(\\.\\." + number + ")?(/[1-9][0-9]{0,2})?";
        return "(\\*|" + item + "(," + item + ")*)";
    }

    /** Numbers with two digits at least, in order, each once. */
    static String normal(String text) {
        return Arrays.stream(text.split(","))
                .map(item -> NUMBER.matcher(item).replaceAll("0$0"))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(","));
    }
}
