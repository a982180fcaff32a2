package dev.twinsync.port;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that have folders above them, as on a real machine: what is missing there is made on the way, and a folder that holds something
 * stays. The folders of the top, as /etc, are there without being told of.
 */
public class SimulatedFiles extends Simulated<DesiredFile, LiveFile, FileAction> {

    /** What happens once the folders are there and the file is not. */
    public Runnable onTheWay = () -> {};

    /** Folders that who runs twin may not look into; root, who acts, may. */
    public Set<String> closed = Set.of();

    /** What was looked at, in order. */
    public final List<Scope> looks = new ArrayList<>();

    /** Whether it tells what comes along; an older twin did not. */
    public boolean tellsWhatComesAlong = true;

    public SimulatedFiles(List<LiveFile> live) {
        super(new Files(), live);
    }

    @Override
    public Observation<LiveFile> observe(Scope scope) {
        looks.add(scope);
        return switch (super.observe(scope)) {
            case Observation.Unavailable<LiveFile> unavailable -> unavailable;
            case Observation.Seen<LiveFile> seen ->
                new Observation.Seen<>(
                        seen.live().stream()
                                .filter(file -> !isHidden(file.key()))
                                .toList(),
                        Stream.concat(
                                        closed.stream()
                                                .map(folder ->
                                                        new Observation.Gap(folder + "/*", folder + " is closed")),
                                        links().map(link ->
                                                new Observation.Gap(link + "/*", link + " is a symbolic link")))
                                .toList());
        };
    }

    private boolean isHidden(String key) {
        return Stream.concat(closed.stream(), links()).anyMatch(folder -> isBelow(folder, key));
    }

    private Stream<String> links() {
        return things().stream().filter(LiveFile.Symlink.class::isInstance).map(LiveFile::key);
    }

    private static boolean isBelow(String folder, String key) {
        return key.startsWith(folder + "/");
    }

    @Override
    public Map<String, Forecast> forecast(List<FileAction> actions) {
        var foreseen = new TreeMap<String, Forecast>();
        var going = actions.stream()
                .filter(FileAction::takesAway)
                .map(FileAction::key)
                .collect(Collectors.toCollection(HashSet::new));
        things().stream().map(LiveFile::key).filter(this::isHidden).forEach(going::add);
        actions.stream()
                .filter(action -> action instanceof DeleteDirectory)
                .sorted((one, other) -> other.key().compareTo(one.key()))
                .filter(removal -> holdsBut(removal.key(), going))
                .forEach(removal -> {
                    foreseen.put(removal.key(), new Forecast.Impossible(removal.key() + " is not empty"));
                    going.remove(removal.key());
                });
        var named = actions.stream()
                .filter(MakeDirectory.class::isInstance)
                .map(FileAction::key)
                .collect(Collectors.toCollection(HashSet::new));
        actions.stream().filter(action -> !foreseen.containsKey(action.key())).forEach(action -> {
            var missing = missingAbove(action);
            missing.removeIf(folder -> !named.add(folder));
            if (!missing.isEmpty() && tellsWhatComesAlong) {
                foreseen.put(action.key(), new Forecast.Effects(missing, List.of()));
            }
        });
        return foreseen;
    }

    @Override
    public Attempt apply(List<FileAction> transaction, Progress progress) {
        for (FileAction action : transaction) {
            if (action instanceof DeleteDirectory && holdsBut(action.key(), Set.of())) {
                return new Attempt.Refused(action.key() + ": Directory not empty");
            }
            missingAbove(action).forEach(folder -> put(madeOnTheWay(folder)));
            onTheWay.run();
            super.apply(List.of(action), progress);
        }
        return new Attempt.Ran();
    }

    private boolean holdsBut(String folder, Set<String> going) {
        return things().stream().anyMatch(thing -> isBelow(folder, thing.key()) && !going.contains(thing.key()));
    }

    /** From the top down. */
    private List<String> missingAbove(FileAction action) {
        var missing = new ArrayList<String>();
        if (action instanceof Write || action instanceof Link || action instanceof MakeDirectory) {
            var there = things().stream().map(LiveFile::key).collect(Collectors.toSet());
            for (int end = action.key().lastIndexOf('/');
                    end > action.key().indexOf('/', 1);
                    end = action.key().lastIndexOf('/', end - 1)) {
                var folder = action.key().substring(0, end);
                if (!there.contains(folder)) {
                    missing.addFirst(folder);
                }
            }
        }
        return missing;
    }

    /** As twin makes one on its way. */
    public static LiveFile madeOnTheWay(String path) {
        return new LiveFile.Directory(new TargetPath(path), new FileMode("0755"), AccountName.ROOT, AccountName.ROOT);
    }
}
