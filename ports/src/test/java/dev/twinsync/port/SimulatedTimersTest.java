package dev.twinsync.port;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.Calendar;
import dev.twinsync.domain.timers.DesiredTimer;
import dev.twinsync.domain.timers.DesiredTimer.Absent;
import dev.twinsync.domain.timers.DesiredTimer.Present;
import dev.twinsync.domain.timers.Interval;
import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.Span;
import dev.twinsync.domain.timers.TimerAction;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.domain.timers.Timers;
import dev.twinsync.domain.timers.Triggers;
import dev.twinsync.domain.timers.Workings;
import java.util.List;
import java.util.Optional;

public class SimulatedTimersTest extends BackendContract<DesiredTimer, LiveTimer, TimerAction> {

    private static final TimerName OTHERS = new TimerName("toy-static.timer");
    private static final TimerName OWN = new TimerName("lab-own.timer");
    private static final UnitName STARTED = new UnitName("toy-static.service");

    private final Timers timers = new Timers();
    private final Backend<LiveTimer, TimerAction> backend = new Simulated<>(
            timers,
            List.of(LiveTimer.untouched(
                    OTHERS,
                    new Workings(new Triggers(List.of(new Calendar("daily")), List.of()), false, Span.NONE, STARTED))));

    @Override
    protected Kind<DesiredTimer, LiveTimer, TimerAction> kind() {
        return timers;
    }

    @Override
    protected Backend<LiveTimer, TimerAction> backend() {
        return backend;
    }

    /** One that others brought and one of twin's own, brought about, changed, and left as they were. */
    @Override
    protected List<List<DesiredTimer>> journey() {
        return journeyOf();
    }

    /** The same for the real systemd, which has the timer of others, too. */
    public static List<List<DesiredTimer>> journeyOf() {
        return List.of(
                List.of(others("weekly", Optional.empty()), own("Mon..Fri 03:00")),
                List.of(others("Sat 04:30", Optional.of("90")), own("*-*-01 12:00")),
                List.of(others("daily", Optional.empty()), own("*-*-01 12:00")),
                List.of(others("weekly", Optional.empty()), new Absent(OWN)),
                List.of(new Absent(OTHERS)));
    }

    private static Present others(String schedule, Optional<String> delay) {
        return new Present(
                OTHERS,
                Optional.of(List.of(new Calendar(schedule))),
                delay.map(_ -> List.of(Interval.parse("boot 15min"))),
                Optional.empty(),
                delay.map(Span::new),
                Optional.empty());
    }

    private static Present own(String schedule) {
        return new Present(
                OWN,
                Optional.of(List.of(new Calendar(schedule))),
                Optional.empty(),
                Optional.of(true),
                Optional.of(new Span("5min")),
                Optional.of(STARTED));
    }
}
