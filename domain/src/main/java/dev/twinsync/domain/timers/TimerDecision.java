package dev.twinsync.domain.timers;

import dev.twinsync.domain.Step;
import dev.twinsync.domain.timers.DesiredTimer.Present;
import dev.twinsync.domain.timers.TimerAction.Change;
import dev.twinsync.domain.timers.TimerAction.Make;
import dev.twinsync.domain.timers.TimerAction.Remove;
import dev.twinsync.domain.timers.Written.Form;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What to do about one timer that is wanted and there. */
record TimerDecision(Present wanted, LiveTimer seen) {

    Stream<Step<TimerAction>> steps() {
        return seen.now()
                .map(this::steps)
                .orElseGet(() -> Stream.of(new Step.Later<>(wanted.key(), "timer " + wanted.name())));
    }

    private Stream<Step<TimerAction>> steps(Workings now) {
        var target = target(now);
        if (target.isEmpty()) {
            return blocked("nothing would ever start it: there are no intervals, and the schedule is declared empty");
        }
        boolean meets = meets(now, target.get());
        if (meets && says(setting -> setting.saysNoMoreThan(target.get(), seen.byItself()))) {
            return Stream.empty();
        }
        boolean asDeclared = says(setting -> setting.saysTheSameAs(target.get()));
        if (seen.unread()) {
            return blocked("its files were changed, and systemd has not read them since; run: systemctl daemon-reload");
        }
        if (seen.is(Form.DROP_IN)
                && !asDeclared
                && seen.otherwise().filter(base -> meets(base, target.get())).isPresent()) {
            return act(new Remove(wanted.name(), Form.DROP_IN), "declared as it is without what twin wrote");
        }
        if (seen.written().isPresent() && asDeclared) {
            return blocked("another file than twin's says otherwise; look with: systemctl cat " + wanted.name());
        }
        return act(write(target.get()), why(now, meets));
    }

    /** Of what twin wrote; true also where that is nothing. */
    private boolean says(Predicate<Setting> what) {
        return seen.written().map(Written::setting).filter(what.negate()).isEmpty();
    }

    private static boolean meets(Workings workings, Setting target) {
        return workings.with(target).equals(workings);
    }

    private TimerAction write(Setting target) {
        return seen.is(Form.UNIT) ? new Make(wanted.name(), target) : new Change(wanted.name(), target);
    }

    /** What twin's file is to say: what is declared, and of what systemd would forget with it, what was there. */
    private Optional<Setting> target(Workings now) {
        var kept = seen.base()
                .map(Workings::triggers)
                .or(() -> seen.written().flatMap(file -> file.setting().triggers()))
                .orElse(now.triggers());
        boolean whole = seen.is(Form.UNIT);
        var unit = wanted.unit().or(() -> Optional.of(now.unit()).filter(_ -> whole));
        if (wanted.schedule().isEmpty() && wanted.intervals().isEmpty()) {
            var triggers = Optional.of(kept).filter(_ -> whole);
            return Optional.of(new Setting(triggers, wanted.persistent(), wanted.delay(), unit));
        }
        var schedule = wanted.schedule().orElse(kept.schedule());
        var intervals = wanted.intervals().orElse(kept.intervals());
        return schedule.isEmpty() && intervals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Setting(
                        Optional.of(new Triggers(schedule, intervals)), wanted.persistent(), wanted.delay(), unit));
    }

    private String why(Workings now, boolean meets) {
        if (meets) {
            return "declared otherwise than twin wrote it";
        }
        return wanted.schedule()
                .filter(schedule ->
                        !Triggers.normal(schedule).equals(now.triggers().schedule()))
                .map(schedule -> "declared at " + schedule + ", elapses at "
                        + now.triggers().schedule())
                .orElse("declared otherwise than it is");
    }

    private Stream<Step<TimerAction>> blocked(String reason) {
        return Stream.of(new Step.Blocked<>(wanted.key(), reason));
    }

    private static Stream<Step<TimerAction>> act(TimerAction action, String why) {
        return Stream.of(new Step.Do<>(action, why));
    }
}
