package dev.twinsync.domain.timers;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.services.UnitName;
import java.util.List;
import java.util.Optional;

/** What the owner wants of one timer. */
public sealed interface DesiredTimer extends Keyed {

    TimerName name();

    @Override
    default String key() {
        return name().text();
    }

    /**
     * What is left out stays as the timer has it by itself.
     *
     * @param schedule exactly these times by the calendar
     * @param intervals exactly these intervals
     * @param persistent whether what was missed while the machine was off is made up for
     * @param delay up to how much later it elapses, by chance
     * @param unit what it starts; with it, twin makes a timer where there is none
     */
    record Present(
            TimerName name,
            Optional<List<Calendar>> schedule,
            Optional<List<Interval>> intervals,
            Optional<Boolean> persistent,
            Optional<Span> delay,
            Optional<UnitName> unit)
            implements DesiredTimer {

        public Present {
            schedule = schedule.map(List::copyOf);
            intervals = intervals.map(List::copyOf);
            if (schedule.filter(List::isEmpty).isPresent()
                    && intervals.filter(List::isEmpty).isPresent()) {
                throw new IllegalArgumentException(
                        name + " would never elapse; to switch it off say enabled: false and running: false of it in"
                                + " state/services.yaml");
            }
            if (schedule.isEmpty()
                    && intervals.isEmpty()
                    && persistent.isEmpty()
                    && delay.isEmpty()
                    && unit.isEmpty()) {
                throw new IllegalArgumentException(
                        name + " wants nothing: say schedule, intervals, persistent, delay or unit");
            }
            if (unit.filter(started -> started.text().equals(name.text())).isPresent()) {
                throw new IllegalArgumentException(name + " cannot start itself");
            }
        }

        static Present of(TimerName name, Setting setting) {
            return new Present(
                    name,
                    setting.triggers().map(Triggers::schedule),
                    setting.triggers().map(Triggers::intervals),
                    setting.persistent(),
                    setting.delay(),
                    setting.unit());
        }
    }

    /** Nothing that twin wrote of it is there; what others brought stays. */
    record Absent(TimerName name) implements DesiredTimer {}
}
