package dev.twinsync.os.homeassistant;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Permissions as programs take them. */
record Modes(Set<PosixFilePermission> permissions) {

    private static final int HIGHEST = 0400;

    /** {@code 0755} as a number. */
    int bits() {
        return permissions.stream()
                .mapToInt(permission -> HIGHEST >> permission.ordinal())
                .sum();
    }
}
