package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.domain.services.UnitId;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.FoundContainer;
import dev.twinsync.os.homeassistant.Installation;
import dev.twinsync.os.supervisor.SupervisorApi;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The ways to the logs of Home Assistant, the best first.
 *
 * @param root the folder that stands for {@code /}
 * @param supervisor the way to the Supervisor, or why there is none
 */
record HomeAssistantWays(Path root, CommandRunner commands, Self self, Answer<SupervisorApi> supervisor) {

    private static final String CORE = "homeassistant";
    private static final String SUPERVISOR = "hassio_supervisor";

    List<Way> core(Installation installation) {
        return switch (installation) {
            case Installation.Supervised(var folder, var core, var _) ->
                List.of(
                        supervisor("core", core),
                        journal(CORE, core),
                        engine(core, "the container of Home Assistant"),
                        new Way(Source.FILE, asked -> underSupervisor(folder, core, asked)));
            case Installation.Contained(var folder, var container) ->
                List.of(
                        engine(Optional.of(container), ""),
                        new Way(Source.FILE, asked -> contained(folder, container, asked)),
                        journal(container.name(), Optional.of(container)));
            case Installation.Alone alone ->
                List.of(new Way(Source.FILE, asked -> alone(alone, asked)), journal(alone));
        };
    }

    /** None where there is no Supervisor. */
    List<Way> supervisor(Installation installation) {
        return switch (installation) {
            case Installation.Supervised(var _, var _, var container) ->
                List.of(
                        supervisor("supervisor", container),
                        journal(SUPERVISOR, container),
                        engine(container, "the container of the Supervisor"));
            case Installation.Contained _, Installation.Alone _ -> List.of();
        };
    }

    /** Where there is a way to a Supervisor and no folder of its Home Assistant. */
    List<Way> remote(String part) {
        return List.of(supervisor(part, Optional.empty()));
    }

    private Way supervisor(String part, Optional<FoundContainer> container) {
        return new Way(Source.SUPERVISOR, asked -> {
            var log = new SupervisorLog(api(), part);
            var lines = log.lines();
            var zoned = lines.isUndated() ? log.zone().map(asked::in).orElse(asked) : asked;
            var started = log.started().map(at -> container(at, "logs-latest")).or(() -> started(container));
            return new LineCapture(zoned, lines).with(started);
        });
    }

    private SupervisorApi api() throws Unread {
        return switch (supervisor) {
            case Answer.Given<SupervisorApi>(var api) -> api;
            case Answer.None<SupervisorApi>(var reason) -> throw new Unread(reason);
        };
    }

    private Way journal(String name, Optional<FoundContainer> container) {
        return new Way(
                Source.JOURNAL,
                asked -> new LineCapture(
                                asked,
                                journal(JournalOfHomeAssistant.ofContainer(name), "a container " + name)
                                        .lines())
                        .with(started(container)));
    }

    private JournalOfHomeAssistant journal(List<String> question, String what) {
        return new JournalOfHomeAssistant(new JournalAccess(root, self), new Journalctl(commands), question, what);
    }

    private Way journal(Installation.Alone alone) {
        return new Way(Source.JOURNAL, asked -> {
            var unit = alone.unit()
                    .filter(id -> id.scope() == UnitScope.SYSTEM)
                    .orElseThrow(() -> new Unread("no unit of the machine runs Home Assistant"));
            return new LineCapture(
                            asked, journal(question(unit), unit.name().text()).lines())
                    .with(started(alone));
        });
    }

    private static List<String> question(UnitId unit) {
        return List.of("--unit=" + unit.name().text());
    }

    private Way engine(Optional<FoundContainer> container, String what) {
        return new Way(Source.DOCKER, asked -> {
            var found = container.orElseThrow(
                    () -> new Unread("no engine that " + self.name() + " may ask tells of " + what));
            return new LineCapture(asked, new EngineLog(commands, self, found).lines()).with(started(container));
        });
    }

    private SourceCapture.Captured underSupervisor(Path folder, Optional<FoundContainer> core, Asked asked)
            throws Unread {
        var log = supervisor.map(api -> new SupervisorLog(api, "core"));
        var started = log instanceof Answer.Given<SupervisorLog>(var given)
                ? given.started().map(at -> container(at, "logs-latest"))
                : Optional.<Restart>empty();
        var known = started.or(() -> started(core))
                .orElseThrow(
                        () -> new Unread(
                                "whether " + folder
                                        + "/home-assistant.log is of now is not known, as nothing tells when Home Assistant was started"));
        var zone = log instanceof Answer.Given<SupervisorLog>(var given) ? given.zone() : Optional.<ZoneId>empty();
        return new HomeAssistantFile(folder, Optional.of(known), reasons())
                .read(zone.map(asked::in).orElse(asked));
    }

    private SourceCapture.Captured contained(Path folder, FoundContainer container, Asked asked) throws Unread {
        var zone = ContainerZone.of(new EngineLog(commands, self, container));
        return new HomeAssistantFile(folder, started(Optional.of(container)), reasons())
                .read(zone.map(asked::in).orElse(asked));
    }

    private SourceCapture.Captured alone(Installation.Alone alone, Asked asked) throws Unread {
        return new HomeAssistantFile(alone.folder(), started(alone), reasons()).read(asked);
    }

    private Reasons reasons() {
        return new Reasons(self);
    }

    private static Optional<Restart> started(Optional<FoundContainer> container) {
        return container.flatMap(FoundContainer::startedAt).map(at -> container(at, "inspect"));
    }

    private static Restart container(Instant at, String source) {
        return new Restart(Restart.Of.CONTAINER, second(at), source);
    }

    /** Without a container, the program that is started is Core. */
    private static Optional<Restart> started(Installation.Alone alone) {
        return alone.pid().isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(alone.pid().getAsInt())
                        .flatMap(process -> process.info().startInstant())
                        .map(at -> new Restart(Restart.Of.CORE, second(at), "process"));
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
