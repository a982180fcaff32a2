package dev.twinsync.domain.timers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.DesiredTimer.Absent;
import dev.twinsync.domain.timers.DesiredTimer.Present;
import dev.twinsync.domain.timers.Written.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

public class TimersTest extends KindLaws<DesiredTimer, LiveTimer, TimerAction> {

    private static final Timers TIMERS = new Timers();
    private static final TimerName TRIM = new TimerName("fstrim.timer");
    private static final UnitName TRIMS = new UnitName("fstrim.service");

    /** What systemd makes of what the tests write, known beforehand. */
    private static final Map<String, String> SYSTEMD_WRITES = Map.of(
            "daily", "*-*-* 00:00:00",
            "weekly", "Mon *-*-* 00:00:00",
            "Mon..Fri 3:05", "Mon..Fri *-*-* 03:05:00",
            "0", "0",
            "90", "1min 30s",
            "1h", "1h",
            "boot 900", "boot 15min",
            "unit-active 1d", "unit-active 1d");

    @Override
    protected Kind<DesiredTimer, LiveTimer, TimerAction> kind() {
        return TIMERS;
    }

    private static Arbitrary<TimerName> name() {
        return Arbitraries.of("fstrim.timer", "backup.timer", "x@1.timer").map(TimerName::new);
    }

