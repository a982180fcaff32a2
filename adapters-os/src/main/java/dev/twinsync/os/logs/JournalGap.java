package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogGap;
import java.util.Optional;

/**
 * Whether messages were deleted that twin has not read. Journalctl says nothing of it: asked to begin at a message that is
 * gone, it begins at the next one that is there.
 *
 * @param mark the newest message at the last capture
 * @param found the message there or, where it is gone, the first one behind it; empty: there is none
 * @param newest of all; empty: there is none
 */
record JournalGap(JournalCursor mark, Optional<JournalCursor> found, Optional<JournalCursor> newest, Boot boot) {

    private static final String REMEDY = "; how much systemd keeps, journald.conf(5) tells under SystemMaxUse=";

    /** Where nothing was written since, nothing can be missed: that shows when the next message is there. */
    Optional<LogGap> lost() {
        if (found.isEmpty()) {
            return newest.filter(cursor -> cursor.isLaterThan(mark, boot))
                    .map(_ -> gap("the journal is another one now"));
        }
        var first = found.get();
        return first.isSameMessageAs(mark) || first.isNextAfter(mark)
                ? Optional.empty()
                : Optional.of(gap(reason(first)));
    }

    private LogGap gap(String reason) {
        return new LogGap(Optional.of(mark.second()), found.map(JournalCursor::second), reason);
    }

    private String reason(JournalCursor first) {
        long lost = first.number() - mark.number() - 1;
        if (!first.isNumberedLike(mark) || lost < 1) {
            return "the journal was deleted or replaced before twin had read all of it";
        }
        return (lost == 1 ? "one message was" : lost + " messages were")
                + " deleted from the journal before twin could read them" + REMEDY;
    }
}
