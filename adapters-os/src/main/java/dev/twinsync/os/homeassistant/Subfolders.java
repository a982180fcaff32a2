package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.files.Foothold;
import dev.twinsync.os.files.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders in the folder of a configuration. */
record Subfolders(ConfigFolder folder) {

    /** The folders above a file that are not there, from the top down, relative. */
    List<String> missingAbove(ConfigPath file) throws IOException, Refusal {
        var missing = new ArrayList<String>();
        var parts = Path.of(file.text());
        for (int depth = 1; depth < parts.getNameCount(); depth++) {
            var above = parts.subpath(0, depth).toString();
            if (folder.at(new ConfigPath(above), Foothold::look, Optional.empty())
                    .isEmpty()) {
                missing.add(above);
            }
        }
        return missing;
    }

    /** Makes a folder like the one that it is in. */
    void make(String relative) throws IOException, Refusal {
        folder.at(new ConfigPath(relative), (above, place) -> {
            var like = above.ownAttributes();
            if (folder.isFirm(place)) {
                Files.createDirectory(place, PosixFilePermissions.asFileAttribute(like.permissions()));
            } else {
                makeAsOwner(place, like);
            }
            Wear.of(like).put(above, place);
            above.sync();
            return true;
        });
    }

    /** Java cannot make a folder within an opened one, and by its path somebody could lead root elsewhere. */
    private void makeAsOwner(Path place, PosixFileAttributes like) throws IOException, Refusal {
        int owner = (int) Files.getAttribute(place.getParent(), "unix:uid", LinkOption.NOFOLLOW_LINKS);
        var mode = Integer.toOctalString(new Modes(like.permissions()).bits());
        var command = new AsUser(folder.reach().machine(), folder.reach().self())
                .command(
                        folder.reach().machine().account(owner),
                        List.of("/usr/bin/mkdir", "-m", mode, "--", place.toString()));
        var made = command instanceof Answer.Given<Command>(var given)
                ? folder.reach().commands().run(given)
                : new Result.Broken(((Answer.None<Command>) command).reason());
        if (!(made instanceof Result.Ended ended) || ended.exit() != 0) {
            throw new Refusal("the folder " + place + " could not be made: " + made.inWords("mkdir"));
        }
    }

    /** Takes a folder away that is empty; another one stays. */
    void remove(String relative) throws IOException, Refusal {
        folder.at(
                new ConfigPath(relative),
                (above, place) -> {
                    if (above.look(place).isPresent()) {
                        above.deleteDirectory(place);
                        above.sync();
                    }
                    return true;
                },
                true);
    }
}
