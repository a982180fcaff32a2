package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.port.Backups;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.io.OutputStream;

/** Where the content of a file comes from: what once stood on this machine is taken from what was kept of it. */
record Source(WishedContent wished, Backups backups) {

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
                    + " is not the one that the plan was made for; run twin plan again");
        }
        if (content.privateKey() && !kept) {
            throw new Refusal(action.twinPath() + ": " + PrivateKeyWatch.REASON);
        }
    }
}
