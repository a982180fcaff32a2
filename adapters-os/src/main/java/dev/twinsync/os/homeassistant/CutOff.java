package dev.twinsync.os.homeassistant;

import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Progress;
import java.io.IOException;

/** What was written into a configuration and never found sound, as twin was killed before the check: it goes back. */
record CutOff(Reach reach, Backups backups, Pending.Store pending) {

    /** There may be nothing to do. */
    Attempt putBack(Progress progress) {
        try {
            var open = pending.find();
            return open.isEmpty() ? new Attempt.Ran() : putBack(open.get(), progress);
        } catch (IOException failed) {
            return new Attempt.Refused(Footing.inWords(failed));
        }
    }

    private Attempt putBack(Pending open, Progress progress) throws IOException {
        var end = new Restoring(new ConfigFolder(open.folder(), reach), backups).restore(open);
        if (!end.stuck().isEmpty()) {
            return new Attempt.Refused(
                    "a change of the configuration of Home Assistant was cut off, and not all of it could"
                            + " be put back: " + String.join("; ", end.stuck()));
        }
        end.left().forEach(progress::said);
        pending.clear();
        return new Attempt.Ran();
    }
}
