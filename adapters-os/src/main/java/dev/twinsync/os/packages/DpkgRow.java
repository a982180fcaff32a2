package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.LivePackage.Status;
import java.util.List;

/**
 * One package that dpkg knows and that is not wholly gone.
 *
 * @param key the name; with the architecture if that is not the machine's own
 * @param hold dpkg's wish {@code hold}
 * @param essential as are {@code protect} and {@code important}: what the package says of itself
 * @param provides other names that it answers to
 * @param needs its Pre-Depends and Depends, each a list of alternatives
 */
record DpkgRow(
        String key,
        String version,
        Status status,
        boolean hold,
        boolean essential,
        boolean protect,
        boolean important,
        List<String> provides,
        List<List<String>> needs) {

    boolean isThere() {
        return status != Status.CONFIG_FILES;
    }
}
