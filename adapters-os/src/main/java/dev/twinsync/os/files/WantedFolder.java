package dev.twinsync.os.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A private folder of files that are wanted for a time; a file's time is when it was kept last. Beside each a {@link KeepNote}
 * says for how long, one for each number of days that somebody asked for.
 *
 * @param days for how long what is kept here now is wanted; what others kept, for how long they want it
 */
record WantedFolder(PrivateFolder folder, long days) {

    void make() throws IOException {
        folder.make();
    }

    Optional<Path> find(String name) throws IOException {
        return folder.find(name);
    }

    /** Makes or replaces a file, on disk once this returns. The folder must be there. */
    void put(String name, PrivateFolder.Filler filler) throws IOException {
        folder.put(name, file -> {
            filler.fill(file);
            noteOfNew(name);
        });
    }

    /** That what is there is wanted from now on. */
    void renew(String name, Path kept) throws IOException {
        note(name);
        Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
    }

    /** Before the file takes its place: there is never a moment at which it could be forgotten too early. */
    private void note(String name) throws IOException {
        folder.put(noteName(name), _ -> {});
    }

    /** As {@link #note}; it gets onto the disk together with the name of the file, for which the folder is waited for anyway. */
    private void noteOfNew(String name) throws IOException {
        try {
            folder.create(noteName(name)).close();
        } catch (FileAlreadyExistsException _) {
            note(name); // of what is gone, or is replaced
        }
    }

    private String noteName(String name) {
        return new KeepNote(name, days).name();
    }

    /** Removes a file, for good once this returns; its notes go in their time. */
    void forget(String name) throws IOException {
        var kept = find(name);
        if (kept.isPresent() && Files.deleteIfExists(kept.get())) {
            folder.sync();
        }
    }

    /** Removes what nobody wanted for as long as until that moment, and says how many. */
    int prune(Instant now) throws IOException {
        return folder.isThere() ? new Forgetting(folder.path(), days, now).prune() : 0;
    }
}
