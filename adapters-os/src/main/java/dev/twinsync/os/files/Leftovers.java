package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a replacement that was cut off left beside its target. */
final class Leftovers {

    private final Ground ground = new Ground();
    private final Path repository;

    Leftovers(Path repository) {
        this.repository = repository;
    }

    /** @return why it could not be removed, in words; empty: nothing is left */
    Optional<String> clear(FileAction action) {
        var target = Path.of(action.path().text());
        try {
            if (!target.startsWith(repository) && ground.isFirmUnder(target)) {
                remove(Replacement.beside(target));
            }
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        } catch (IOException failed) {
            return Optional.of(Sentences.of(failed));
        }
    }

    private void remove(Path beside) throws IOException, Refusal {
        var stat = Stat.of(beside);
        if (stat.isEmpty()) {
            return;
        }
        if (!stat.get().isRegular() && stat.get().type() != Stat.Type.LINK) {
            throw new Refusal(beside + " is neither a file nor a link, so twin did not make it; move it away");
        }
        ground.checkHeld(beside, stat.get());
        Files.delete(beside);
        Ground.sync(beside.getParent());
    }
}
