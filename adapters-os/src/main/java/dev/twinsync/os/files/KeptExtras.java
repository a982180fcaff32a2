package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.Backups;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The {@link Extras} of what twin took away, for when it comes back as it was. Each path has its own, for files with the same content have
 * different lists. What twin writes there ends it, whatever that is: rights that somebody takes from a file afterwards do not come again.
 */
record KeptExtras(Backups backups) {

    /** Of a file that is about to go; that it has none is kept, too, where its folder would give it some when it comes back. */
    void keep(TargetPath file, Digest content, Stat stat) throws IOException {
        var place = Path.of(file.text());
        var extras = Extras.of(place);
        if (extras.isEmpty() && !Extras.areGivenBy(place.getParent())) {
            backups.forgetBeside(file);
        } else {
            var likeness = TakenFile.likeness(content, FileMode.of(stat.mode()), stat);
            backups.keepBeside(file, new TakenFile(likeness, extras).bytes());
        }
    }

    /**
     * Forgets what cannot be read, unless it may be of this very file. Where it can be neither read nor forgotten, or is needed, that is told
     * while nothing is changed yet.
     *
     * @param replaces whether a file is there, and no link: what is set on that counts, and nothing that is kept
     */
    void makeSure(Write action, boolean replaces) throws IOException {
        try {
            backups.findBeside(action.path());
        } catch (IOException unreadable) {
            if (!replaces && isKept(action.digest())) {
                throw unreadable;
            }
            backups.forgetBeside(action.path());
        }
    }

    private boolean isKept(Digest content) throws IOException {
        var kept = backups.find(content);
        if (kept.isPresent()) {
            kept.get().close();
        }
        return kept.isPresent();
    }

    /** @param beside the file that is about to get the name, with its owner and group and readable by nobody else */
    void giveBack(Write action, Path beside) throws IOException, Refusal {
        var kept = backups.findBeside(action.path());
        if (kept.isPresent()) {
            giveBack(kept.get(), action, beside);
        }
    }

    private static void giveBack(Backups.Beside kept, Write action, Path beside) throws IOException, Refusal {
        var stat = Stat.of(beside).orElseThrow(() -> new Refusal(beside + " is not there any more"));
        if (TakenFile.isLike(kept.what(), TakenFile.likeness(action.digest(), action.mode(), stat))) {
            try {
                var extras = TakenFile.of(kept.what()).extras();
                var danger = extras.danger(stat.uid() == 0, action.mode());
                if (danger.isPresent()) {
                    throw notGivenBack(kept, action, danger.get());
                }
                extras.putOn(beside);
            } catch (IOException failed) {
                throw notGivenBack(kept, action, failed.getMessage());
            }
        }
    }

    private static Refusal notGivenBack(Backups.Beside kept, Write action, String why) {
        return new Refusal("what was set on " + action.path()
                + " besides its mode when it was taken away could not be given back: " + why
                + "; to have the file back without that, delete " + kept.place());
    }

    void end(TargetPath file) throws IOException {
        backups.forgetBeside(file);
    }
}
