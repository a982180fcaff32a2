package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.homeassistant.CoreService;
import dev.twinsync.domain.services.UnitId;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Facts;
import dev.twinsync.os.homeassistant.Installation.Alone;
import dev.twinsync.os.homeassistant.Installation.Contained;
import dev.twinsync.os.homeassistant.Installation.Supervised;
import dev.twinsync.os.supervisor.CoreApi;
import dev.twinsync.os.supervisor.NoAnswer;
import dev.twinsync.os.supervisor.Patience;
import dev.twinsync.os.supervisor.SupervisorApi;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Has Home Assistant read its configuration again: a part of it, or all of it by starting anew. */
record Rerun(Reach reach, Duration patience) {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Tree NOTHING = Tree.map().build();

    Attempt reload(Installation installation, CoreService service) {
        return switch (reach.core(installation)) {
            case Answer.None<CoreApi>(var reason) ->
                new Attempt.Refused("Home Assistant was not asked for " + service + ": " + reason);
            case Answer.Given<CoreApi>(var api) -> {
                try {
                    yield reload(api, service);
                } catch (IOException no) {
                    yield new Attempt.Refused(
                            "it is not known whether Home Assistant did " + service + ": " + no.getMessage());
                }
            }
        };
    }

    private static Attempt reload(CoreApi api, CoreService service) throws IOException {
        if (!isOffered(api.get("services", Patience.LOOK), service)) {
            return new Attempt.Refused(
                    "Home Assistant offers no " + service + ", so what was changed is read when it starts again");
        }
        api.post("services/" + service.domain() + "/" + service.service(), NOTHING, Patience.CONTAINER);
        return new Attempt.Ran();
    }

    private static boolean isOffered(Facts services, CoreService service) {
        return services.items().stream()
                .filter(domain -> domain.at("domain").text().equals(service.domain()))
                .anyMatch(domain -> domain.at("services").entries().containsKey(service.service()));
    }

    /** Starts anew only what would come up: most of what starts it does not look at its configuration before. */
    Attempt restart(Installation installation, Progress progress) {
        progress.at(0, "checking the configuration before the restart");
        return switch (new ConfigurationCheck(reach).of(installation)) {
            case Soundness.Broken(var log) ->
                new Attempt.Refused("Home Assistant was not restarted, as its configuration is not sound: " + log);
            case Soundness.Unknown(var reason) -> new Attempt.Refused("Home Assistant was not restarted: " + reason);
            case Soundness.Sound _ -> restartSound(installation, progress);
        };
    }

    private Attempt restartSound(Installation installation, Progress progress) {
        var before = new Life(reach).of(installation);
        progress.at(20, "restarting");
        return begin(installation)
                .<Attempt>map(reason -> new Attempt.Refused("Home Assistant was not restarted: " + reason))
                .orElseGet(() -> await(installation, before, progress));
    }

    /** Why nobody can be asked to; empty: it may be tried. */
    Optional<String> whyNone(Installation installation) {
        return switch (installation) {
            case Supervised _ ->
                reach.supervisor().get() instanceof Answer.None<SupervisorApi>(var reason)
                        ? Optional.of(reason)
                        : Optional.empty();
            case Contained _ -> Optional.empty();
            case Alone alone ->
                alone.unit().isPresent()
                        ? Optional.empty()
                        : Optional.of("no unit runs this Home Assistant, so only who started it can start it again");
        };
    }

    /** Why it was not begun; empty: it was, or may have been. */
    private Optional<String> begin(Installation installation) {
        return switch (installation) {
            case Supervised(var _, var core, var _) -> bySupervisor(core.isPresent());
            case Contained(var _, var container) ->
                run(
                        container.program() + " restart " + container.name(),
                        Command.of(container.program(), "restart", container.id())
                                .withEnvironment(reach.engines().environment(container.engine())));
            case Alone alone -> alone.unit().map(this::unit).orElseGet(() -> whyNone(alone));
        };
    }

    /** @param isSeen whether it shows from outside that it was restarted, also where the Supervisor did not come to say so */
    private Optional<String> bySupervisor(boolean isSeen) {
        return switch (reach.supervisor().get()) {
            case Answer.None<SupervisorApi>(var reason) -> Optional.of(reason);
            case Answer.Given<SupervisorApi>(var api) -> {
                try {
                    api.post("core/restart", Patience.RESTART);
                    yield Optional.empty();
                } catch (NoAnswer no) {
                    yield Optional.of(no)
                            .filter(fault -> !isSeen || !fault.fault().isOpen())
                            .map(NoAnswer::getMessage);
                }
            }
        };
    }

    private Optional<String> unit(UnitId id) {
        return run("systemctl restart " + id.name(), new Life(reach).systemctl(id.scope(), "restart", List.of(), id));
    }

    private Optional<String> run(String words, Command command) {
        var result = reach.commands().run(command.withLimit(Patience.CONTAINER));
        return result instanceof Result.Ended ended && ended.exit() == 0
                ? Optional.empty()
                : Optional.of(Soundness.broken(result.inWords(words)).log());
    }

    private Attempt await(Installation installation, Life.State before, Progress progress) {
        var life = new Life(reach);
        var end = reach.ticker().now().plus(patience);
        for (; ; ) {
            var now = life.of(installation);
            if (now instanceof Life.State.Up(var start) && isAnother(start, before)) {
                progress.at(100, "it runs");
                return new Attempt.Ran();
            }
            var left = end.minus(reach.ticker().now());
            if (!left.isPositive()) {
                return new Attempt.Refused("Home Assistant was restarted, and does not run again after "
                        + patience.toMinutes() + " min: " + inWords(now) + "; see its log: twin logs");
            }
            progress.at((int) (99 - 79 * left.toMillis() / patience.toMillis()), "waiting: " + inWords(now));
            reach.ticker().pause(PAUSE);
        }
    }

    /** What was up all the time was not restarted. */
    private static boolean isAnother(String start, Life.State before) {
        return start.isEmpty() || !(before instanceof Life.State.Up(var former)) || !former.equals(start);
    }

    private static String inWords(Life.State state) {
        return switch (state) {
            case Life.State.Up _ -> "it is still the run of before";
            case Life.State.NotYet(var how) -> how;
        };
    }
}
