package dev.twinsync.domain.timers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The days of the week of a {@link Calendar}: {@code Mon..Fri,Sun}. */
final class WeekDays {

    static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private WeekDays() {}

    /**
     * In the order of the week, and neighbours put together; empty: all of them, which need not be said. A range from the end
     * of a week into the next one, which systemd does not take, stays as it stands.
     */
    static Optional<String> normal(String text) {
        var days = new TreeSet<Integer>();
        for (String item : text.split(",")) {
            var ends = item.split("\\.\\.");
            int last = NAMES.indexOf(ends[ends.length - 1]);
            for (int day = NAMES.indexOf(ends[0]); day <= last; day++) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            return Optional.of(text);
        }
        return days.size() == NAMES.size() ? Optional.empty() : Optional.of(String.join(",", runs(days)));
    }

    private static List<String> runs(TreeSet<Integer> days) {
        var runs = new ArrayList<String>();
        for (int day = 0; day < NAMES.size(); day++) {
            int first = day;
            while (days.contains(day)) {
                day++;
            }
            if (day > first) {
                runs.add(run(first, day - 1));
            }
        }
        return runs;
    }

    private static String run(int first, int last) {
        var separator = last - first > 1 ? ".." : ",";
        return first == last ? NAMES.get(first) : NAMES.get(first) + separator + NAMES.get(last);
    }
}
