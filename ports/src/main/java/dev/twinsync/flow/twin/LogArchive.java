package dev.twinsync.flow.twin;

import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The captures before the current one: each in a folder that is called by its time, {@code logs/2026-11-22T13-00-00Z/}. */
final class LogArchive {

    private final TwinRepo repo;
    private final Logging logging;

    LogArchive(TwinRepo repo, Logging logging) {
        this.repo = repo;
        this.logging = logging;
    }

    /** Moves the current capture to the others, and thins those out. */
    void putAside(LogIndex current, Instant now) throws IOException {
        if (current.capturedAt().isPresent()) {
            move(current, place(current, current.capturedAt().get()));
        }
        prune(now);
    }

    /** A folder of its own; the second after, where the clock went back to a second of which there is another capture already. */
    private String place(LogIndex current, String capturedAt) throws IOException {
        var folder = Layout.LOGS + "/" + Times.asName(capturedAt);
        var time = Times.of(capturedAt);
        while (time.isPresent() && isOfAnother(current, folder)) {
            time = time.map(taken -> taken.plusSeconds(1));
            folder = Layout.LOGS + "/" + Times.asName(time.get().toString());
        }
        return folder;
    }

    /** A folder of which the index is not there yet, or is this one, is of a move that was cut off. */
    private boolean isOfAnother(LogIndex current, String folder) throws IOException {
        return index(folder) instanceof Reading.Value<Optional<LogIndex>>(var index)
                ? index.filter(found -> !found.equals(current)).isPresent()
                : true;
    }

    private Reading<Optional<LogIndex>> index(String folder) throws IOException {
        return repo.read(Layout.logIndexBeside(folder + "/index.yaml"));
    }

    /** The index comes last: where it is there, all is, and what is in the place of it may be of the next capture by now. */
    private void move(LogIndex current, String folder) throws IOException {
        var texts = new ArrayList<>(repo.list(Layout.CURRENT_LOGS));
        texts.remove(Layout.LOG_INDEX);
        if (!index(folder).equals(new Reading.Value<>(Optional.of(current)))) {
            for (String path : texts) {
                copy(path, folder);
            }
            copy(Layout.LOG_INDEX, folder);
        }
        for (String path : texts) {
            repo.delete(path);
        }
    }

    private void copy(String path, String folder) throws IOException {
        try (var content = repo.open(path)) {
            repo.store(folder + path.substring(Layout.CURRENT_LOGS.length()), content);
        }
    }

    private void prune(Instant now) throws IOException {
        var folders = folders();
        var staying = new Thinning(logging.keep(), logging.keepDays()).staying(folders.values(), now);
        for (var folder : folders.entrySet()) {
            if (!staying.contains(folder.getValue())) {
                delete(folder.getKey());
            }
        }
    }

    private void delete(String folder) throws IOException {
        for (String path : repo.list(Layout.LOGS + "/" + folder)) {
            repo.delete(path);
        }
    }

    /** With the time of each. What is not called by a time was not made by twin, and stays. */
    private Map<String, Instant> folders() throws IOException {
        var folders = new HashMap<String, Instant>();
        for (String path : repo.list(Layout.LOGS)) {
            var names = path.split("/");
            if (names.length > 2) {
                time(names[1]).ifPresent(time -> folders.put(names[1], time));
            }
        }
        return folders;
    }

    private static Optional<Instant> time(String folder) {
        return Times.of(folder.replaceFirst("-(\\d\\d)-(\\d\\d)Z$", ":$1:$2Z"));
    }
}
