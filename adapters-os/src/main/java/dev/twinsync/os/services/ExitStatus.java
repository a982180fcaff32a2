package dev.twinsync.os.services;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The status with which the main process of a unit ended, for people. From 200 on it is mostly systemd's own, of a process that it could
 * not make as the unit file says (systemd.exec(5), "Process Exit Codes"); those that a unit file of one's own runs into are explained.
 */
final class ExitStatus {

    private static final Map<String, String> SYSTEMDS_OWN = Map.ofEntries(
            entry("200", "CHDIR: its WorkingDirectory= is not there or cannot be entered"),
            entry("203", "EXEC: its program is not there or cannot be run"),
            entry("209", "STDOUT: what its StandardOutput= says cannot be opened"),
            entry("216", "GROUP: what its Group= or SupplementaryGroups= says is not there or cannot be taken"),
            entry("217", "USER: the user that its User= names is not there or cannot be taken"),
            entry(
                    "226",
                    "NAMESPACE: a path that its ReadWritePaths=, BindPaths= or a line like these names is not there, or"
                            + " nothing here may have a namespace of its own"),
            entry("233", "RUNTIME_DIRECTORY: its RuntimeDirectory= cannot be made"),
            entry("238", "STATE_DIRECTORY: its StateDirectory= cannot be made"),
            entry("239", "CACHE_DIRECTORY: its CacheDirectory= cannot be made"),
            entry("240", "LOGS_DIRECTORY: its LogsDirectory= cannot be made"),
            entry("243", "CREDENTIALS: a credential that it loads cannot be read"));

    private ExitStatus() {}

    /** @param status as {@code ExecMainStatus} says it, a number */
    static String explained(String status) {
        var own = SYSTEMDS_OWN.get(status);
        return own == null ? status : status + "/" + own;
    }
}
