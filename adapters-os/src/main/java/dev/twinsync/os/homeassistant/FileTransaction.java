package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigFileAction.RemoveConfigFile;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.os.homeassistant.Pending.Change;
import dev.twinsync.os.homeassistant.Pending.Former;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Files of a configuration that are changed together, as they are checked together: all of them, or none. A configuration that
 * Home Assistant does not find sound goes back to what it was.
 */
record FileTransaction(
        ConfigFolder folder,
        Installation installation,
        ConfigurationCheck check,
        WishedFiles wished,
        Backups backups,
        Pending.Store store,
        Progress progress) {

    private static final int CHECKED = 20;
    private static final int WRITTEN = 60;

    Attempt run(List<ConfigFileAction> actions) throws IOException, Refusal {
        var contents = contents(actions);
        var changes = changes(actions);
        progress.at(0, "checking the configuration before it is changed");
        return switch (check.of(installation)) {
            case Soundness.Unknown(var reason) -> new Attempt.Refused(reason);
            case Soundness.Sound _ -> change(changes, contents, true);
            case Soundness.Broken _ -> change(changes, contents, false);
        };
    }

    /** What cannot be had is found out before anything is changed. */
    private Map<ConfigPath, byte[]> contents(List<ConfigFileAction> actions) throws IOException, Refusal {
        var contents = new LinkedHashMap<ConfigPath, byte[]>();
        for (ConfigFileAction action : actions) {
            if (action instanceof SyncConfigFile sync) {
                contents.put(sync.path(), wished.content(sync));
            }
        }
        return contents;
    }

    private List<Change> changes(List<ConfigFileAction> actions) throws IOException, Refusal {
        var changes = new ArrayList<Change>();
        for (ConfigFileAction action : actions) {
            switch (action) {
                case SyncConfigFile(var path, var _, var digest) -> changes.add(change(path, Optional.of(digest)));
                case RemoveConfigFile(var path) -> changes.add(change(path, Optional.empty()));
                case ConfigFileAction.Reload _, ConfigFileAction.Restart _ ->
                    throw new IllegalArgumentException("no change of a file: " + action);
            }
        }
        return changes;
    }

    private Change change(ConfigPath path, Optional<Digest> after) throws IOException, Refusal {
        return new Change(
                path, folder.read(path).map(file -> new Former(Sha256.of(file.content()), file.wear())), after);
    }

    private Attempt change(List<Change> changes, Map<ConfigPath, byte[]> contents, boolean wasSound)
            throws IOException, Refusal {
        for (Change change : changes) {
            keep(change);
        }
        var made = new LinkedHashSet<String>();
        for (ConfigPath path : contents.keySet()) {
            made.addAll(new Subfolders(folder).missingAbove(path));
        }
        var pending = new Pending(folder.path(), wasSound, List.copyOf(made), changes);
        store.put(pending);
        progress.at(CHECKED, "writing");
        try {
            write(pending, contents);
        } catch (IOException | Refusal failed) {
            return takeBack(pending, Footing.inWords(failed));
        }
        progress.at(WRITTEN, "checking the changed configuration");
        return switch (check.of(installation)) {
            case Soundness.Sound _ -> {
                store.clear();
                progress.at(100, "the configuration is sound");
                yield new Attempt.Ran();
            }
            case Soundness.Broken(var log) -> takeBack(pending, verdict(wasSound) + log);
            case Soundness.Unknown(var reason) -> takeBack(pending, reason);
        };
    }

    private static String verdict(boolean wasSound) {
        return wasSound
                ? "Home Assistant does not find the changed configuration sound: "
                : "Home Assistant did not find the configuration sound before, and does not find the changed one sound either: ";
    }

    /** It may have been changed while the check went on; what is kept must be what stands there. */
    private void keep(Change change) throws IOException, Refusal {
        var now = folder.read(change.path());
        if (!now.map(file -> Sha256.of(file.content())).equals(change.before().map(Former::digest))) {
            throw new Refusal(change.path()
                    + " was changed by somebody else meanwhile, so nothing was done; run twin plan again");
        }
        if (now.isPresent()) {
            backups.keep(
                    change.before().orElseThrow().digest(),
                    new ByteArrayInputStream(now.get().content()));
        }
    }

    private void write(Pending pending, Map<ConfigPath, byte[]> contents) throws IOException, Refusal {
        for (String made : pending.madeFolders()) {
            new Subfolders(folder).make(made);
        }
        for (Change change : pending.changes()) {
            if (change.after().isPresent()) {
                folder.put(change.path(), contents.get(change.path()), Optional.empty());
            } else {
                folder.remove(change.path());
            }
        }
    }

    private Attempt takeBack(Pending pending, String why) {
        progress.at(WRITTEN, "putting back what was there");
        var end = new Restoring(folder, backups).restore(pending);
        if (!end.stuck().isEmpty()) {
            return new Attempt.Refused(why + "; and not all of it could be put back: " + String.join("; ", end.stuck())
                    + ". What these files held is kept; twin tries again with the next command that changes something");
        }
        try {
            store.clear();
        } catch (IOException failed) {
            return new Attempt.Refused(why + "; everything was put back, but " + Footing.inWords(failed));
        }
        var others = end.left().stream().map("; "::concat).collect(Collectors.joining());
        return new Attempt.TakenBack(why + others + afterwards(pending.wasSound()));
    }

    private String afterwards(boolean wasSound) {
        return switch (check.of(installation)) {
            case Soundness.Sound _ -> "; everything was put back, and the configuration is sound again";
            case Soundness.Unknown(var reason) ->
                "; everything was put back as it was, and could not be checked: " + reason;
            case Soundness.Broken(var log) ->
                wasSound
                        ? "; everything was put back as it was, yet Home Assistant now says: " + log
                        : "; everything was put back as it was";
        };
    }
}
