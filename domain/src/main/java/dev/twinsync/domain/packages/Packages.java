package dev.twinsync.domain.packages;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.packages.DesiredPackage.Absent;
import dev.twinsync.domain.packages.DesiredPackage.Present;
import dev.twinsync.domain.packages.DesiredPackage.Source;
import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.domain.packages.PackageAction.ChangeVersion;
import dev.twinsync.domain.packages.PackageAction.Hold;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.MarkAutomatic;
import dev.twinsync.domain.packages.PackageAction.MarkManual;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageAction.Unhold;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of packages. */
public final class Packages implements Kind<DesiredPackage, LivePackage, PackageAction> {

    /** What brings packages in order that are half done: dpkg alone configures what is unpacked, and unpacks nothing again. */
    public static final String MEND = "sudo dpkg --configure -a && sudo apt-get -f install";

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.PACKAGES;
    }

    @Override
    public Shape<DesiredPackage> desired() {
        return PackageShapes.DESIRED;
    }

    @Override
    public Shape<LivePackage> live() {
        return PackageShapes.LIVE;
    }

    @Override
    public Shape<PackageAction> action() {
        return PackageShapes.ACTION;
    }

    @Override
    public Stream<Step<PackageAction>> decide(Pair<DesiredPackage, LivePackage> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) -> install(wanted, "not installed");
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) ->
                switch (seen.status()) {
                    case INSTALLED -> correct(wanted, seen);
                    case CONFIG_FILES -> install(wanted, "only its configuration files are left");
                    case BROKEN -> Stream.of(halfDone(wanted, MEND));
                };
            case Pair.Both(Absent wanted, var seen) ->
                switch (seen.status()) {
                    case INSTALLED ->
                        unlessGuarded(seen, new Step.Do<>(new Remove(wanted.name()), "declared absent, installed"));
                    case CONFIG_FILES -> Stream.empty();
                    case BROKEN -> unlessGuarded(seen, halfDone(wanted, "sudo apt-get remove " + wanted.name()));
                };
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    private static Stream<Step<PackageAction>> install(Present wanted, String found) {
        var steps = Stream.<Step<PackageAction>>builder();
        steps.add(new Step.Do<>(new Install(wanted.name(), wanted.version()), "declared present, " + found));
        if (wanted.automatic()) {
            steps.add(new Step.Do<>(new MarkAutomatic(wanted.name()), "declared automatic"));
        }
        if (wanted.hold().orElse(false)) {
            steps.add(new Step.Do<>(new Hold(wanted.name()), "declared on hold"));
        }
        return steps.build();
    }

    private static Stream<Step<PackageAction>> correct(Present wanted, LivePackage seen) {
        var steps = Stream.<Step<PackageAction>>builder();
        wanted.version()
                .filter(version -> !seen.version().equals(Optional.of(version)))
                .ifPresent(version -> steps.add(new Step.Do<>(
                        new ChangeVersion(wanted.name(), version),
                        "declared at " + version + ", installed at "
                                + seen.version().map(PackageVersion::text).orElse("an unknown version"))));
        if (wanted.automatic() != seen.automatic()) {
            steps.add(
                    wanted.automatic()
                            ? new Step.Do<>(new MarkAutomatic(wanted.name()), "declared automatic, marked manual")
                            : new Step.Do<>(
                                    new MarkManual(wanted.name()),
                                    "declared, but autoremove could take it: marked automatic"));
        }
        wanted.hold()
                .filter(hold -> hold != seen.hold())
                .ifPresent(hold -> steps.add(
                        hold
                                ? new Step.Do<>(new Hold(wanted.name()), "declared on hold, not held")
                                : new Step.Do<>(new Unhold(wanted.name()), "declared not on hold, held")));
        return steps.build();
    }

    /** @param removal what else is to be said of it, declared absent */
    private static Stream<Step<PackageAction>> unlessGuarded(LivePackage seen, Step<PackageAction> removal) {
        return Stream.of(seen.guard()
                .<Step<PackageAction>>map(
                        guard -> new Step.Blocked<>(seen.key(), "this machine must not lose it: " + guard))
                .orElse(removal));
    }

    private static Step<PackageAction> halfDone(DesiredPackage wanted, String remedy) {
        return new Step.Blocked<>(wanted.key(), "dpkg left it half done; run: " + remedy);
    }

    @Override
    public Optional<LivePackage> after(Optional<LivePackage> seen, PackageAction action) {
        return switch (action) {
            case Install(var name, var version) ->
                Optional.of(new LivePackage(
                        name,
                        Status.INSTALLED,
                        version,
                        false,
                        seen.map(LivePackage::hold).orElse(false),
                        seen.flatMap(LivePackage::guard)));
            case ChangeVersion(var _, var version) -> seen.map(found -> found.withVersion(Optional.of(version)));
            case Remove _ ->
                seen.map(found -> new LivePackage(
                        found.name(), Status.CONFIG_FILES, found.version(), false, false, Optional.empty()));
            case Hold _ -> seen.map(found -> found.withHold(true));
            case Unhold _ -> seen.map(found -> found.withHold(false));
            case MarkManual _ -> seen.map(found -> found.withAutomatic(false));
            case MarkAutomatic _ -> seen.map(found -> found.withAutomatic(true));
        };
    }

    @Override
    public DesiredPackage adopt(LivePackage seen) {
        return seen.isInstalled()
                ? new Present(seen.name(), Source.APT, seen.version(), Optional.of(seen.hold()), seen.automatic())
                : new Absent(seen.name(), Source.APT);
    }

    @Override
    public Optional<DesiredPackage> absent(String key) {
        return Optional.of(new Absent(new PackageName(key), Source.APT));
    }

    /** What somebody asked apt for; what came along with it will come along again. */
    @Override
    public Optional<DesiredPackage> firstWish(LivePackage seen) {
        return Optional.of(seen)
                .filter(found -> found.isInstalled() && !found.automatic())
                .map(found -> new Present(
                        found.name(),
                        Source.APT,
                        Optional.empty(),
                        Optional.of(true).filter(held -> found.hold()),
                        false));
    }

    /** What is in a package is seen only once it is there; another version of it may bring more. */
    @Override
    public boolean mayBring(PackageAction action, String noticing) {
        return action instanceof Install || action instanceof ChangeVersion;
    }

    /** Neither the version that apt prefers nor the left-overs of a removal can be foretold. */
    @Override
    public boolean fulfils(Optional<LivePackage> expected, Optional<LivePackage> found) {
        var wanted = expected.filter(LivePackage::isInstalled);
        var there = found.filter(seen -> seen.status() != Status.CONFIG_FILES);
        return wanted.isPresent() == there.isPresent()
                && wanted.map(foretold -> isAsForetold(foretold, there.orElseThrow()))
                        .orElse(true);
    }

    private static boolean isAsForetold(LivePackage expected, LivePackage found) {
        return found.isInstalled()
                && expected.automatic() == found.automatic()
                && expected.hold() == found.hold()
                && expected.version()
                        .map(version -> found.version().equals(Optional.of(version)))
                        .orElse(true);
    }
}
