package dev.twinsync.os.packages;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.packages.Guards;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The packages of this machine.
 *
 * @param architecture the machine's own, which no key has
 * @param automatic the keys that apt marks as having come along
 */
record Installation(String architecture, List<DpkgRow> rows, Set<String> automatic, GuardRoots roots) {

    /** @param declared the keys that are wished for; what could never have such a key was not seen, and is not absent */
    Seen<LivePackage> seen(Set<String> declared) {
        var live = new ArrayList<LivePackage>();
        var gaps = new ArrayList<Gap>();
        var guards = guards();
        for (DpkgRow row : rows) {
            try {
                live.add(live(row, guards));
            } catch (IllegalArgumentException refused) {
                gaps.add(new Gap(row.key(), "twin does not manage this package: " + refused.getMessage()));
            }
        }
        declared.stream()
                .filter(key -> key.endsWith(":" + architecture))
                .forEach(key -> gaps.add(new Gap(key, withoutArchitecture(key))));
        return new Seen<>(live, gaps);
    }

    private String withoutArchitecture(String key) {
        return architecture + " is this machine's own architecture; write " + new PackageName(key).plain();
    }

    private LivePackage live(DpkgRow row, Map<PackageName, String> guards) {
        var name = new PackageName(row.key());
        return new LivePackage(
                name,
                row.status(),
                Optional.of(new PackageVersion(row.version())),
                row.isThere() && automatic.contains(row.key()),
                row.isThere() && row.hold(),
                Optional.ofNullable(guards.get(name)));
    }

    SortedMap<PackageName, String> guards() {
        return Guards.of(rows.stream()
                .filter(DpkgRow::isThere)
                .flatMap(row -> member(row).stream())
                .toList());
    }

    private Optional<Guards.Member> member(DpkgRow row) {
        try {
            return Optional.of(
                    new Guards.Member(new PackageName(row.key()), roots.rootOf(row), row.provides(), row.needs()));
        } catch (IllegalArgumentException _) {
            // a name outside the grammar is reported as a gap by seen(), and can never be removed
            return Optional.empty();
        }
    }

    Optional<DpkgRow> find(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    boolean isHeld(String key) {
        return find(key).filter(DpkgRow::hold).isPresent();
    }

    boolean isAutomatic(String key) {
        return automatic.contains(key);
    }
}
