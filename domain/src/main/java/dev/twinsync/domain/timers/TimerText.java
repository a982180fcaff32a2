package dev.twinsync.domain.timers;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.Written.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The text of twin's files about timers. All of it follows from what it says, so it can be read back and made again. */
public final class TimerText {

    /** How every one of them begins. */
    public static final String MARK = "# Written by twin, as state/timers.yaml has it. Change it there.";

    private TimerText() {}

    public static String print(Written file) {
        var lines = new ArrayList<String>(List.of(MARK));
        var setting = file.setting();
        if (file.form() == Form.UNIT) {
            lines.addAll(
                    List.of("[Unit]", "Description=Starts " + setting.unit().orElseThrow() + " by the clock", ""));
        }
        lines.add("[Timer]");
        setting.triggers().ifPresent(triggers -> {
            if (file.form() == Form.DROP_IN) {
                lines.add("OnCalendar=");
            }
            triggers.schedule().forEach(calendar -> lines.add("OnCalendar=" + calendar));
            triggers.intervals().forEach(one -> lines.add(one.since().directive() + "=" + one.span()));
        });
        setting.persistent().ifPresent(persistent -> lines.add("Persistent=" + persistent));
        setting.delay().ifPresent(delay -> lines.add("RandomizedDelaySec=" + delay));
        setting.unit().ifPresent(unit -> lines.add("Unit=" + unit));
        if (file.form() == Form.UNIT) {
            lines.addAll(List.of("", "[Install]", "WantedBy=timers.target"));
        }
        return String.join("\n", lines) + "\n";
    }

    /** What a file says; empty: it is not as twin writes it. */
    public static Optional<Written> read(Form form, String text) {
        try {
            var triggers = triggers(text);
            var setting = new Setting(
                    triggers,
                    values(text, "Persistent", Boolean::parseBoolean).stream().findFirst(),
                    values(text, "RandomizedDelaySec", Span::new).stream().findFirst(),
                    values(text, "Unit", UnitName::new).stream().findFirst());
            return Optional.of(new Written(form, setting))
                    .filter(file -> print(file).equals(text));
        } catch (IllegalArgumentException not) {
            return Optional.empty();
        }
    }

    private static Optional<Triggers> triggers(String text) {
        var schedule = values(text, "OnCalendar", Calendar::new);
        var intervals = Arrays.stream(Since.values())
                .flatMap(since ->
                        values(text, since.directive(), Span::new).stream().map(span -> new Interval(since, span)))
                .toList();
        return schedule.isEmpty() && intervals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Triggers(schedule, intervals));
    }

    private static <T> List<T> values(String text, String directive, Function<String, T> type) {
        var beginning = directive + "=";
        return text.lines()
                .filter(line -> line.startsWith(beginning) && line.length() > beginning.length())
                .map(line -> type.apply(line.substring(beginning.length())))
                .toList();
    }
}
