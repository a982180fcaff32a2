package dev.twinsync.flow.migrating;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.predecessor.OldPackage;
import dev.twinsync.domain.predecessor.OldText;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The predecessor wished for all that was installed, and would have removed the rest. Here only what somebody asked for by name
 * becomes a wish; what came along with it will come along again.
 */
final class OldPackages {

    private static final String EXTENDED_STATES = "/var/lib/apt/extended_states";
    private static final String NOT_ASKED_FOR = "came along with other packages, and comes along again";

    private final String file;
    private final Ledger ledger;

    /** @param file where they are listed */
    OldPackages(String file, Ledger ledger) {
        this.file = file;
        this.ledger = ledger;
    }

    /** Why a package does not become a wish; empty: it does. */
    private interface Judge extends Function<OldPackage, Optional<String>> {}

    /**
     * @param machine the machine it is about, if twin runs on it
     * @param mirror what the predecessor kept of files
     */
    List<DesiredPackage> wishes(List<OldPackage> packages, Choices choices, Optional<Machine> machine, OldFiles mirror)
            throws IOException {
        var judge = judge(packages, choices, machine, mirror);
        var wishes = new ArrayList<DesiredPackage>();
        for (OldPackage each :
                new SaidTwice(file, ledger).once(personsFirst(packages), OldPackages::entry, OldPackages::agree)) {
            var reason = each.byPerson() ? Optional.<String>empty() : judge.apply(each);
            if (reason.isPresent()) {
                ledger.leaveOut(file, each.line(), each.name(), reason.get());
            } else {
                wish(each).ifPresent(wishes::add);
            }
        }
        return wishes.stream().sorted(Comparator.comparing(DesiredPackage::key)).toList();
    }

    /** What a person wrote counts in any case, also beside a line of the list. */
    private static List<OldPackage> personsFirst(List<OldPackage> packages) {
        return packages.stream()
                .sorted(Comparator.comparing(each -> !each.byPerson()))
                .toList();
    }

    private static SaidTwice.Entry<OldPackage> entry(OldPackage each) {
        return new SaidTwice.Entry<>(each, each.name(), each.line());
    }

    private static boolean agree(OldPackage one, OldPackage other) {
        return one.absent() == other.absent();
    }

    private Optional<DesiredPackage> wish(OldPackage each) {
        try {
            var name = new PackageName(each.name());
            return Optional.of(
                    each.absent() ? new DesiredPackage.Absent(name, DesiredPackage.Source.APT) : present(name));
        } catch (IllegalArgumentException noName) {
            ledger.leaveOut(file, each.line(), noName.getMessage());
            return Optional.empty();
        }
    }

    private static DesiredPackage present(PackageName name) {
        return new DesiredPackage.Present(name, DesiredPackage.Source.APT, Optional.empty(), Optional.empty(), false);
    }

    private Judge judge(List<OldPackage> packages, Choices choices, Optional<Machine> machine, OldFiles mirror)
            throws IOException {
        if (choices.manual().isPresent()) {
            var manual = choices.manual().get();
            return each -> manual.contains(each.name()) ? Optional.empty() : Optional.of(NOT_ASKED_FOR);
        }
        if (machine.isPresent()) {
            return ofMachine(machine.get(), packages);
        }
        var automatic = mirror.text(EXTENDED_STATES).map(OldText::automatic);
        return automatic.isPresent() ? byMarks(automatic.get()) : unknown(packages, NO_MACHINE);
    }

    private static Judge byMarks(Set<String> automatic) {
        return each -> automatic.contains(each.name()) ? Optional.of(NOT_ASKED_FOR) : Optional.empty();
    }

    private Judge ofMachine(Machine machine, List<OldPackage> packages) {
        return switch (machine.packages().observe(Scope.everything())) {
            case Observation.Seen<LivePackage> seen -> bySight(seen);
            case Observation.Unavailable<LivePackage>(var reason) -> unknown(packages, reason);
        };
    }

    private static Judge bySight(Observation.Seen<LivePackage> seen) {
        Map<String, LivePackage> live = new HashMap<>();
        seen.live().forEach(found -> live.put(found.key(), found));
        var kind = new Packages();
        return each -> {
            var found = Optional.ofNullable(live.get(each.name()))
                    .filter(there -> there.status() != LivePackage.Status.CONFIG_FILES);
            if (found.isEmpty()) {
                return Optional.of("is not installed any more; if you want it, add it to state/packages.yaml");
            }
            return kind.firstWish(found.get()).isPresent() ? Optional.empty() : Optional.of(NOT_ASKED_FOR);
        };
    }

    private static final String NO_MACHINE = "twin does not run on the machine that this repository is about";

    private Judge unknown(List<OldPackage> packages, String why) {
        if (packages.stream().anyMatch(each -> !each.byPerson())) {
            ledger.ask("Which of the packages in " + file
                    + " did somebody ask for? It lists all that was installed, and " + why
                    + ". Migrate on that machine; or, there: apt-mark showmanual > manual.txt, and here again with"
                    + " --manual manual.txt. Until then none of them is wished for.");
        }
        return _ -> Optional.of("may have come along with another package, which nobody here can tell");
    }
}
