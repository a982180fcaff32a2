package dev.twinsync.os.timers;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.Calendar;
import dev.twinsync.domain.timers.Interval;
import dev.twinsync.domain.timers.Since;
import dev.twinsync.domain.timers.Span;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.domain.timers.Triggers;
import dev.twinsync.domain.timers.Workings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the unit files of one timer say, read as systemd reads them. It is asked itself wherever it can tell. */
final class UnitFiles {

    private static final int MOST = 1 << 16;
    private static final List<String> YES = List.of("1", "yes", "y", "true", "t", "on");
    private static final List<String> NO = List.of("0", "no", "n", "false", "f", "off");

    private final List<Calendar> schedule = new ArrayList<>();
    private final List<Interval> intervals = new ArrayList<>();
    private boolean persistent;
    private Span delay = Span.NONE;
    private UnitName unit;

    private UnitFiles(UnitName unit) {
        this.unit = unit;
    }

    /**
     * What these files make of a timer, the first one first; empty: that cannot be told, as one of them cannot be read or says
     * what twin has no words for.
     */
    static Optional<Workings> workings(TimerName name, List<Path> files) {
        var timer = new UnitFiles(name.unitOfSameName());
        try {
            for (Path file : files) {
                timer.read(text(file));
            }
            return Optional.of(new Workings(
                    new Triggers(timer.schedule, timer.intervals), timer.persistent, timer.delay, timer.unit));
        } catch (IOException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String text(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
        }
    }

    private void read(String text) {
        boolean inside = false;
        for (String line : text.replace("\\\n", " ").lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                inside = line.equals("[Timer]");
            } else if (inside && equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                take(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
    }

    private void take(String directive, String value) {
        var since = Arrays.stream(Since.values())
                .filter(one -> one.directive().equals(directive))
                .findFirst();
        if (directive.equals("OnCalendar") || since.isPresent()) {
            trigger(since, value);
            return;
        }
        switch (directive) {
            case "Persistent" -> persistent = truth(value);
            case "RandomizedDelaySec" -> delay = value.isEmpty() ? Span.NONE : new Span(value);
            case "Unit" -> unit = new UnitName(value);
            default -> {} // what twin does not manage stays as it is
        }
    }

    /** An empty one clears all of both sorts that came before. */
    private void trigger(Optional<Since> since, String value) {
        if (value.isEmpty()) {
            schedule.clear();
            intervals.clear();
        } else if (since.isPresent()) {
            intervals.add(new Interval(since.get(), new Span(value)));
        } else {
            schedule.add(new Calendar(value));
        }
    }

    private static boolean truth(String value) {
        if (!YES.contains(value) && !NO.contains(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is neither yes nor no");
        }
        return YES.contains(value);
    }
}
