package dev.twinsync.os.timers;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.TimerAction;
import dev.twinsync.domain.timers.TimerAction.Remove;
import dev.twinsync.domain.timers.TimerAction.Writes;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.OneByOne;
import dev.twinsync.os.Overheard;
import dev.twinsync.os.Self;
import dev.twinsync.os.services.Shown;
import dev.twinsync.os.services.Systemctl;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.TimerUnits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The timers of the machine's own systemd. */
public final class SystemdTimers implements TimerUnits {

    private final CommandRunner commands;
    private final Self self;
    private final Path run;
    private final Path folder;

    public SystemdTimers(CommandRunner commands) {
        this(commands, Self.ofThisProcess(), Path.of("/run"), TwinsFiles.OF_THE_MACHINE);
    }

    SystemdTimers(CommandRunner commands, Self self, Path run, Path folder) {
        this.commands = commands;
        this.self = self;
        this.run = run;
        this.folder = folder;
    }

    /** The timer that a text names; empty where none can have such a name. */
    static Optional<TimerName> named(String text) {
        try {
            return Optional.of(new TimerName(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Set<TimerName> named(Collection<String> keys) {
        return keys.stream().flatMap(key -> named(key).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<String> notOnSystemd() {
        return Files.isDirectory(run.resolve("systemd/system"), LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : Optional.of("this machine was not started by systemd, so it has no timers");
    }

    @Override
    public Observation<LiveTimer> observe(Scope scope) {
        var obstacle = notOnSystemd();
        if (obstacle.isPresent()) {
            return new Observation.Unavailable<>(obstacle.get());
        }
        var answer = switch (scope) {
            case Scope.Some some -> look(named(some.keys()), named(some.keys()));
            case Scope.Everything(var declared) -> all(named(declared)).then(all -> look(all, named(declared)));
        };
        return switch (answer) {
            case Answer.Given<Observation.Seen<LiveTimer>>(var seen) -> seen;
            case Answer.None<Observation.Seen<LiveTimer>>(var reason) -> new Observation.Unavailable<>(reason);
        };
    }

    private Answer<Set<TimerName>> all(Set<TimerName> declared) {
        return systemctl(commands).timerFiles().then(files -> {
            var names = named(files);
            names.addAll(declared);
            try {
                names.addAll(files(commands).changed());
            } catch (IOException unreadable) {
                return new Answer.None<>(folder + " cannot be read: " + unreadable.getMessage());
            }
            return new Answer.Given<>(names);
        });
    }

    private Answer<Observation.Seen<LiveTimer>> look(Set<TimerName> names, Set<TimerName> declared) {
        if (names.isEmpty()) {
            return new Answer.Given<>(new Observation.Seen<>(List.of()));
        }
        var asked = List.copyOf(names);
        return systemctl(commands)
                .properties(
                        TimerFacts.PROPERTIES,
                        asked.stream().map(TimerName::text).toList())
                .then(text -> Shown.of(asked, text, TimerFacts::new))
                .map(facts -> new TimerLook(files(commands), declared).seen(facts));
    }

    /** What systemd would not take, what has no place to be written to, and what starts a unit that is not there. */
    @Override
    public Map<String, Forecast> forecast(List<TimerAction> actions) {
        var forecasts = new TreeMap<String, Forecast>();
        for (TimerAction action : actions) {
            if (action instanceof Writes writes) {
                forecast(writes).ifPresent(forecast -> forecasts.put(action.key(), forecast));
            }
        }
        return forecasts;
    }

    private Optional<Forecast> forecast(Writes action) {
        return new CalendarCheck(commands)
                .fault(action.setting())
                .or(() ->
                        files(commands).obstacle(action.name(), action.written().form()))
                .<Forecast>map(Forecast.Impossible::new)
                .or(() -> action.setting()
                        .unit()
                        .filter(this::isMissing)
                        .map(unit -> new Forecast.Unknown("unit " + unit)));
    }

    private boolean isMissing(UnitName unit) {
        return systemctl(commands).properties("LoadState", List.of(unit.text()))
                        instanceof Answer.Given<String>(var text)
                && text.strip().equals("LoadState=not-found");
    }

    @Override
    public Optional<String> obstacle(TimerAction action) {
        return self.lacksRoot();
    }

    @Override
    public Attempt apply(List<TimerAction> transaction, Progress progress) {
        return OneByOne.of(transaction, progress, action -> attempt(action, progress));
    }

    private Attempt attempt(TimerAction action, Progress progress) {
        var obstacle = notOnSystemd().or(self::lacksRoot);
        if (obstacle.isPresent()) {
            return new Attempt.Refused(obstacle.get());
        }
        var overheard = new Overheard(commands, progress);
        var deed = new TimerDeed(systemctl(overheard), files(overheard), new CalendarCheck(commands), progress);
        return switch (action) {
            case Writes writes -> deed.write(writes);
            case Remove remove -> deed.remove(remove);
        };
    }

    /** Tidies up beside the files, and lets systemd read what stands there. */
    @Override
    public Attempt mend(List<TimerAction> cutOff, Progress progress) {
        Attempt mended = new Attempt.Ran();
        for (TimerAction action : cutOff) {
            if (action instanceof Writes writes) {
                mended = mended.then(() -> files(commands).tidy(writes.name(), writes.written(), progress));
            }
        }
        return mended.then(() -> systemctl(commands).reload().attempted());
    }

    private TwinsFiles files(CommandRunner runner) {
        return new TwinsFiles(runner, folder);
    }

    private static Systemctl systemctl(CommandRunner runner) {
        return Systemctl.ofTheMachine(runner);
    }
}
