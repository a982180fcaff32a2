package dev.twinsync.domain.packages;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/**
 * What dpkg and apt know of one package.
 *
 * @param version the installed version; empty only where it was foretold and not seen
 * @param automatic it came along with another package
 * @param hold apt keeps its hands off
 * @param guard why this machine must not lose it: {@code essential}, {@code the running kernel}; empty: it may go
 */
public record LivePackage(
        PackageName name,
        Status status,
        Optional<PackageVersion> version,
        boolean automatic,
        boolean hold,
        Optional<String> guard)
        implements Keyed {

    /** dpkg's states as far as twin tells them apart. */
    public enum Status {
        INSTALLED,
        /** Removed, its configuration files are left. */
        CONFIG_FILES,
        /** dpkg was interrupted or a maintainer script failed. */
        BROKEN
    }

    @Override
    public String key() {
        return name.text();
    }

    boolean isInstalled() {
        return status == Status.INSTALLED;
    }

    LivePackage withVersion(Optional<PackageVersion> changed) {
        return new LivePackage(name, status, changed, automatic, hold, guard);
    }

    LivePackage withHold(boolean changed) {
        return new LivePackage(name, status, version, automatic, changed, guard);
    }

    LivePackage withAutomatic(boolean changed) {
        return new LivePackage(name, status, version, changed, hold, guard);
    }
}
