package dev.twinsync.domain.timers;

import java.util.Comparator;
import java.util.List;

/**
 * All that makes a timer elapse. systemd clears both lists at once, so twin writes both or none.
 *
 * @param intervals in the order of what they are counted from
 */
public record Triggers(List<Calendar> schedule, List<Interval> intervals) {

    public Triggers {
        schedule = List.copyOf(schedule);
        intervals =
                intervals.stream().sorted(Comparator.comparing(Interval::since)).toList();
        if (schedule.isEmpty() && intervals.isEmpty()) {
            throw new IllegalArgumentException("neither schedule nor intervals: nothing would ever start it");
        }
    }

    Triggers normal() {
        return new Triggers(
                normal(schedule),
                intervals.stream()
                        .map(Interval::normal)
                        .distinct()
                        .sorted(Comparator.comparing(Interval::text))
                        .toList());
    }

    static List<Calendar> normal(List<Calendar> schedule) {
        return schedule.stream()
                .map(Calendar::normal)
                .distinct()
                .sorted(Comparator.comparing(Calendar::text))
                .toList();
    }
}
