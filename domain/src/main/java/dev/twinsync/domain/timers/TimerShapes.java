package dev.twinsync.domain.timers;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import dev.twinsync.domain.timers.DesiredTimer.Absent;
import dev.twinsync.domain.timers.DesiredTimer.Present;
import dev.twinsync.domain.timers.TimerAction.Change;
import dev.twinsync.domain.timers.TimerAction.Make;
import dev.twinsync.domain.timers.TimerAction.Remove;
import dev.twinsync.domain.timers.TimerAction.Writes;
import dev.twinsync.domain.timers.Written.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How timers look in documents. */
final class TimerShapes {

    private static final Shape<List<Calendar>> SCHEDULE = Shape.list(Calendar.SHAPE);
    private static final Shape<List<Interval>> INTERVALS = Shape.list(Interval.SHAPE);

    private TimerShapes() {}

    static final Shape<DesiredTimer> DESIRED = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", Present.class, present()),
                    new Variant<>("absent", Absent.class, absent())));

    static final Shape<LiveTimer> LIVE = live();

    static final Shape<TimerAction> ACTION = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>("make", Make.class, writes(Make::new)),
                    new Variant<>("change", Change.class, writes(Change::new)),
                    new Variant<>("remove", Remove.class, remove())));

    private static RecordShape<Present> present() {
        var name = required("name", TimerName.SHAPE, Present::name);
        var schedule = optional("schedule", SCHEDULE, Present::schedule);
        var intervals = optional("intervals", INTERVALS, Present::intervals);
        var persistent = optional("persistent", Shape.truth(), Present::persistent);
        var delay = optional("delay", Span.SHAPE, Present::delay);
        var unit = optional("unit", UnitName.SHAPE, Present::unit);
        return new RecordShape<>(
                List.of(name, schedule, intervals, persistent, delay, unit),
                line -> new Present(
                        line.get(name),
                        line.get(schedule),
                        line.get(intervals),
                        line.get(persistent),
                        line.get(delay),
                        line.get(unit)));
    }

    private static RecordShape<Absent> absent() {
        var name = required("name", TimerName.SHAPE, Absent::name);
        return new RecordShape<>(List.of(name), line -> new Absent(line.get(name)));
    }

    private static RecordShape<LiveTimer> live() {
        var name = required("name", TimerName.SHAPE, LiveTimer::name);
        var now = optional("now", workings(), LiveTimer::now);
        var written = optional("written", written(), LiveTimer::written);
        var otherwise = optional("otherwise", workings(), LiveTimer::otherwise);
        var unread = withDefault("unread", Shape.truth(), false, LiveTimer::unread);
        return new RecordShape<>(
                List.of(name, now, written, otherwise, unread),
                line -> new LiveTimer(
                        line.get(name), line.get(now), line.get(written), line.get(otherwise), line.get(unread)));
    }

    private static RecordShape<Workings> workings() {
        var schedule = withDefault(
                "schedule", SCHEDULE, List.of(), (Workings of) -> of.triggers().schedule());
        var intervals = withDefault(
                "intervals",
                INTERVALS,
                List.of(),
                (Workings of) -> of.triggers().intervals());
        var persistent = withDefault("persistent", Shape.truth(), false, Workings::persistent);
        var delay = withDefault("delay", Span.SHAPE, Span.NONE, Workings::delay);
        var unit = required("unit", UnitName.SHAPE, Workings::unit);
        return new RecordShape<>(
                List.of(schedule, intervals, persistent, delay, unit),
                line -> new Workings(
                        new Triggers(line.get(schedule), line.get(intervals)),
                        line.get(persistent),
                        line.get(delay),
                        line.get(unit)));
    }

    private static RecordShape<Written> written() {
        var form = required("form", Shape.word(Form.class), Written::form);
        var says = new SettingFields<>(Written::setting);
        return new RecordShape<>(says.after(form), line -> new Written(line.get(form), says.of(line)));
    }

    private static <A extends Writes> RecordShape<A> writes(BiFunction<TimerName, Setting, A> constructor) {
        var name = required("name", TimerName.SHAPE, (A action) -> action.name());
        var says = new SettingFields<A>(Writes::setting);
        return new RecordShape<>(says.after(name), line -> constructor.apply(line.get(name), says.of(line)));
    }

    private static RecordShape<Remove> remove() {
        var name = required("name", TimerName.SHAPE, Remove::name);
        var form = required("form", Shape.word(Form.class), Remove::form);
        return new RecordShape<>(List.of(name, form), line -> new Remove(line.get(name), line.get(form)));
    }

    /** The lines of a {@link Setting} in what has more lines than these. */
    private static final class SettingFields<R> {
        private final Field<R, Optional<List<Calendar>>> schedule;
        private final Field<R, Optional<List<Interval>>> intervals;
        private final Field<R, Optional<Boolean>> persistent;
        private final Field<R, Optional<Span>> delay;
        private final Field<R, Optional<UnitName>> unit;

        SettingFields(Function<? super R, Setting> of) {
            schedule = optional("schedule", SCHEDULE, of.andThen(says -> listed(says, Triggers::schedule))::apply);
            intervals = optional("intervals", INTERVALS, of.andThen(says -> listed(says, Triggers::intervals))::apply);
            persistent = optional("persistent", Shape.truth(), of.andThen(Setting::persistent)::apply);
            delay = optional("delay", Span.SHAPE, of.andThen(Setting::delay)::apply);
            unit = optional("unit", UnitName.SHAPE, of.andThen(Setting::unit)::apply);
        }

        /** A list with nothing in it is not written: both stand for the whole of what makes a timer elapse. */
        private static <T> Optional<List<T>> listed(Setting says, Function<Triggers, List<T>> list) {
            return says.triggers().map(list).filter(items -> !items.isEmpty());
        }

        List<Field<R, ?>> after(Field<R, ?> first) {
            return List.of(first, schedule, intervals, persistent, delay, unit);
        }

        Setting of(RecordShape.Values line) {
            var triggers = line.get(schedule).isPresent() || line.get(intervals).isPresent()
                    ? Optional.of(new Triggers(
                            line.get(schedule).orElse(List.of()),
                            line.get(intervals).orElse(List.of())))
                    : Optional.<Triggers>empty();
            return new Setting(triggers, line.get(persistent), line.get(delay), line.get(unit));
        }
    }
}