    private static Arbitrary<List<Calendar>> schedule(int fewest) {
        return Arbitraries.of("daily", "weekly", "Mon..Fri 3:05")
                .map(Calendar::new)
                .list()
                .ofMinSize(fewest)
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Interval>> intervals() {
        return Arbitraries.of("boot 900", "unit-active 1d")
                .map(Interval::parse)
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<Triggers> triggers() {
        return Combinators.combine(schedule(0), intervals())
                .filter((schedule, intervals) -> !schedule.isEmpty() || !intervals.isEmpty())
                .as(Triggers::new);
    }

    private static Arbitrary<Span> delay() {
        return Arbitraries.of("0", "90", "1h").map(Span::new);
    }

    private static Arbitrary<UnitName> unit() {
        return Arbitraries.of("fstrim.service", "backup.service", "reboot.target")
                .map(UnitName::new);
    }

    private static Arbitrary<Boolean> truth() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Setting> setting() {
        return Combinators.combine(triggers().optional(), truth().optional(), delay().optional(), unit().optional())
                .as(Setting::new)
                .filter(says -> !says.equals(
                        new Setting(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static Arbitrary<Setting> whole() {
        return Combinators.combine(triggers(), truth().optional(), delay().optional(), unit())
                .as((triggers, persistent, delay, unit) ->
                        new Setting(Optional.of(triggers), persistent, delay, Optional.of(unit)));
    }

    private static Arbitrary<Workings> workings() {
        return Combinators.combine(triggers(), truth(), delay(), unit()).as(Workings::new);
    }

    @Override
    protected Arbitrary<DesiredTimer> wish() {
        Arbitrary<DesiredTimer> present = Combinators.combine(
                        name(),
                        schedule(0).optional(),
                        intervals().optional(),
                        truth().optional(),
                        delay().optional(),
                        unit().optional())
                .filter((_, schedule, intervals, persistent, delay, unit) ->
                        !(schedule.filter(List::isEmpty).isPresent()
                                        && intervals.filter(List::isEmpty).isPresent())
                                && (schedule.isPresent()
                                        || intervals.isPresent()
                                        || persistent.isPresent()
                                        || delay.isPresent()
                                        || unit.isPresent()))
                .as(Present::new);
        return Arbitraries.oneOf(present, present, present, name().map(Absent::new));
    }

    /** A drop-in that changes nothing is left out: {@link #a_drop_in_that_changes_nothing_need_not_come_back}. */
    @Override
    protected Arbitrary<LiveTimer> seen() {
        var untouched = Combinators.combine(name(), workings()).as(LiveTimer::untouched);
        var changed = Combinators.combine(name(), workings(), setting())
                .filter((_, base, says) -> !base.with(says).equals(base))
                .as((name, base, says) -> new LiveTimer(
                        name,
                        Optional.of(base.with(says)),
                        Optional.of(new Written(Form.DROP_IN, says)),
                        Optional.of(base),
                        false));
        var own = Combinators.combine(name(), whole())
                .as((name, says) -> new LiveTimer(
                        name,
                        Optional.of(Workings.of(says)),
                        Optional.of(new Written(Form.UNIT, says)),
                        Optional.empty(),
                        false));
        var left = Combinators.combine(name(), setting())
                .as((name, says) -> new LiveTimer(
                        name, Optional.empty(), Optional.of(new Written(Form.DROP_IN, says)), Optional.empty(), false));
        var stale = Combinators.combine(untouched, truth())
                .as((timer, unread) ->
                        new LiveTimer(timer.name(), timer.now(), timer.written(), timer.otherwise(), unread));
        return Arbitraries.oneOf(untouched, changed, changed, own, own, left, stale);
    }

    @Override
    protected Arbitrary<TimerAction> action() {
        Arbitrary<TimerAction> make = Combinators.combine(name(), whole()).as(TimerAction.Make::new);
        Arbitrary<TimerAction> change = Combinators.combine(name(), setting()).as(TimerAction.Change::new);
        Arbitrary<TimerAction> remove =
                Combinators.combine(name(), Arbitraries.of(Form.class)).as(TimerAction.Remove::new);
        return Arbitraries.oneOf(make, change, remove);
    }

    @Override
    protected boolean agrees(DesiredTimer wish, Optional<LiveTimer> found) {
        return switch (wish) {
            case Absent _ -> found.flatMap(LiveTimer::written).isEmpty();
            case Present wanted ->
                found.filter(timer -> timer.now().isPresent()
                                && works(wanted, timer.now().get())
                                && saysNoMore(wanted, timer))
                        .isPresent();
        };
    }

    private static boolean works(Present wanted, Workings now) {
        return wanted.schedule()
                        .map(list -> same(list, now.triggers().schedule()))
                        .orElse(true)
                && wanted.intervals()
                        .map(list -> same(list, now.triggers().intervals()))
                        .orElse(true)
                && wanted.persistent()
                        .map(persistent -> persistent == now.persistent())
                        .orElse(true)
                && wanted.delay()
                        .map(delay -> SYSTEMD_WRITES
                                .get(delay.text())
                                .equals(now.delay().text()))
                        .orElse(true)
                && wanted.unit().map(now.unit()::equals).orElse(true);
    }

    private static boolean same(List<?> wanted, List<?> found) {
        return wanted.stream()
                .map(one -> SYSTEMD_WRITES.get(one.toString()))
                .distinct()
                .sorted()
                .toList()
                .equals(found.stream().map(Object::toString).toList());
    }

    /** A file of twin's says what is declared, and nothing else that makes a difference. */
    private static boolean saysNoMore(Present wanted, LiveTimer timer) {
        boolean own = timer.written().filter(file -> file.form() == Form.UNIT).isPresent();
        var base = timer.otherwise();
        return timer.written()
                .map(Written::setting)
                .map(says -> (own || says.triggers().isEmpty() || keepsWhatIsNotDeclared(wanted, timer))
                        && (wanted.persistent().isPresent()
                                || isIdle(says.persistent(), own, false, base.map(Workings::persistent)))
                        && (wanted.delay().isPresent()
                                || isIdle(says.delay().map(Span::normal), own, Span.NONE, base.map(Workings::delay)))
                        && (wanted.unit().isPresent()
                                || own
                                || isIdle(says.unit(), false, null, base.map(Workings::unit))))
                .orElse(true);
    }

    /** Whether it is the same where twin's file does not say it. */
    private static <T> boolean isIdle(Optional<T> said, boolean own, T byDefault, Optional<T> base) {
        return said.isEmpty() || said.equals(own ? Optional.of(byDefault) : base);
    }

    private static boolean keepsWhatIsNotDeclared(Present wanted, LiveTimer timer) {
        var now = timer.now().orElseThrow().triggers();
        return timer.otherwise()
                .map(Workings::triggers)
                .map(base -> (wanted.schedule().isPresent() || base.schedule().equals(now.schedule()))
                        && (wanted.intervals().isPresent() || base.intervals().equals(now.intervals())))
                .orElse(true);
    }

    private static Workings trims(String schedule, String... intervals) {
        return new Workings(
                new Triggers(
                        List.of(new Calendar(schedule)),
                        List.of(intervals).stream().map(Interval::parse).toList()),
                true,
                new Span("1h 40min"),
                TRIMS);
    }

    private static Present at(String schedule) {
        return new Present(
                TRIM,
                Optional.of(List.of(new Calendar(schedule))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Step<TimerAction>> plan(DesiredTimer wish, LiveTimer... seen) {
        return TIMERS.plan(List.of(wish), new Observation.Seen<>(List.of(seen)));
    }

    @Test
    void the_same_in_other_words_is_no_drift() {
        assertEquals(List.of(), plan(at("weekly"), LiveTimer.untouched(TRIM, trims("Mon *-*-* 00:00:00"))));
        assertEquals(List.of(), plan(at("Mon *-*-* 0:00"), LiveTimer.untouched(TRIM, trims("weekly"))));
    }

    @Test
    void a_drop_in_need_not_say_what_the_timer_does_by_itself() {
        var says = new Setting(
                Optional.of(new Triggers(List.of(new Calendar("daily")), List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var seen = new LiveTimer(
                TRIM,
                Optional.of(trims("daily")),
                Optional.of(new Written(Form.DROP_IN, says)),
                Optional.of(trims("weekly")),
                false);
        var wish = new Present(
                TRIM,
                Optional.of(List.of(new Calendar("daily"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Span("1h 40min")),
                Optional.empty());

        assertEquals(List.of(), plan(wish, seen));
    }

    /** Else undo could not bring it back: it has no reason to write what makes no difference. */
    @Test
    void what_makes_no_difference_may_stay_in_what_twin_wrote() {
        var triggers = Optional.of(new Triggers(List.of(new Calendar("daily")), List.of()));
        var hour = Optional.of(new Span("1h"));
        var whole = new Setting(triggers, Optional.of(false), hour, Optional.of(TRIMS));
        var own = new LiveTimer(
                TRIM,
                Optional.of(Workings.of(whole)),
                Optional.of(new Written(Form.UNIT, whole)),
                Optional.empty(),
                false);
        var says = new Setting(Optional.empty(), Optional.of(true), hour, Optional.of(TRIMS));
        var base = trims("daily");
        var changed = new LiveTimer(
                TRIM,
                Optional.of(base.with(says)),
                Optional.of(new Written(Form.DROP_IN, says)),
                Optional.of(base),
                false);
        var wish = new Present(TRIM, Optional.empty(), Optional.empty(), Optional.empty(), hour, Optional.empty());

        assertEquals(List.of(), plan(wish, own));
        assertEquals(List.of(), plan(wish, changed));
    }

    @Test
    void intervals_that_are_not_declared_are_kept_where_systemd_would_forget_them() {
        var setting = new Setting(
                Optional.of(new Triggers(List.of(new Calendar("daily")), List.of(Interval.parse("boot 15min")))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                List.of(new Step.Do<TimerAction>(
                        new TimerAction.Change(TRIM, setting), "declared at [daily], elapses at [Mon *-*-* 00:00:00]")),
                plan(at("daily"), LiveTimer.untouched(TRIM, trims("weekly", "boot 15min"))));
    }

    @Test
    void a_timer_of_which_no_unit_is_declared_is_left_to_whom_it_belongs() {
        assertEquals(List.of(new Step.Later<TimerAction>("fstrim.timer", "timer fstrim.timer")), plan(at("daily")));
    }

    @Test
    void what_another_file_says_otherwise_is_told_and_not_written_again_and_again() {
        var says = new Setting(
                Optional.of(new Triggers(List.of(new Calendar("daily")), List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var overruled = new LiveTimer(
                TRIM,
                Optional.of(trims("weekly")),
                Optional.of(new Written(Form.DROP_IN, says)),
                Optional.of(trims("weekly")),
                false);
        assertEquals(
                List.of(new Step.Blocked<TimerAction>(
                        "fstrim.timer",
                        "another file than twin's says otherwise; look with: systemctl cat fstrim.timer")),
                plan(at("daily"), overruled));
    }

    @Test
    void nothing_is_done_before_systemd_has_read_what_others_changed() {
        var unread = new LiveTimer(TRIM, Optional.of(trims("weekly")), Optional.empty(), Optional.empty(), true);
        assertEquals(
                List.of(new Step.Blocked<TimerAction>(
                        "fstrim.timer",
                        "its files were changed, and systemd has not read them since; run: systemctl daemon-reload")),
                plan(at("daily"), unread));
    }

    @Test
    void a_drop_in_that_changes_nothing_need_not_come_back() {
        var same = new Setting(
                Optional.of(new Triggers(List.of(new Calendar("weekly")), List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var idle = new LiveTimer(
                TRIM,
                Optional.of(trims("weekly")),
                Optional.of(new Written(Form.DROP_IN, same)),
                Optional.of(trims("weekly")),
                false);
        assertEquals(List.of(), plan(TIMERS.adopt(idle), LiveTimer.untouched(TRIM, trims("weekly"))));
    }

    @Test
    void a_change_is_done_also_where_nobody_can_tell_what_the_timer_would_do_without_it() {
        var seen = LiveTimer.untouched(TRIM, trims("weekly"));
        var says = new Setting(
                Optional.of(new Triggers(List.of(new Calendar("daily")), List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var change = new TimerAction.Change(TRIM, says);
        var after = TIMERS.after(Optional.of(seen), change);
        var untold = new LiveTimer(
                TRIM, Optional.of(trims("daily")), Optional.of(change.written()), Optional.empty(), false);
        var other = new LiveTimer(
                TRIM, Optional.of(trims("weekly")), Optional.of(change.written()), Optional.empty(), false);

        assertTrue(TIMERS.fulfils(after, Optional.of(untold)));
        assertFalse(TIMERS.fulfils(after, Optional.of(other)));
        assertFalse(TIMERS.fulfils(after, Optional.empty()));
    }

    @Test
    void a_template_cannot_be_started() {
        var wish = new Present(
                TRIM,
                Optional.of(List.of(new Calendar("daily"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new UnitName("toy@.service")));
        var told = List.of(new Step.Blocked<TimerAction>(
                "fstrim.timer", "toy@.service is a template; declare an instance of it, as toy@NAME.service"));
        assertEquals(told, plan(wish));
        assertEquals(told, plan(wish, LiveTimer.untouched(TRIM, trims("daily"))));
    }

    @Test
    void what_starts_a_target_is_told_as_a_risk() {
        var setting = new Setting(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new UnitName("reboot.target")));
        assertEquals(TimerAction.Risk.HIGH, new TimerAction.Change(TRIM, setting).risk());
    }
}
