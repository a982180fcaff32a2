package dev.twinsync.git.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * Keeps the history small. Every commit leaves whole files of its own behind, and nobody else packs them where the clock is all that
 * commits.
 */
public record Packing(GitFolder git) {

    private static final int SINGLE = 2_000;
    private static final int PACKS = 50;
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final String NOTE = "twin-packed";

    private static final int MEMORY = 16 * 1024 * 1024;
    private static final int NOT_COMPARED = 4 * 1024 * 1024;

    /** Once a day at most, also where it fails; with the owner's {@code gc.auto} later, and where that is 0 never. */
    public void whenDue() throws IOException {
        if (isMuch(SINGLE) && !isPartial()) { // mostly not, and then Git need not be opened
            git.with(repository -> {
                int most = repository.getConfig().getInt("gc", null, "auto", SINGLE);
                if (most > 0 && isMuch(most) && !isRecent()) {
                    Files.write(note(), new byte[0]);
                    pack(repository);
                }
                return true;
            });
        }
    }

    private Path note() {
        return git.path().resolve(NOTE);
    }

    private boolean isRecent() throws IOException {
        return Files.exists(note(), LinkOption.NOFOLLOW_LINKS)
                && Duration.between(Files.getLastModifiedTime(note()).toInstant(), Instant.now())
                                .abs()
                                .compareTo(PAUSE)
                        < 0;
    }

    /** As git does it: names are spread evenly, so that one of the 256 folders tells of all. */
    private boolean isMuch(int most) throws IOException {
        var objects = git.path().resolve("objects");
        return 256 * count(objects.resolve("17"), _ -> true) > most
                || count(objects.resolve("pack"), name -> name.endsWith(".pack")) > PACKS;
    }

    /** Only git knows how to pack a clone of which a part is still elsewhere. */
    private boolean isPartial() throws IOException {
        return count(git.path().resolve("objects/pack"), name -> name.endsWith(".promisor")) > 0;
    }

    private static long count(Path folder, Predicate<String> names) throws IOException {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> names.test(file.getFileName().toString()))
                    .count();
        }
    }

    /** What is on no branch may be all that is left of something, or be in use by another work tree: it is never pruned. */
    private void pack(FileRepository repository) throws IOException {
        GitFolder.keepLittleInMemory(repository);
        repository
                .getConfig()
                .unset("gc", null, "pruneExpire"); // JGit cannot count with "never", and "now" would throw packs away
        var collector = new GC(repository);
        collector.setExpire(Instant.EPOCH);
        collector.setPackConfig(modest(repository));
        try {
            collector.gc().join();
        } catch (ParseException | GitAPIException | CompletionException fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    /** On the smallest machine, beside what else it does. */
    private static PackConfig modest(FileRepository repository) {
        var config = new PackConfig(repository);
        config.setThreads(1);
        config.setDeltaSearchMemoryLimit(MEMORY);
        config.setDeltaCacheSize(MEMORY);
        config.setBigFileThreshold(NOT_COMPARED);
        config.setBuildBitmaps(false);
        return config;
    }
}
