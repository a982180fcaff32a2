package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Action;
import java.util.Map;

/** What the Supervisor can be asked to do. Before what is risky it makes a backup, from which twin can bring back what was. */
public sealed interface SupervisorAction extends Action {

    @Override
    default String op() {
        return switch (this) {
            case UpdateCore _ -> "update_core";
            case UpdateSupervisor _ -> "update_supervisor";
            case UpdateOs _ -> "update_os";
            case RestoreCore _ -> "restore_core";
            case AddRepository _ -> "add_repository";
            case RemoveRepository _ -> "remove_repository";
            case InstallAddon _ -> "install_addon";
            case RestoreAddon _ -> "restore_addon";
            case UpdateAddon _ -> "update_addon";
            case ConfigureAddon _ -> "configure_addon";
            case StartAddon _ -> "start_addon";
            case StopAddon _ -> "stop_addon";
            case UninstallAddon _ -> "uninstall_addon";
        };
    }

    @Override
    default Stage stage() {
        return switch (this) {
            case RemoveRepository _, StopAddon _, UninstallAddon _ -> Stage.REMOVALS;
            case OfComponent _,
                    AddRepository _,
                    InstallAddon _,
                    RestoreAddon _,
                    UpdateAddon _,
                    ConfigureAddon _,
                    StartAddon _ -> Stage.HOME_ASSISTANT;
        };
    }

    @Override
    default Risk risk() {
        return switch (this) {
            case StartAddon _ -> Risk.LOW;
            case UpdateSupervisor _, OfRepository _, InstallAddon _, UpdateAddon _, ConfigureAddon _, StopAddon _ ->
                Risk.MEDIUM;
            case UpdateCore _, UpdateOs _, RestoreCore _, RestoreAddon _, UninstallAddon _ -> Risk.HIGH;
        };
    }

    @Override
    default Undo undo() {
        return switch (this) {
            case OfRepository _ -> Undo.EXACT;
            case UpdateSupervisor _, UpdateOs _ -> Undo.NONE;
            case UpdateCore _, RestoreCore _, OfAddon _ -> Undo.BEST_EFFORT;
        };
    }

    /** About Home Assistant, the Supervisor, or the operating system. */
    sealed interface OfComponent extends SupervisorAction {
        ReleaseName version();

        default Component component() {
            return switch (this) {
                case UpdateCore _, RestoreCore _ -> Component.CORE;
                case UpdateSupervisor _ -> Component.SUPERVISOR;
                case UpdateOs _ -> Component.OS;
            };
        }

        @Override
        default String key() {
            return component().word();
        }
    }

    /** To another version than is there. An older one is never asked for. */
    sealed interface Update extends OfComponent {}

    record UpdateCore(ReleaseName version) implements Update {}

    record UpdateSupervisor(ReleaseName version) implements Update {}

    /** It runs once the machine is started again, which twin does not do. */
    record UpdateOs(ReleaseName version) implements Update {}

    /** Brings back Home Assistant and its configuration from the newest backup that twin made of this version. */
    record RestoreCore(ReleaseName version) implements OfComponent {}

    sealed interface OfRepository extends SupervisorAction {
        RepositorySource source();

        @Override
        default String key() {
            return source().text();
        }
    }

    record AddRepository(RepositorySource source) implements OfRepository {}

    record RemoveRepository(RepositorySource source) implements OfRepository {}

    sealed interface OfAddon extends SupervisorAction {
        AddonSlug slug();

        @Override
        default String key() {
            return slug().text();
        }
    }

    /** The newest version, with the options that it brings, stopped. */
    record InstallAddon(AddonSlug slug) implements OfAddon {}

    /**
     * Brings back an add-on with its options and data from the newest backup that twin made of this version.
     *
     * @param brings options that it has to have then, for nobody else has them
     */
    record RestoreAddon(AddonSlug slug, ReleaseName version, Map<String, OptionValue> brings) implements OfAddon {
        public RestoreAddon {
            brings = Map.copyOf(brings);
        }
    }

    /** @param version the newest: the Supervisor installs no other */
    record UpdateAddon(AddonSlug slug, ReleaseName version) implements OfAddon {}

    /** @param restart whether it runs, and has to be started again to notice */
    record ConfigureAddon(AddonSlug slug, AddonSettings settings, boolean restart) implements OfAddon {}

    record StartAddon(AddonSlug slug) implements OfAddon {}

    record StopAddon(AddonSlug slug) implements OfAddon {}

    record UninstallAddon(AddonSlug slug) implements OfAddon {}
}
