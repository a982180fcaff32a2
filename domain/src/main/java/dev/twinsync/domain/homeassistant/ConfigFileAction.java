package dev.twinsync.domain.homeassistant;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.files.WritesContent;

/** What can be done to the configuration. The files of one plan are written together, for they are checked together. */
public sealed interface ConfigFileAction extends Action {

    @Override
    default String key() {
        return switch (this) {
            case SyncConfigFile(var path, var _, var _) -> path.text();
            case RemoveConfigFile(var path) -> path.text();
            case Reload(var service) -> service.text();
            case Restart() -> CoreService.RESTART.text();
        };
    }

    @Override
    default String op() {
        return switch (this) {
            case SyncConfigFile _ -> "sync_config_file";
            case RemoveConfigFile _ -> "remove_config_file";
            case Reload _ -> "reload";
            case Restart() -> "restart";
        };
    }

    @Override
    default Stage stage() {
        return switch (this) {
            case SyncConfigFile _, RemoveConfigFile _ -> Stage.HOME_ASSISTANT;
            case Reload _, Restart() -> Stage.HOME_ASSISTANT_NOTICES;
        };
    }

    @Override
    default boolean takesAway() {
        return this instanceof RemoveConfigFile;
    }

    @Override
    default boolean makes() {
        return this instanceof SyncConfigFile;
    }

    @Override
    default Risk risk() {
        return this instanceof Reload ? Risk.LOW : Risk.MEDIUM;
    }

    /** What a file held is kept before. */
    @Override
    default Undo undo() {
        return Undo.EXACT;
    }

    /** Makes the file, or puts the wished content into the one that is there. */
    record SyncConfigFile(ConfigPath path, TwinPath twinPath, Digest digest)
            implements ConfigFileAction, WritesContent {}

    record RemoveConfigFile(ConfigPath path) implements ConfigFileAction {}

    /** Has a domain read its files again. */
    record Reload(CoreService service) implements ConfigFileAction {}

    /** Starts Home Assistant again: for a while nothing in the house is looked after. */
    record Restart() implements ConfigFileAction {}
}
