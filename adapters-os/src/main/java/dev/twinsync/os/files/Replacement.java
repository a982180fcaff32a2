package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.TargetPath;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a file or link in place in one step: made beside its place under a name of twin's own, readable by nobody else
 * until it is complete, on disk before it gets its name. Whenever it is stopped, the old or the new is there, whole.
 */
final class Replacement {

    private static final String BESIDE = ".twin-";

    private final Source source;
    private final Keepsake keepsake;
    private final Proofreading proofreading;

    Replacement(Source source, Keepsake keepsake, Proofreading proofreading) {
        this.source = source;
        this.keepsake = keepsake;
        this.proofreading = proofreading;
    }

    @FunctionalInterface
    private interface Maker {
        void make(Foothold foothold, Path beside) throws IOException, Refusal;
    }

    void write(Write action) throws IOException, Refusal {
        var target = Path.of(action.path().text());
        var old = Stat.of(target);
        checkReplaceable(target, old);
        keepsake.extras().makeSure(action, old.filter(Stat::isRegular).isPresent());
        exchange(target, (foothold, beside) -> {
            fill(foothold, beside, action, old.filter(Stat::isRegular));
            proofreading.read(target, beside);
            keepsake.replace(target);
        });
        forget(action.path());
    }

    private void forget(TargetPath written) throws Unforgotten {
        try {
            keepsake.extras().end(written);
        } catch (IOException failed) {
            throw new Unforgotten(written, failed);
        }
    }

    void link(Link action) throws IOException, Refusal {
        var target = Path.of(action.path().text());
        checkReplaceable(target, Stat.of(target));
        keepsake.takeAway(
                target,
                () -> exchange(
                        target,
                        (_, beside) -> Files.createSymbolicLink(
                                beside, Path.of(action.target().text()))));
    }

    private static void checkReplaceable(Path target, Optional<Stat> old) throws Refusal {
        if (old.isEmpty()) {
            return;
        }
        switch (old.get().type()) {
            case LINK -> {}
            case REGULAR -> {
                if (old.get().links() > 1) {
                    throw new Refusal(
                            target + " has " + old.get().links()
                                    + " names (hard links), and replacing it would part them; remove the others or this one first");
                }
            }
            case DIRECTORY -> throw new Refusal(target + " is a directory");
            case SOCKET, FIFO, BLOCK, CHARACTER ->
                throw new Refusal(target + " is a socket, pipe or device, which twin does not touch");
        }
    }

    private void exchange(Path target, Maker maker) throws IOException, Refusal {
        var beside = beside(target);
        try (var foothold = Foothold.above(target)) {
            foothold.delete(beside);
            try {
                maker.make(foothold, beside);
                foothold.move(beside, target);
            } catch (IOException | Refusal | RuntimeException failed) {
                foothold.delete(beside);
                throw failed;
            }
        }
        Ground.sync(target.getParent());
    }

    /** Always the same for the same target, so that what a crash left is found and removed. */
    static Path beside(Path target) {
        var id = UUID.nameUUIDFromBytes(target.toString().getBytes(StandardCharsets.UTF_8));
        return target.resolveSibling(BESIDE + id);
    }

    private void fill(Foothold foothold, Path beside, Write action, Optional<Stat> old) throws IOException, Refusal {
        try (var channel = foothold.create(beside)) {
            source.copy(action, Channels.newOutputStream(channel));
            var dress = new Dress(action.mode(), action.owner(), action.group());
            dress.giveTo(foothold, beside);
            if (old.isPresent()) {
                Extras.carry(Path.of(action.path().text()), beside, action.mode());
            } else {
                keepsake.extras().giveBack(action, beside);
            }
            dress.putMode(foothold, beside);
            channel.force(true);
        }
    }
}
