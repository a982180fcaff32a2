package dev.twinsync.flow;

import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The captures before the current one: each in a folder that is called by its time, {@code logs/2026-11-22T13-00-00Z/}. */
final class LogArchive {

    private final TwinRepo repo;
    private final Logging logging;

    LogArchive(TwinRepo repo, Logging logging) {
        this.repo = repo;
        this.logging = logging;
    }

    /** Moves the current capture to the others, and lets go of those that are too many or too old. */
    void putAside(LogIndex current, Instant now) throws IOException {
        if (current.capturedAt().isPresent()) {
            move(Layout.LOGS + "/" + Times.asName(current.capturedAt().get()));
        }
        prune(now);
    }

    private void move(String folder) throws IOException {
        var paths = repo.list(Layout.CURRENT_LOGS);
        for (String path : paths) {
            try (var content = repo.open(path)) {
                repo.store(folder + path.substring(Layout.CURRENT_LOGS.length()), content);
            }
        }
        for (String path : paths) {
            if (!path.equals(Layout.LOG_INDEX)) {
                repo.delete(path);
            }
        }
    }

    private void prune(Instant now) throws IOException {
        var oldest = now.minus(Duration.ofDays(logging.keepDays()));
        int kept = 0;
        for (String folder : folders()) {
            kept++;
            boolean isOld = time(folder).filter(oldest::isAfter).isPresent();
            if (kept > logging.keep() || isOld) {
                delete(folder);
            }
        }
    }

    private void delete(String folder) throws IOException {
        for (String path : repo.list(Layout.LOGS + "/" + folder)) {
            repo.delete(path);
        }
    }

    /** The newest first. What is not called by a time was not made by twin, and stays. */
    private List<String> folders() throws IOException {
        return repo.list(Layout.LOGS).stream()
                .map(path -> path.split("/"))
                .filter(names -> names.length > 2 && time(names[1]).isPresent())
                .map(names -> names[1])
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Optional<Instant> time(String folder) {
        return Times.of(folder.replaceFirst("-(\\d\\d)-(\\d\\d)Z$", ":$1:$2Z"));
    }
}
