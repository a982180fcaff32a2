package dev.twinsync.cli.schedule;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.schedule.Timers;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "show",
        description = "Say whether twin runs by the clock, what it does then, and when it will next.",
        footer = "Exit codes: 0 there is a timer and it runs, 1 there is none, it does not run, or is not twin's.")
final class ScheduleShowCommand extends TellingCommand {

    private static final DateTimeFormatter AS_SYSTEMD = DateTimeFormatter.ofPattern(
                    "EEE uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    /** The timer is about a repository and is looked at without it. */
    @Override
    protected boolean makesRepository() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var timers = Timers.of(
                new SystemCommandRunner(),
                Self.ofThisProcess(),
                TwinHome.ofThisProcess().home());
        var state = timers.state();
        var shown = state == Timers.State.NONE ? Map.<String, String>of() : timers.shown();
        var next = state == Timers.State.NONE ? Optional.<Instant>empty() : timers.next();
        boolean runs = shown.getOrDefault("ActiveState", "").equals("active");
        if (options().asJson()) {
            console.json(tree(state, runs, shown, next, timers));
        } else {
            print(state, runs, shown, next, timers, console);
        }
        return state == Timers.State.OWN && runs ? Exit.OK : Exit.ERROR;
    }

    private static Tree tree(
            Timers.State state, boolean runs, Map<String, String> shown, Optional<Instant> next, Timers timers)
            throws IOException {
        var map = Tree.map()
                .put("units", state.name().toLowerCase(Locale.ROOT))
                .put("running", Tree.literal(runs))
                .put("always", Tree.literal(!timers.sleepsWithItsUser()));
        timers.command().ifPresent(command -> map.put("command", command));
        next.ifPresent(
                time -> map.put("next", time.truncatedTo(ChronoUnit.SECONDS).toString()));
        shown.forEach((property, value) -> map.put(property, value));
        return map.build();
    }

    private static void print(
            Timers.State state,
            boolean runs,
            Map<String, String> shown,
            Optional<Instant> next,
            Timers timers,
            Console console)
            throws IOException {
        console.next(
                switch (state) {
                    case NONE -> "twin does not run by the clock; to let it: twin schedule install";
                    case FOREIGN ->
                        "There are units of that name in " + timers.folder() + " which are not as twin wrote them";
                    case OWN -> runs ? "twin runs by the clock." : "There is a timer, and it does not run.";
                });
        timers.command().ifPresent(command -> console.line("  runs  " + Printable.of(command)));
        line("next", next.map(AS_SYSTEMD::format).orElse(""), console);
        line("last", shown.getOrDefault("LastTriggerUSec", ""), console);
        if (state == Timers.State.OWN && timers.sleepsWithItsUser()) {
            console.line("It runs only while you are logged in; so that it always does: loginctl enable-linger");
        }
    }

    private static void line(String what, String value, Console console) {
        if (!value.isBlank()) {
            console.line("  " + what + "  " + Printable.of(value));
        }
    }
}
