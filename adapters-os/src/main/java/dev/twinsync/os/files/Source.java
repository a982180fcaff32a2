package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.os.Self;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the content of a file comes from: what once stood on this machine is taken from what was kept of it. */
record Source(WishedContent wished, Backups backups) {

    /** What cannot be written for want of content; of what root would write, root knows more. */
    Map<String, Forecast> forecast(List<FileAction> actions, Self self) {
        var impossible = new TreeMap<String, Forecast>();
        for (FileAction action : actions) {
            if (action instanceof Write write && Obstacle.of(write, self).isEmpty()) {
                whyMissing(write).ifPresent(reason -> impossible.put(write.key(), new Forecast.Impossible(reason)));
            }
        }
        return impossible;
    }

    Optional<String> whyMissing(Write action) {
        try {
            copy(action, OutputStream.nullOutputStream());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        } catch (IOException notThere) {
            return Optional.of(Sentences.notKept(action, notThere));
        }
    }

    void copy(Write action, OutputStream to) throws IOException, Refusal {
        var kept = backups.find(action.digest());
        try (var content = kept.isPresent() ? kept.get() : wished.open(action.twinPath())) {
            check(action, Content.copy(content, to), kept.isPresent());
        }
    }

    /** A private key that stood here before may come back, but none comes out of a repository. */
    private static void check(Write action, Content content, boolean kept) throws Refusal {
        if (!content.digest().equals(action.digest())) {
            throw new Refusal("the content of " + action.twinPath()
                    + " is not the one that the plan was made for, which is not kept any more; run twin plan again");
        }
        if (content.privateKey() && !kept) {
            throw new Refusal(action.twinPath() + ": " + PrivateKeyWatch.REASON);
        }
    }
}
