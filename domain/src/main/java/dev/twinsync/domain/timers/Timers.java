package dev.twinsync.domain.timers;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.timers.DesiredTimer.Absent;
import dev.twinsync.domain.timers.DesiredTimer.Present;
import dev.twinsync.domain.timers.TimerAction.Change;
import dev.twinsync.domain.timers.TimerAction.Make;
import dev.twinsync.domain.timers.TimerAction.Remove;
import dev.twinsync.domain.timers.Written.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of timers. */
public final class Timers implements Kind<DesiredTimer, LiveTimer, TimerAction> {

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.FILES;
    }

    @Override
    public Shape<DesiredTimer> desired() {
        return TimerShapes.DESIRED;
    }

    @Override
    public Shape<LiveTimer> live() {
        return TimerShapes.LIVE;
    }

    @Override
    public Shape<TimerAction> action() {
        return TimerShapes.ACTION;
    }

    @Override
    public Stream<Step<TimerAction>> decide(Pair<DesiredTimer, LiveTimer> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) when startsTemplate(wanted) -> template(wanted);
            case Pair.Both(Present wanted, var _) when startsTemplate(wanted) -> template(wanted);
            case Pair.Missing(Present wanted) -> missing(wanted);
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) -> new TimerDecision(wanted, seen).steps();
            case Pair.Both(Absent(var name), var seen) ->
                seen.written().stream()
                        .map(file -> new Step.Do<>(
                                new Remove(name, file.form()),
                                file.form() == Form.UNIT
                                        ? "declared absent; it is switched off with it"
                                        : "declared absent, changes what the timer says by itself"));
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    private static boolean startsTemplate(Present wanted) {
        return wanted.unit().filter(UnitName::isTemplate).isPresent();
    }

    /** systemd would start the instance that is called as the timer is. */
    private static Stream<Step<TimerAction>> template(Present wanted) {
        var unit = wanted.unit().orElseThrow();
        return Stream.of(new Step.Blocked<>(
                wanted.key(), unit + " is a template; declare an instance of it, as " + unit.exampleOfInstance()));
    }

    /** Without its unit, it is one that a package is to bring: one of twin's own would stand in its way for ever. */
    private static Stream<Step<TimerAction>> missing(Present wanted) {
        var schedule = wanted.schedule().orElse(List.of());
        var intervals = wanted.intervals().orElse(List.of());
        if (wanted.unit().isEmpty() || (schedule.isEmpty() && intervals.isEmpty())) {
            return Stream.of(new Step.Later<>(wanted.key(), "timer " + wanted.name()));
        }
        var whole = new Setting(
                Optional.of(new Triggers(schedule, intervals)), wanted.persistent(), wanted.delay(), wanted.unit());
        return Stream.of(new Step.Do<>(new Make(wanted.name(), whole), "declared present, no such timer"));
    }

    @Override
    public Optional<LiveTimer> after(Optional<LiveTimer> seen, TimerAction action) {
        return switch (action) {
            case Make make ->
                Optional.of(new LiveTimer(
                        make.name(),
                        Optional.of(Workings.of(make.setting())),
                        Optional.of(make.written()),
                        Optional.empty(),
                        false));
            case Change change ->
                seen.map(timer -> new LiveTimer(
                        timer.name(),
                        timer.base().or(timer::now).map(base -> base.with(change.setting())),
                        Optional.of(change.written()),
                        timer.base(),
                        false));
            case Remove(var _, var form) ->
                seen.filter(_ -> form == Form.DROP_IN)
                        .map(timer -> new LiveTimer(
                                timer.name(), timer.otherwise(), Optional.empty(), Optional.empty(), false));
        };
    }

    /** What a timer does without twin's drop-in cannot always be told, before or after; it may be gone with its package, too. */
    @Override
    public boolean fulfils(Optional<LiveTimer> expected, Optional<LiveTimer> found) {
        boolean unknown = expected.filter(
                        timer -> timer.now().isEmpty() && timer.written().isEmpty())
                .isPresent();
        return unknown
                ? found.flatMap(LiveTimer::written).isEmpty()
                : expected.equals(found)
                        || isBaseUntold(expected, found)
                                && expected.map(Timers::withoutBase).equals(found.map(Timers::withoutBase));
    }

    private static boolean isBaseUntold(Optional<LiveTimer> expected, Optional<LiveTimer> found) {
        return expected.flatMap(LiveTimer::otherwise).isEmpty()
                || found.flatMap(LiveTimer::otherwise).isEmpty();
    }

    private static LiveTimer withoutBase(LiveTimer timer) {
        return new LiveTimer(timer.name(), timer.now(), timer.written(), Optional.empty(), timer.unread());
    }

    /** What twin wrote, where it wrote something; else all that the timer says. */
    @Override
    public DesiredTimer adopt(LiveTimer seen) {
        return seen.written()
                .map(Written::setting)
                .or(() -> seen.now().map(Workings::setting))
                .<DesiredTimer>map(setting -> Present.of(seen.name(), setting))
                .orElseGet(() -> new Absent(seen.name()));
    }

    @Override
    public Optional<DesiredTimer> absent(String key) {
        return Optional.of(new Absent(new TimerName(key)));
    }

    /** What twin wrote; what packages bring comes with them, and what the owner wrote is among the files. */
    @Override
    public Optional<DesiredTimer> firstWish(LiveTimer seen) {
        return seen.written().map(file -> Present.of(seen.name(), file.setting()));
    }

    @Override
    public boolean mayBring(TimerAction action, String noticing) {
        return action instanceof Make && action.key().equals(noticing);
    }
}
