package dev.twinsync.flow.migrating;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.CrontabText;
import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.domain.predecessor.OldCrontab;
import dev.twinsync.domain.secrets.Redaction;
import java.util.ArrayList;
import java.util.List;

/** The predecessor kept a crontab as one text and would have replaced all of it. Here each entry is a wish of its own. */
record OldCrontabs(UserName user, Redaction redaction, Ledger ledger) {

    private static final String SECRET =
            " runs a command with a secret in it, which twin does not keep: put the secret into a"
                    + " file that only its owner may read, let the command read it from there, then add the entry to"
                    + " state/cron.yaml";

    List<DesiredCronEntry> wishes(OldCrontab crontab) {
        var seen = CrontabText.parse(crontab.text()).seenBy(user);
        for (Gap gap : seen.gaps()) {
            ledger.leaveOut(crontab.file(), crontab.line(), gap.reason());
        }
        var wishes = new ArrayList<DesiredCronEntry>();
        for (LiveCronEntry entry : seen.live()) {
            if (entry.masked(redaction).equals(entry)) {
                new Cron().firstWish(entry).ifPresent(wishes::add);
            } else {
                ledger.leaveOut(
                        crontab.file(), lineOf(entry, crontab), entry.job().schedule() + SECRET);
            }
        }
        return wishes;
    }

    /** The line with its command; that of the whole where it stands nowhere just so. */
    private static long lineOf(LiveCronEntry entry, OldCrontab crontab) {
        var lines = crontab.lines();
        for (int index = 0; index < lines.size(); index++) {
            if (crontab.line() == 0
                    && lines.get(index).contains(entry.job().command().text())) {
                return index + 1L;
            }
        }
        return crontab.line();
    }
}
