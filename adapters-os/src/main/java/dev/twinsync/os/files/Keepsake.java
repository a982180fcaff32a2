package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.Backups;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what a file holds before it is replaced or removed, so that it can come back. */
record Keepsake(Backups backups) {

    /** Besides what it holds, all that is lost with it. */
    @FunctionalInterface
    private interface Besides {
        void keep(Digest content, Stat stat) throws IOException;
    }

    /** Of what another file takes the place, which gets its {@link Extras}. What can not be kept may not be taken away. */
    void replace(Path target) throws IOException, Refusal {
        take(target, (_, _) -> {});
    }

    /** Of what goes with all that is set on it. What can not be kept may not be taken away. */
    void takeAway(Path target, Away away) throws IOException, Refusal {
        var path = new TargetPath(target.toString());
        try {
            take(target, (content, stat) -> extras().keep(path, content, stat));
            away.take();
        } catch (IOException failed) {
            letGo(path, Sentences.of(failed));
            throw failed;
        } catch (Refusal refusal) {
            letGo(path, refusal.getMessage());
            throw refusal;
        }
    }

    /** It is still there: what is set on it may be taken from it by hand, and is not to come back then. */
    private void letGo(TargetPath path, String because) throws Refusal {
        try {
            extras().end(path);
        } catch (IOException failed) {
            throw new Refusal(
                    because.contains(failed.getMessage()) ? because : because + "; and " + failed.getMessage());
        }
    }

    /** Takes the file away, or puts something else in its place. */
    @FunctionalInterface
    interface Away {
        void take() throws IOException, Refusal;
    }

    KeptExtras extras() {
        return new KeptExtras(backups);
    }

    private void take(Path target, Besides besides) throws IOException, Refusal {
        var stat = Stat.of(target).filter(Stat::isRegular);
        if (stat.isPresent()) {
            try {
                keep(target, stat.get(), besides);
            } catch (Unsteady moving) {
                throw new Refusal(target + " was being changed while twin kept what it holds; try again");
            } catch (IOException failed) {
                throw new Refusal("what " + target + " holds could not be kept for undo, so it was left as it is: "
                        + Sentences.of(failed));
            }
        }
    }

    private void keep(Path target, Stat stat, Besides besides) throws IOException {
        try (var first = open(target);
                var second = open(target)) {
            var content = Content.read(first, stat.size(), false).digest();
            backups.keep(content, second);
            besides.keep(content, stat);
        }
        if (!Stat.of(target).equals(Optional.of(stat))) {
            throw new Unsteady();
        }
    }

    private static InputStream open(Path target) throws IOException {
        return Files.newInputStream(target, LinkOption.NOFOLLOW_LINKS);
    }
}
