package dev.twinsync.os.cron;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.CrontabEdit;
import dev.twinsync.domain.cron.CrontabText;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.cron.CrontabProgram.Look;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Crontab;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Debian's cron. Root sees every user's crontab, anybody else their own. */
public final class UserCrontab implements Crontab {

    private static final Path SPOOL = Path.of("/var/spool/cron/crontabs");
    static final String NOT_INSTALLED = "cron is not installed; run: sudo apt-get install cron";

    private final Self self;
    private final CrontabProgram program;
    private final Survey survey;

    public UserCrontab(CommandRunner runner) {
        this(runner, Self.ofThisProcess());
    }

    UserCrontab(CommandRunner runner, Self self) {
        this(runner, self, SPOOL);
    }

    UserCrontab(CommandRunner runner, Self self, Path spool) {
        this.self = self;
        this.program = new CrontabProgram(runner, self);
        this.survey = new Survey(program, new Spool(spool));
    }

    @Override
    public Observation<LiveCronEntry> observe(Scope scope) {
        return survey.observe(scope);
    }

    @Override
    public Optional<String> obstacle(CronAction action) {
        return self.cannotActFor(action.user().text());
    }

    /** An entry for which the crontab has no place is left out of the plan, so that the others do not fail with it. */
    @Override
    public Map<String, Forecast> forecast(List<CronAction> actions) {
        var forecasts = new TreeMap<String, Forecast>();
        byUser(actions).forEach((user, some) -> {
            if (program.look(user) instanceof Look.There(var text)) {
                text.obstacles(some)
                        .forEach((id, reason) -> forecasts.put(
                                user + "/" + id, new Forecast.Impossible("the crontab of " + user + ": " + reason)));
            }
        });
        return forecasts;
    }

    /** A crontab is only ever written as a whole. */
    @Override
    public List<List<CronAction>> transactions(List<CronAction> actions) {
        return List.copyOf(byUser(actions).values());
    }

    private static Map<UserName, List<CronAction>> byUser(List<CronAction> actions) {
        return actions.stream()
                .collect(Collectors.groupingBy(CronAction::user, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public Attempt apply(List<CronAction> transaction, Progress progress) {
        for (var each : byUser(transaction).entrySet()) {
            var attempt = apply(each.getKey(), each.getValue(), progress);
            if (attempt instanceof Attempt.Refused) {
                return attempt;
            }
        }
        progress.at(100, "crontab");
        return new Attempt.Ran();
    }

    private Attempt apply(UserName user, List<CronAction> actions, Progress progress) {
        return switch (program.look(user)) {
            case Look.There(var text) ->
                switch (text.with(actions)) {
                    case CrontabEdit.Changed(var changed) when changed.equals(text) -> new Attempt.Ran();
                    case CrontabEdit.Changed(var changed) -> store(user, changed, progress);
                    case CrontabEdit.Impossible(var reason) ->
                        new Attempt.Refused("the crontab of " + user + ": " + reason);
                };
            case Look.Unseen(var reason) -> new Attempt.Refused(reason);
            case Look.NotInstalled() -> new Attempt.Refused(NOT_INSTALLED);
        };
    }

    private Attempt store(UserName user, CrontabText wanted, Progress progress) {
        var result = program.overheard(progress).store(user, wanted);
        return program.look(user).equals(new Look.There(wanted))
                ? new Attempt.Ran()
                : new Attempt.Refused(
                        "the crontab of " + user + " is not what was written to it: " + result.inWords("crontab"));
    }
}
