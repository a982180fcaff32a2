package dev.twinsync.os.timers;

import dev.twinsync.domain.timers.Calendar;
import dev.twinsync.domain.timers.Setting;
import dev.twinsync.domain.timers.Triggers;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.util.List;
import java.util.Optional;

/** Whether systemd takes times by the calendar, and for what twin takes them. */
record CalendarCheck(CommandRunner commands) {

    private static final String NORMAL = "Normalized form: ";

    /** Why not, in words; empty: it takes all of them. */
    Optional<String> fault(Setting setting) {
        return setting.triggers().stream()
                .map(Triggers::schedule)
                .flatMap(List::stream)
                .distinct()
                .flatMap(calendar -> fault(calendar).stream())
                .findFirst();
    }

    private Optional<String> fault(Calendar calendar) {
        var command = Command.of("systemd-analyze", "calendar", "--iterations=0", "--", calendar.text());
        return switch (commands.run(command)) {
            case Result.Ended ended when ended.exit() == 0 -> differently(calendar, ended.text());
            case Result.Ended _ -> Optional.of("systemd does not understand the time \"" + calendar + "\"");
            case Result other -> Optional.of(other.inWords("systemd-analyze"));
        };
    }

    private static Optional<String> differently(Calendar calendar, String text) {
        var normal = text.lines()
                .filter(line -> line.startsWith(NORMAL))
                .map(line -> line.substring(NORMAL.length()))
                .findFirst()
                .orElse("nothing that twin knows");
        return normal.equals(calendar.normal().text())
                ? Optional.empty()
                : Optional.of("systemd takes the time \"" + calendar + "\" for \"" + normal + "\"; write it so");
    }
}
