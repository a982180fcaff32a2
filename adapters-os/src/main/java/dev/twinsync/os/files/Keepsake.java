package dev.twinsync.os.files;

import dev.twinsync.port.Backups;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what a file holds before it is replaced or removed, so that it can come back. */
record Keepsake(Backups backups) {

    /** What can not be kept may not be taken away. */
    void take(Path target) throws IOException, Refusal {
        var stat = Stat.of(target).filter(Stat::isRegular);
        if (stat.isPresent()) {
            try {
                keep(target, stat.get());
            } catch (Unsteady moving) {
                throw new Refusal(target + " was being changed while twin kept what it holds; try again");
            } catch (IOException failed) {
                throw new Refusal("what " + target + " holds could not be kept for undo, so it was left as it is: "
                        + Sentences.of(failed));
            }
        }
    }

    private void keep(Path target, Stat stat) throws IOException {
        try (var first = open(target);
                var second = open(target)) {
            backups.keep(Content.read(first, stat.size(), false).digest(), second);
        }
        if (!Stat.of(target).equals(Optional.of(stat))) {
            throw new Unsteady();
        }
    }

    private static InputStream open(Path target) throws IOException {
        return Files.newInputStream(target, LinkOption.NOFOLLOW_LINKS);
    }
}
