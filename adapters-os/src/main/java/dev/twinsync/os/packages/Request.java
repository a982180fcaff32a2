package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.ChangeVersion;
import dev.twinsync.domain.packages.PackageAction.Hold;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.MarkAutomatic;
import dev.twinsync.domain.packages.PackageAction.MarkManual;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageAction.Unhold;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.os.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One transaction of apt-get.
 *
 * @param changes what is installed, changed and removed; marks are not apt-get's business
 * @param touchesHeld whether one of these is on hold
 * @param lowers whether one of these goes back to an older version
 */
record Request(List<PackageAction> changes, boolean touchesHeld, boolean lowers) {

    private static final Duration SIMULATION = Duration.ofMinutes(3);

    /** For what may run the scripts of packages: none of them can ask anybody. */
    static final Map<String, String> UNATTENDED = Map.of("DEBIAN_FRONTEND", "noninteractive", "HOME", "/root");

    static final List<String> REAL = List.of(
            "-o", "APT::Status-Fd=1",
            "-o", "Dpkg::Use-Pty=0",
            "-o", "DPkg::Lock::Timeout=60",
            "-o", "Dpkg::Options::=--force-confdef",
            "-o", "Dpkg::Options::=--force-confold");

    static List<PackageAction> changesAmong(List<PackageAction> actions) {
        return actions.stream().filter(Request::isChange).toList();
    }

    private static boolean isChange(PackageAction action) {
        return switch (action) {
            case Install _, ChangeVersion _, Remove _ -> true;
            case Hold _, Unhold _, MarkManual _, MarkAutomatic _ -> false;
        };
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Needs neither root nor a lock. Removals are let through, to be seen. */
    Command simulation() {
        var options = new ArrayList<>(List.of("-s"));
        options.addAll(options());
        return Command.of("apt-get", Tools.withNames(install(options), arguments()))
                .withLimit(SIMULATION);
    }

    /** Without a time limit: dpkg must never be killed. */
    Command realThing() {
        var options = new ArrayList<>(options());
        options.addAll(REAL);
        if (removed().isEmpty()) {
            options.add("--no-remove");
        }
        return Command.of("apt-get", Tools.withNames(install(options), arguments()))
                .withEnvironment(UNATTENDED)
                .withoutLimit();
    }

    private List<String> options() {
        var options = new ArrayList<>(List.of("-y", "-q", "--no-auto-remove"));
        if (lowers) {
            options.add("--allow-downgrades");
        }
        if (touchesHeld) {
            options.add("--allow-change-held-packages");
        }
        return options;
    }

    private static List<String> install(List<String> options) {
        return Stream.concat(options.stream(), Stream.of("install")).toList();
    }

    private List<String> arguments() {
        return changes.stream().map(Request::argument).toList();
    }

    private static String argument(PackageAction change) {
        return switch (change) {
            case Install(var name, var version) ->
                version.map(exact -> name + "=" + exact).orElse(name.text());
            case ChangeVersion(var name, var version) -> name + "=" + version;
            case Remove(var name) -> name + "-";
            case Hold _, Unhold _, MarkManual _, MarkAutomatic _ ->
                throw new IllegalArgumentException("a mark is no change: " + change);
        };
    }

    /** The keys that should be there afterwards, with the version where one is asked for. */
    Map<String, Optional<PackageVersion>> wanted() {
        return changes.stream()
                .filter(change -> !(change instanceof Remove))
                .collect(Collectors.toMap(PackageAction::key, Request::version, (first, _) -> first));
    }

    boolean namesVersionOf(String key) {
        return wanted().getOrDefault(key, Optional.empty()).isPresent();
    }

    private static Optional<PackageVersion> version(PackageAction change) {
        return switch (change) {
            case Install(var _, var version) -> version;
            case ChangeVersion(var _, var version) -> Optional.of(version);
            case Remove _, Hold _, Unhold _, MarkManual _, MarkAutomatic _ -> Optional.empty();
        };
    }

    /** The keys for which something may arrive: of a request that only removes, all, for apt may put something in the place. */
    Set<String> bringing() {
        return wanted().isEmpty() ? keys() : wanted().keySet();
    }

    Set<String> removed() {
        return changes.stream()
                .filter(Remove.class::isInstance)
                .map(PackageAction::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> keys() {
        return changes.stream().map(PackageAction::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
