package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Moment;
import dev.twinsync.domain.secrets.Fingerprints;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What came of reading the messages of a log from where the last capture ended.
 *
 * @param beside what was rotated away of it, the newest first
 * @param next how far it is read now
 */
record NewMessages(MessageCount count, List<RotatedLog> beside, FileMark next) {

    /** @param sink is given each message that is counted, and where it lies in time */
    static NewMessages of(
            OpenLog log,
            LineSyntax syntax,
            Times times,
            Optional<FileMark> mark,
            Fingerprints fingerprints,
            BiConsumer<LogRecord, Moment> sink)
            throws IOException {
        var beside = RotatedLog.beside(log.path()).stream()
                .filter(one -> one.inode() != log.stat().inode())
                .toList();
        var trail = Trail.of(log, mark, beside, fingerprints);
        var count = new MessageCount(syntax, times, mark.flatMap(FileMark::last), sink);
        trail.rotated().forEach(count::take);
        long offset = count.take(log, trail.freshFrom(), trail.lost());
        return new NewMessages(count, beside, FileMark.of(log, offset, count.last(), beside, fingerprints));
    }
}
