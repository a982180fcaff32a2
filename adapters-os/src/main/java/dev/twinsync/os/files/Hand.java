package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.SecretPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Does what an action says, having checked once more what the planner checked: the plan may have been written by anybody. */
final class Hand {

    private final Ground ground = new Ground();
    private final Path repository;
    private final Replacement replacement;
    private final Keepsake keepsake;

    Hand(Path repository, Replacement replacement, Keepsake keepsake) {
        this.repository = repository;
        this.replacement = replacement;
        this.keepsake = keepsake;
    }

    void perform(FileAction action) throws IOException, Refusal {
        var target = Path.of(action.path().text());
        checkAllowed(action, target);
        switch (action) {
            case Write write -> {
                ground.makeFirmUnder(target);
                replacement.write(write);
            }
            case Link link -> {
                ground.makeFirmUnder(target);
                replacement.link(link);
            }
            case MakeDirectory make -> {
                ground.makeFirmUnder(target);
                make(target, new Dress(make.mode(), make.owner(), make.group()));
            }
            case SetAttributes set -> {
                if (!ground.isFirmUnder(target)) {
                    throw new Refusal(target + " is not there");
                }
                dress(target, new Dress(set.mode(), set.owner(), set.group()));
            }
            case Delete _ -> {
                if (ground.isFirmUnder(target)) {
                    delete(target, false);
                }
            }
            case DeleteDirectory _ -> {
                if (ground.isFirmUnder(target)) {
                    delete(target, true);
                }
            }
        }
    }

    private void checkAllowed(FileAction action, Path target) throws IOException, Refusal {
        boolean holdsIt = repository.startsWith(target) && !(action instanceof SetAttributes);
        if (target.startsWith(repository) || holdsIt) {
            throw new Refusal(target + " holds or is part of the twin's own repository");
        }
        if (action.takesAccountsAway()) {
            throw new Refusal(target + ": nobody could log in to this machine without it");
        }
        if (SecretPlaces.cover(action.path()) && (action instanceof Write || isFile(target))) {
            throw new Refusal(target + ": " + SecretPlaces.reason());
        }
    }

    private static boolean isFile(Path target) throws IOException {
        return new Parents().into(target.getParent()) instanceof Parents.Way.Clear
                && Stat.of(target).filter(Stat::isRegular).isPresent();
    }

    private void make(Path target, Dress dress) throws IOException, Refusal {
        var old = Stat.of(target);
        if (old.isPresent()) {
            if (!old.get().isDirectory()) {
                throw new Refusal(target + " is there and is no directory");
            }
            ground.checkHeld(target, old.get());
            dress.put(target);
            return;
        }
        Files.createDirectory(
                target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            dress.put(target);
        } catch (IOException | Refusal failed) {
            Files.deleteIfExists(target);
            throw failed;
        }
        Ground.sync(target.getParent());
    }

    private void dress(Path target, Dress dress) throws IOException, Refusal {
        var stat = Stat.of(target).orElseThrow(() -> new Refusal(target + " is not there"));
        if (!stat.isDirectory() && !stat.isRegular()) {
            throw new Refusal(target + " is neither a file nor a directory");
        }
        if (stat.isRegular() && stat.links() > 1) {
            throw new Refusal(target + " has " + stat.links()
                    + " names (hard links), and all of them would change; remove the others or this one first");
        }
        ground.checkHeld(target, stat);
        dress.put(target);
    }

    private void delete(Path target, boolean directory) throws IOException, Refusal {
        var stat = Stat.of(target);
        if (stat.isEmpty()) {
            return;
        }
        var type = stat.get().type();
        boolean asExpected =
                directory ? type == Stat.Type.DIRECTORY : type == Stat.Type.REGULAR || type == Stat.Type.LINK;
        if (!asExpected) {
            throw new Refusal(target + (directory ? " is not a directory" : " is neither a file nor a link"));
        }
        keepsake.takeAway(target, () -> remove(target, directory));
        Ground.sync(target.getParent());
    }

    private static void remove(Path target, boolean directory) throws IOException, Refusal {
        try (var foothold = Foothold.above(target)) {
            if (directory) {
                foothold.deleteDirectory(target);
            } else {
                foothold.delete(target);
            }
        }
    }
}
