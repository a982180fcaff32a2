package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateOs;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import java.util.EnumSet;
import java.util.Set;

/** What the Supervisor wants to be so before it does something, in the order in which it looks. */
enum Condition {
    HEALTHY("healthy"),
    RUNNING("running"),
    FREE_SPACE("free_space"),
    /** The same, of a backup: only where backups are kept on the device. */
    BACKUP_SPACE("free_space"),
    INTERNET_SYSTEM("internet_system"),
    INTERNET_HOST("internet_host"),
    OS_SUPPORTED("os_supported"),
    CORE_SUPPORTED("home_assistant_core_supported"),
    SUPERVISOR_UPDATED("supervisor_updated"),
    PLUGINS_UPDATED("plugins_updated");

    private static final Set<Condition> NEW_IMAGE =
            EnumSet.of(HEALTHY, FREE_SPACE, INTERNET_HOST, SUPERVISOR_UPDATED, PLUGINS_UPDATED);
    private static final Set<Condition> BACKUP = EnumSet.of(RUNNING, BACKUP_SPACE);
    private static final Set<Condition> RESTORE =
            EnumSet.of(HEALTHY, RUNNING, FREE_SPACE, INTERNET_SYSTEM, INTERNET_HOST);
    private static final Set<Condition> REPOSITORY =
            EnumSet.of(FREE_SPACE, INTERNET_SYSTEM, OS_SUPPORTED, CORE_SUPPORTED, SUPERVISOR_UPDATED);
    private static final Set<Condition> SYSTEM = EnumSet.of(HEALTHY, RUNNING, INTERNET_SYSTEM, SUPERVISOR_UPDATED);

    private final String word;

    Condition(String word) {
        this.word = word;
    }

    /** What the Supervisor calls it, also where its owner lets it pass over it. */
    String word() {
        return word;
    }

    /**
     * Those of an action, with those of the backup that twin has made before it. A Home Assistant that is brought back is fetched in the
     * middle of its restore: what is missing then would leave the old configuration with the new version.
     */
    static Set<Condition> of(SupervisorAction action) {
        return switch (action) {
            case UpdateCore _, UpdateAddon _ -> both(NEW_IMAGE, BACKUP);
            case InstallAddon _ -> NEW_IMAGE;
            case RestoreCore _ -> both(NEW_IMAGE, RESTORE);
            case RestoreAddon _ -> RESTORE;
            case UninstallAddon _ -> BACKUP;
            case AddRepository _ -> REPOSITORY;
            case UpdateOs _ -> SYSTEM;
            case UpdateSupervisor _, RemoveRepository _, ConfigureAddon _, StartAddon _, StopAddon _ ->
                EnumSet.noneOf(Condition.class);
        };
    }

    private static Set<Condition> both(Set<Condition> some, Set<Condition> others) {
        var all = EnumSet.copyOf(some);
        all.addAll(others);
        if (all.contains(FREE_SPACE)) {
            all.remove(BACKUP_SPACE);
        }
        return all;
    }
}
