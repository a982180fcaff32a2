package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.Guards.Root;
import java.util.Optional;
import java.util.Set;

/**
 * Which packages this machine must not lose for their own sake.
 *
 * @param javaOwner the package that twin's Java came with; empty if none did
 */
record GuardRoots(Optional<String> kernelRelease, Optional<String> javaOwner) {

    private static final Set<String> INIT = Set.of("init", "systemd-sysv", "sysvinit-core", "runit-init");
    private static final Set<String> PACKAGE_MANAGER = Set.of("apt", "dpkg");

    Optional<Root> rootOf(DpkgRow row) {
        if (row.essential()) {
            return Optional.of(new Root(0, "essential", "essential package"));
        }
        if (row.protect() || row.important()) {
            return Optional.of(new Root(1, "protected", "protected package"));
        }
        if (INIT.contains(row.key())) {
            return alone("the init system");
        }
        if (PACKAGE_MANAGER.contains(row.key())) {
            return alone("the package manager");
        }
        if (kernelRelease.filter(release -> isKernel(row.key(), release)).isPresent()) {
            return alone("the running kernel");
        }
        return javaOwner.filter(row.key()::equals).flatMap(_ -> alone("the Java that twin runs on"));
    }

    private static Optional<Root> alone(String words) {
        return Optional.of(new Root(2, words, words));
    }

    private static boolean isKernel(String name, String release) {
        return Set.of("linux-image-" + release, "linux-image-unsigned-" + release, "raspberrypi-kernel")
                .contains(name);
    }
}
