package dev.twinsync.flow.migrating;

import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.predecessor.OldConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of the predecessor's settings goes on: the folders that were mirrored, and the plugins that were off. */
final class OldSettings {

    /** What the predecessor had on unless somebody took it out, and twin has too. */
    private static final List<String> ON_BY_DEFAULT = List.of(
            "packages.debian",
            "services.systemd",
            "files.mirror",
            "cron.user",
            "system.info",
            "logs.systemd_journal",
            "logs.files");

    private final List<OldConfig> configs;
    private final List<TargetPath> roots = new ArrayList<>();

    OldSettings(List<OldConfig> configs, Ledger ledger) {
        this.configs = configs;
        configs.stream()
                .filter(config -> !config.roots().isEmpty())
                .findFirst()
                .ifPresent(config -> config.roots().forEach(root -> root(config, root, ledger)));
    }

    private void root(OldConfig config, String root, Ledger ledger) {
        try {
            var path = new TargetPath(root.length() > 1 ? root.replaceAll("/+$", "") : root);
            if (!roots.contains(path)) {
                roots.add(path);
            }
        } catch (IllegalArgumentException noPath) {
            ledger.leaveOut(config.file(), "a folder that was mirrored: " + noPath.getMessage());
        }
    }

    List<TargetPath> roots() {
        return List.copyOf(roots);
    }

    /** An empty list is what somebody emptied by hand; twin would then do nothing at all, so it says nothing. */
    List<String> disabled() {
        return configs.stream()
                .flatMap(config -> config.enabled().stream())
                .filter(enabled -> !enabled.isEmpty())
                .findFirst()
                .map(enabled -> ON_BY_DEFAULT.stream()
                        .filter(plugin -> !enabled.contains(plugin))
                        .filter(plugin -> !plugin.equals("system.info"))
                        .toList())
                .orElse(List.of());
    }

    Optional<String> remote() {
        return configs.stream().flatMap(config -> config.remote().stream()).findFirst();
    }
}
