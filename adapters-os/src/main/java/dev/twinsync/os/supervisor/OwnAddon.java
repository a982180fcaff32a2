package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.OfComponent;
import dev.twinsync.domain.supervisor.SupervisorAction.OfRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import java.util.Optional;

/** The add-on that twin runs in. Whatever ends it ends twin in the middle of its work. @param slug empty: it runs in none */
record OwnAddon(Optional<String> slug) {

    private static final int UNFORESEEN = 500;

    static OwnAddon of(SupervisorApi api) throws NoAnswer {
        try {
            var slug = api.get("addons/self/info", Patience.LOOK).at("slug").text();
            return new OwnAddon(Optional.of(slug).filter(text -> !text.isEmpty()));
        } catch (NoAnswer no) {
            if (isNone(no.fault())) {
                return new OwnAddon(Optional.empty());
            }
            throw no;
        }
    }

    /** The token is no add-on's. */
    private static boolean isNone(Fault fault) {
        return fault instanceof Fault.Refused refused && refused.status() < UNFORESEEN
                || fault instanceof Fault.NotFound
                || fault instanceof Fault.Forbidden
                || fault instanceof Fault.NotOffered;
    }

    /** Why it must not be done from here; empty: it may. */
    Optional<String> objection(SupervisorAction action) {
        return Optional.of(action)
                .filter(OwnAddon::endsIt)
                .filter(_ -> slug.equals(Optional.of(action.key())))
                .map(_ -> "twin runs in " + action.key()
                        + " itself, which would end it in the middle; do it in Home Assistant");
    }

    private static boolean endsIt(SupervisorAction action) {
        return switch (action) {
            case UpdateAddon _, RestoreAddon _, StopAddon _, UninstallAddon _ -> true;
            case ConfigureAddon configure -> configure.restart();
            case InstallAddon _, StartAddon _, OfComponent _, OfRepository _ -> false;
        };
    }
}
