package dev.twinsync.os.doctor;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether anybody on the machine can look into its repository, which holds what not everybody may read there. twin makes it closed; a
 * clone of it is as open as any other folder.
 *
 * @param root the folder that stands for {@code /}
 * @param repository a folder that is there
 */
public record RepositoryReaders(Path root, Path repository) {

    private static final String WHAT = "readers";

    public Finding finding() {
        try {
            return isOpen()
                    ? Finding.note(
                            WHAT,
                            "others may look into " + repository + ", which holds what not everybody may read here",
                            "chmod go-rwx " + ShellWord.of(repository))
                    : Finding.ok(WHAT, "the repository is closed to others");
        } catch (IOException unreadable) {
            return Finding.note(
                    WHAT, "cannot be found out: " + unreadable.getMessage(), "see: ls -ld " + ShellWord.of(repository));
        }
    }

    /** One closed folder on the way is enough. */
    private boolean isOpen() throws IOException {
        var top = root.toRealPath();
        for (var place = repository.toRealPath(); !place.equals(top); place = place.getParent()) {
            var stat = Stat.of(place);
            if (stat.isPresent() && !stat.get().othersMaySearch()) {
                return false;
            }
        }
        return true;
    }
}
