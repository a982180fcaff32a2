package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.os.Self;
import dev.twinsync.port.Forecast;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an action is bound to fail by as things are, told when the plan is made. What the same plan puts right before is none; what
 * cannot be found out is left to {@link Hand}, which checks all of it again.
 */
final class Foresight {

    private static final Self ROOT = new Self("root", 0);
    private static final int STICKY = 01000;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    private final Self self;
    private final KnownAccounts accounts = new KnownAccounts();
    private final Set<Path> removed = new HashSet<>();
    private final Set<Path> dressed = new HashSet<>();
    private final Set<Path> open = new HashSet<>();
    private final Set<Path> noFolders = new HashSet<>();
    /** Folders that were looked at, by who would make the change; many files are in one. */
    private final Map<Self, Set<Path>> firm = new HashMap<>();

    private Foresight(List<FileAction> plan, Self self) {
        this.self = self;
        for (FileAction action : plan) {
            var place = Path.of(action.key());
            switch (action) {
                case Write _, Link _ -> noFolders.add(place);
                case MakeDirectory make -> dress(place, make.mode());
                case SetAttributes set -> dress(place, set.mode());
                case Delete _, DeleteDirectory _ -> removed.add(place);
            }
        }
    }

    private void dress(Path place, FileMode mode) {
        if ((mode.bits() & STICKY) == 0 && (mode.bits() & OTHERS_WRITE) != 0) {
            open.add(place);
        } else if ((mode.bits() & GROUP_WRITES) == 0) {
            dressed.add(place);
        }
    }

    /**
     * By key. What is in a folder is looked at before it: what stays keeps the folder.
     *
     * @param self who runs twin; what needs root, root would do
     */
    static Map<String, Forecast> of(List<FileAction> plan, Self self) {
        var foresight = new Foresight(plan, self);
        var foreseen = new TreeMap<String, Forecast>();
        plan.stream()
                .filter(FileAction::takesAway)
                .sorted(Comparator.comparing(FileAction::key).reversed())
                .forEach(removal -> foresight.of(removal).ifPresent(forecast -> {
                    foreseen.put(removal.key(), forecast);
                    foresight.removed.remove(Path.of(removal.key()));
                }));
        plan.stream()
                .filter(action -> !action.takesAway())
                .forEach(action ->
                        foresight.of(action).ifPresent(forecast -> foreseen.putIfAbsent(action.key(), forecast)));
        return foreseen;
    }

    private Optional<Forecast> of(FileAction action) {
        try {
            check(action, Path.of(action.key()));
            return accounts.missing(action).map(Forecast.Unknown::new);
        } catch (Refusal refusal) {
            return Optional.of(new Forecast.Impossible(refusal.getMessage()));
        } catch (IOException unseen) {
            return Optional.empty();
        }
    }

    private void check(FileAction action, Path target) throws IOException, Refusal {
        var above = Ground.above(target);
        checkFolders(above);
        var actor = Obstacle.of(action, self).isEmpty() ? self : ROOT;
        boolean isThere = areThere(above, actor);
        Unchangeable.OF_THIS_MACHINE.check(action, target);
        if (isThere) {
            checkTarget(action, target);
        }
    }

    private boolean areThere(List<Path> above, Self actor) throws IOException, Refusal {
        for (Path directory : above) {
            if (!dressed.contains(directory) && !removed.contains(directory) && !isFirm(directory, actor)) {
                return false;
            }
        }
        return true;
    }

    private void checkTarget(FileAction action, Path target) throws IOException, Refusal {
        switch (action) {
            case Write write -> {
                checkNames(target);
                checkExtras(target, write);
            }
            case Link _, SetAttributes _ -> checkNames(target);
            case DeleteDirectory _ -> checkEmpty(target);
            case MakeDirectory _, Delete _ -> {}
        }
    }

    private boolean isFirm(Path directory, Self actor) throws IOException, Refusal {
        var known = firm.computeIfAbsent(actor, _ -> new HashSet<>());
        boolean isFirm = known.contains(directory) || new Ground(actor).isFirm(directory);
        if (isFirm) {
            known.add(directory);
        }
        return isFirm;
    }

    private void checkFolders(List<Path> above) throws Refusal {
        for (Path directory : above) {
            if (noFolders.contains(directory)) {
                throw new Refusal("state/ wishes for a file or link at " + directory
                        + ", below which nothing can be; take one of the two out of it");
            }
            if (open.contains(directory)) {
                throw new Refusal("state/ lets everybody write to " + directory
                        + ", and twin changes nothing below such a folder; wish for another mode of it");
            }
        }
    }

    private static void checkNames(Path target) throws IOException, Refusal {
        var stat = Stat.of(target).filter(Stat::isRegular);
        if (stat.isPresent() && stat.get().links() > 1) {
            throw new Refusal(target + " has " + stat.get().links()
                    + " names (hard links), and twin parts none of them; remove the others or this one first");
        }
    }

    private static void checkExtras(Path target, Write write) throws IOException, Refusal {
        if (Stat.of(target).filter(Stat::isRegular).isPresent()) {
            Extras.checkCarried(target, write.owner().equals(AccountName.ROOT), write.mode());
        }
    }

    private void checkEmpty(Path target) throws IOException, Refusal {
        try (var entries = Files.newDirectoryStream(target)) {
            for (Path entry : entries) {
                if (!removed.contains(entry)) {
                    throw new Refusal(target + " is not empty: " + entry.getFileName()
                            + " is in it; declare what is in it absent too, or remove it by hand");
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
    }
}
