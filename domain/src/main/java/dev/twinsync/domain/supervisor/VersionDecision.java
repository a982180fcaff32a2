package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Step;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.Update;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateOs;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do about the version of Home Assistant, of the Supervisor, or of the operating system. */
record VersionDecision(DesiredPart.Version wanted, LivePart.Version seen) {

    Stream<Step<SupervisorAction>> steps() {
        var meant = wanted.version().meant(seen.latest());
        if (meant.isEmpty() || meant.get().equals(seen.version())) {
            return Stream.empty();
        }
        var version = meant.get();
        if (meant.equals(seen.pending())) {
            return Stream.of(blocked(version + " is installed, and runs once the machine is started again"));
        }
        var why = "declared " + version + ", is " + seen.version();
        return Stream.of(goesBack(version) ? back(version, why) : new Step.Do<>(update(version), why));
    }

    private SupervisorAction update(ReleaseName version) {
        return switch (wanted.component()) {
            case CORE -> new UpdateCore(version);
            case SUPERVISOR -> new UpdateSupervisor(version);
            case OS -> new UpdateOs(version);
        };
    }

    private boolean goesBack(ReleaseName version) {
        return version.isBefore(seen.version());
    }

    /** An older one cannot read what a newer one wrote: only a backup brings both back. */
    private Step<SupervisorAction> back(ReleaseName version, String why) {
        return switch (wanted.component()) {
            case CORE -> new Step.Do<>(new RestoreCore(version), why);
            case SUPERVISOR, OS ->
                blocked("declared " + version + ", is " + seen.version()
                        + "; twin does not go back to an older one here");
        };
    }

    private Step<SupervisorAction> blocked(String reason) {
        return new Step.Blocked<>(wanted.key(), reason);
    }

    static Step<SupervisorAction> whenMissing(DesiredPart.Version wanted) {
        return new Step.Blocked<>(wanted.key(), "there is no " + nameIn(wanted.component()) + " on this machine");
    }

    private static String nameIn(Component component) {
        return component.title().replaceFirst("^the ", "");
    }

    /** As it is once the update is done: the operating system changes when the machine is started again. */
    static LivePart.Version updated(LivePart.Version seen, Update update) {
        return switch (update) {
            case UpdateCore(var version) -> seen.at(version);
            case UpdateSupervisor(var version) -> seen.at(version);
            case UpdateOs(var version) ->
                new LivePart.Version(seen.component(), seen.version(), seen.latest(), Optional.of(version));
        };
    }
}
