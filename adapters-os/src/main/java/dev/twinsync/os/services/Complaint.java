package dev.twinsync.os.services;

import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import java.util.Optional;

/** What systemd does not say of itself where it changed nothing. */
final class Complaint {

    private Complaint() {}

    /** @param facts as they are after the action */
    static Optional<String> of(ServiceAction action, UnitFacts facts) {
        var state = facts.value("UnitFileState");
        return switch (action) {
            case Enable _
            when !state.equals("enabled") ->
                Optional.of("systemd still calls it " + state + ": its unit file has no [Install] section for it");
            case Disable _
            when state.equals("enabled") ->
                Optional.of("it is still enabled, by its package or for all users; masked: true switches it off");
            case Mask _ when !state.equals("masked") -> Optional.of("systemd still calls it " + state);
            case Unmask _
            when state.startsWith("masked") -> Optional.of("it is still masked, by " + facts.value("FragmentPath"));
            case Stop _
            when facts.isRunning() || facts.isStarting() ->
                Optional.of("it runs again, or still; see " + action.scope().status(action.name()));
            case Enable _, Disable _, Mask _, Unmask _, Stop _, Start _, Restart _ -> Optional.empty();
        };
    }
}
