package dev.twinsync.os.supervisor;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.os.Answer;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SupervisorHost;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the Supervisor of this machine looks after. Options are seen here as they are, and hidden by who shows them. */
public final class SupervisedHost implements SupervisorHost {

    /** An option may hold a whole certificate. */
    private static final int LONGEST_SECRET = 64 * 1024;

    private static final int DONE = 100;

    private final SupervisorAccess access;
    private final SecretOnDisk files;

    public SupervisedHost() {
        this(SupervisorAccess.ofThisProcess());
    }

    public SupervisedHost(SupervisorAccess access) {
        this.access = access;
        this.files = new SecretOnDisk(access.owner(), LONGEST_SECRET, access.top());
    }

    @Override
    public Observation<LivePart> observe(Scope scope) {
        return switch (access.find()) {
            case Answer.None<SupervisorApi>(var reason) -> new Observation.Unavailable<>(reason);
            case Answer.Given<SupervisorApi>(var api) -> observe(api, scope);
        };
    }

    private static Observation<LivePart> observe(SupervisorApi api, Scope scope) {
        try {
            return new Sighting(api, scope).look();
        } catch (NoAnswer unseen) {
            return new Observation.Unavailable<>(unseen.getMessage());
        }
    }

    private Work work(SupervisorApi api) {
        return Work.with(api, files, access.ticker());
    }

    @Override
    public Map<String, Forecast> forecast(List<SupervisorAction> actions) {
        return switch (access.find()) {
            case Answer.None<SupervisorApi>(var reason) -> Forecast.allImpossible(actions, reason);
            case Answer.Given<SupervisorApi>(var api) -> forecast(work(api), actions);
        };
    }

    private static Map<String, Forecast> forecast(Work work, List<SupervisorAction> actions) {
        try {
            var foresight = Foresight.of(work, OwnAddon.of(work.api()), actions);
            var forecasts = new LinkedHashMap<String, Forecast>();
            for (SupervisorAction action : actions) {
                foresight
                        .objection(action)
                        .ifPresent(reason -> forecasts.putIfAbsent(action.key(), new Forecast.Impossible(reason)));
            }
            return forecasts;
        } catch (IOException unseen) {
            return Forecast.allImpossible(actions, unseen.getMessage());
        }
    }

    /** Something to be done with the Supervisor. */
    private interface Task {
        Attempt with(Work work) throws IOException;
    }

    private Attempt attempt(Task task) {
        return switch (access.find()) {
            case Answer.None<SupervisorApi>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<SupervisorApi>(var api) -> attempt(task, api);
        };
    }

    private Attempt attempt(Task task, SupervisorApi api) {
        try {
            return task.with(work(api));
        } catch (IOException refused) {
            return new Attempt.Refused(refused.getMessage());
        }
    }

    @Override
    public Attempt apply(List<SupervisorAction> transaction, Progress progress) {
        var rising = new Rising(progress);
        return attempt(work -> {
            for (SupervisorAction action : transaction) {
                var attempt = work.perform(action, Share.whole(rising));
                if (!(attempt instanceof Attempt.Ran)) {
                    return attempt;
                }
            }
            rising.at(DONE, "done");
            return new Attempt.Ran();
        });
    }

    /** What the Supervisor began it finishes by itself, and is waited for. */
    @Override
    public Attempt mend(List<SupervisorAction> cutOff, Progress progress) {
        var rising = new Rising(progress);
        return attempt(work -> {
            for (SupervisorAction action : cutOff) {
                work.await(action, Share.whole(rising));
            }
            return new Attempt.Ran();
        });
    }
}
