package dev.twinsync.os.homeassistant;

import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.supervisor.CoreAccess;
import dev.twinsync.os.supervisor.CoreApi;
import dev.twinsync.os.supervisor.SupervisorAccess;
import dev.twinsync.os.supervisor.SupervisorApi;
import dev.twinsync.port.Ticker;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * By what twin reaches a Home Assistant.
 *
 * @param root below which the files of the machine are: {@code /}
 * @param supervisor the way to the Supervisor, looked for each time
 * @param direct the way to Home Assistant itself, where no Supervisor is in between
 */
public record Reach(
        Path root,
        Self self,
        CommandRunner commands,
        Supplier<Answer<SupervisorApi>> supervisor,
        Supplier<Answer<CoreApi>> direct,
        Ticker ticker) {

    public static Reach ofThisProcess(CommandRunner commands) {
        return new Reach(
                Path.of("/"),
                Self.ofThisProcess(),
                commands,
                () -> SupervisorAccess.ofThisProcess().find(),
                () -> CoreAccess.ofThisProcess().find(),
                new SystemTicker());
    }

    /** The interface of Home Assistant itself. */
    Answer<CoreApi> core(Installation installation) {
        return switch (installation) {
            case Installation.Supervised _ -> behindSupervisor();
            case Installation.Contained _, Installation.Alone _ -> direct.get();
        };
    }

    private Answer<CoreApi> behindSupervisor() {
        return supervisor
                .get()
                .then(api -> api.whyNoCore()
                        .<Answer<CoreApi>>map(Answer.None::new)
                        .orElseGet(() -> new Answer.Given<>(CoreApi.behind(api))));
    }

    /**
     * Whether there is a way to ask a Home Assistant to read a part of its configuration again; otherwise it has to be restarted.
     * Where there is a Supervisor, a token of Home Assistant's own is never used, and so opens no way.
     */
    boolean mayReload() {
        var core = supervisor.get() instanceof Answer.Given ? behindSupervisor() : direct.get();
        return core instanceof Answer.Given;
    }

    Engines engines() {
        return new Engines(machine(), self, commands);
    }

    Machine machine() {
        return new Machine(root);
    }
}
