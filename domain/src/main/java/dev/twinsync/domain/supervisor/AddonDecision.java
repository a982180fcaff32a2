package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Step;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do about one add-on that should be there. */
record AddonDecision(DesiredPart.Addon wanted) {

    private static final String MASKED =
            "a mask stands there in place of a secret, which twin does not keep: put the secret"
                    + " into a file that only its owner may read, and declare {secret_file: PATH}";

    /** Where it is not installed. */
    Stream<Step<SupervisorAction>> whenMissing() {
        if (wanted.settings().isMasked()) {
            return blocked(MASKED);
        }
        var exact = exactVersion();
        var kept = wanted.settings().kept();
        if (exact.isEmpty() && !kept.isEmpty()) {
            return blocked("it is not installed, so its option " + kept.firstKey()
                    + " cannot be kept; put the value into a file that only its owner may read, and declare"
                    + " {secret_file: PATH}");
        }
        var bring = exact.<SupervisorAction>map(this::restore).orElseGet(() -> new InstallAddon(wanted.slug()));
        return Stream.of(
                        Stream.of(does(bring, "declared present, not installed")),
                        configure(wanted.settings().withoutKept(), "set up as declared", false),
                        wanted.running().orElse(false)
                                ? Stream.of(does(new StartAddon(wanted.slug()), "to run"))
                                : Stream.<Step<SupervisorAction>>empty())
                .flatMap(steps -> steps);
    }

    /** Where it is. */
    Stream<Step<SupervisorAction>> whenThere(LivePart.Addon seen) {
        if (wanted.settings().isMasked()) {
            return blocked(MASKED);
        }
        var vain = wanted.settings().keptInVain(seen.settings());
        if (!vain.isEmpty()) {
            return blocked("it has no option " + vain.getFirst() + " that could be kept");
        }
        var version = version(seen).toList();
        var settings = version.stream().anyMatch(AddonDecision::restores) ? restored(seen) : settings(seen);
        return Stream.of(version.stream(), settings, running(seen)).flatMap(steps -> steps);
    }

    private static boolean restores(Step<SupervisorAction> step) {
        return step instanceof Step.Do<SupervisorAction>(RestoreAddon _, var _);
    }

    /** A backup brings the settings of its day, whatever they are. */
    private Stream<Step<SupervisorAction>> restored(LivePart.Addon seen) {
        return configure(
                wanted.settings(),
                "set up as declared, after the restore",
                seen.status().isRunning() && wanted.running().orElse(true));
    }

    private SupervisorAction restore(ReleaseName version) {
        return new RestoreAddon(wanted.slug(), version, wanted.settings().kept());
    }

    private Optional<ReleaseName> exactVersion() {
        return wanted.version().flatMap(wish -> wish.meant(Optional.empty()));
    }

    /** An add-on can be made the newest, or brought back from a backup. */
    private Stream<Step<SupervisorAction>> version(LivePart.Addon seen) {
        var newest = seen.latest().filter(_ -> !seen.detached());
        var meant = wanted.version().flatMap(wish -> wish.meant(newest));
        if (meant.isEmpty() || meant.equals(seen.version())) {
            return Stream.empty();
        }
        var version = meant.get();
        var why = "declared " + version + ", is "
                + seen.version().map(ReleaseName::text).orElse("of no known version");
        return Stream.of(
                meant.equals(newest)
                        ? does(new UpdateAddon(wanted.slug(), version), why)
                        : does(restore(version), why));
    }

    private Stream<Step<SupervisorAction>> settings(LivePart.Addon seen) {
        var differences = wanted.settings().differences(seen.settings());
        if (differences.isEmpty()) {
            return Stream.empty();
        }
        boolean staysUp = seen.status().isRunning() && wanted.running().orElse(true);
        return configure(
                wanted.settings(),
                "not as declared: " + String.join(", ", differences),
                staysUp && wanted.settings().needsRestart(seen.settings()));
    }

    private Stream<Step<SupervisorAction>> configure(AddonSettings settings, String why, boolean restart) {
        return settings.isEmpty()
                ? Stream.empty()
                : Stream.of(does(new ConfigureAddon(wanted.slug(), settings, restart), why));
    }

    private Stream<Step<SupervisorAction>> running(LivePart.Addon seen) {
        var running = wanted.running();
        if (running.isEmpty() || running.get() == seen.status().isRunning()) {
            return Stream.empty();
        }
        return Stream.of(
                running.get()
                        ? does(new StartAddon(wanted.slug()), "declared running, is not")
                        : does(new StopAddon(wanted.slug()), "declared not running, runs"));
    }

    private static Step<SupervisorAction> does(SupervisorAction action, String why) {
        return new Step.Do<>(action, why);
    }

    private Stream<Step<SupervisorAction>> blocked(String reason) {
        return List.<Step<SupervisorAction>>of(new Step.Blocked<>(wanted.key(), reason)).stream();
    }
}
