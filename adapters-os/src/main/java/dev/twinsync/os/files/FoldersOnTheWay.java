package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.port.Forecast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folders that {@link Ground} makes for want of them, each beside the first action below it: thousands of files may be in one. Where
 * that one is not carried out, the next makes it.
 */
final class FoldersOnTheWay {

    private final Set<Path> madeByName;
    private final Set<Path> there = new HashSet<>();
    private final Set<Path> named = new HashSet<>();

    /**
     * What is made by name is no folder yet, so nothing can be below it, whatever else is in its place.
     *
     * @param plan without what is not going to be done: a folder that is declared and cannot be made is made on the way all the same
     */
    private FoldersOnTheWay(List<FileAction> plan) {
        this.madeByName = plan.stream()
                .filter(MakeDirectory.class::isInstance)
                .map(action -> Path.of(action.key()))
                .collect(Collectors.toSet());
    }

    /** By key; what makes none is left out, and so is what cannot be looked at. */
    static Map<String, Forecast> of(List<FileAction> plan) {
        var folders = new FoldersOnTheWay(plan);
        var effects = new TreeMap<String, Forecast>();
        for (FileAction action : plan) {
            var made = folders.above(action).stream()
                    .filter(folders.named::add)
                    .map(Path::toString)
                    .toList();
            if (!made.isEmpty()) {
                effects.put(action.key(), new Forecast.Effects(made, List.of()));
            }
        }
        return effects;
    }

    private List<Path> above(FileAction action) {
        return switch (action) {
            case Write _, Link _, MakeDirectory _ -> missing(Ground.above(Path.of(action.key())));
            case SetAttributes _, Delete _, DeleteDirectory _ -> List.of();
        };
    }

    private List<Path> missing(List<Path> above) {
        try {
            for (Path folder : above) {
                if (madeByName.contains(folder) || !isThere(folder)) {
                    return above.subList(above.indexOf(folder), above.size()).stream()
                            .filter(each -> !madeByName.contains(each))
                            .toList();
                }
            }
        } catch (IOException _) {
            return List.of(); // who may not look there foretells nothing of it, as Foresight does
        }
        return List.of();
    }

    private boolean isThere(Path folder) throws IOException {
        if (!there.contains(folder) && Stat.of(folder).isPresent()) {
            there.add(folder);
        }
        return there.contains(folder);
    }
}
