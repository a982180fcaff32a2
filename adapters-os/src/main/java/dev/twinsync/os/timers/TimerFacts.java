package dev.twinsync.os.timers;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.Calendar;
import dev.twinsync.domain.timers.Interval;
import dev.twinsync.domain.timers.Since;
import dev.twinsync.domain.timers.Span;
import dev.twinsync.domain.timers.Triggers;
import dev.twinsync.domain.timers.Workings;
import dev.twinsync.os.Answer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The properties of one timer, as {@code systemctl show} prints them. When it elapses next is printed, too, and left out: it
 * is another time at each look.
 */
record TimerFacts(List<String> lines) {

    static final String PROPERTIES = "Id,LoadState,FragmentPath,DropInPaths,NeedDaemonReload,TimersCalendar,"
            + "TimersMonotonic,Persistent,RandomizedDelayUSec,Unit";

    private static final Pattern TRIGGER = Pattern.compile("\\{ (\\w+)=(.*) ; next_elapse=.*}");

    private static final Pattern DROP_IN = Pattern.compile("\"([^\"]*)\"|[^ \"]+");

    private Stream<String> values(String property) {
        var beginning = property + "=";
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()));
    }

    String value(String property) {
        return values(property).findFirst().orElse("");
    }

    boolean says(String property, String value) {
        return value(property).equals(value);
    }

    /** The files it is made of, the first one first. */
    List<Path> files() {
        return Stream.concat(Stream.of(value("FragmentPath")), dropIns())
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** systemd puts a path with a blank in it between quotes. */
    private Stream<String> dropIns() {
        return DROP_IN.matcher(value("DropInPaths"))
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1));
    }

    /** What it does; nothing is told where systemd says what twin has no words for. */
    Answer<Workings> workings() {
        try {
            var triggers = new Triggers(
                    triggers("TimersCalendar")
                            .map(found -> new Calendar(found.group(2)))
                            .toList(),
                    triggers("TimersMonotonic").map(TimerFacts::interval).toList());
            return new Answer.Given<>(new Workings(
                    triggers,
                    says("Persistent", "yes"),
                    new Span(value("RandomizedDelayUSec")),
                    new UnitName(value("Unit"))));
        } catch (IllegalArgumentException unknown) {
            return new Answer.None<>("systemd tells of it what twin has no words for: " + unknown.getMessage());
        }
    }

    private Stream<Matcher> triggers(String property) {
        return values(property).map(line -> {
            var found = TRIGGER.matcher(line);
            if (!found.matches()) {
                throw new IllegalArgumentException("\"" + line + "\" is no trigger");
            }
            return found;
        });
    }

    private static Interval interval(Matcher found) {
        return Arrays.stream(Since.values())
                .filter(since -> since.property().equals(found.group(1)))
                .findFirst()
                .map(since -> new Interval(since, new Span(found.group(2))))
                .orElseThrow(() -> new IllegalArgumentException("\"" + found.group(1) + "\" is no interval"));
    }
}
