package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.os.files.PrivateKeyWatch;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Sha256;
import dev.twinsync.port.WishedContent;
import java.io.IOException;

/** Where the content of a configuration file comes from: what once stood on this machine is taken from what was kept of it. */
record WishedFiles(WishedContent wished, Backups backups) {

    byte[] content(SyncConfigFile action) throws IOException, Refusal {
        var kept = backups.find(action.digest());
        try (var source = kept.isPresent() ? kept.get() : wished.open(action.twinPath())) {
            var content = source.readNBytes(StandingFile.MOST + 1);
            check(action, content, kept.isPresent());
            return content;
        }
    }

    private static void check(SyncConfigFile action, byte[] content, boolean kept) throws Refusal {
        if (content.length > StandingFile.MOST) {
            throw new Refusal(action.twinPath() + " is larger than " + StandingFile.MOST + " bytes");
        }
        if (!Sha256.of(content).equals(action.digest())) {
            throw new Refusal("the content of " + action.twinPath()
                    + " is not the one that the plan was made for, which is not kept any more; run twin plan again");
        }
        if (!kept && PrivateKeyWatch.finds(content)) {
            throw new Refusal(action.twinPath() + ": " + PrivateKeyWatch.REASON);
        }
    }
}
