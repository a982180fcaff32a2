package dev.twinsync.os.logs;

import dev.twinsync.domain.secrets.Fingerprints;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of a log was not read yet: what was rotated away since, and the rest of the log itself.
 *
 * @param rotated in the order in which it was written
 * @param freshFrom where what is new begins in the log itself
 * @param lost whether what was read last, and with it what was written to it since, is not there any more
 */
record Trail(List<Rest> rotated, long freshFrom, boolean lost) {

    /** @param from where what is new begins in it */
    record Rest(RotatedLog log, long from) {}

    /** @param beside what was rotated away, the newest first */
    static Trail of(OpenLog log, Optional<FileMark> mark, List<RotatedLog> beside, Fingerprints fingerprints)
            throws IOException {
        return mark.isEmpty() ? new Trail(List.of(), 0, false) : new Search(mark.get(), beside, fingerprints).from(log);
    }

    private record Search(FileMark mark, List<RotatedLog> beside, Fingerprints fingerprints) {

        Trail from(OpenLog log) throws IOException {
            if (!mark.hasHead()) {
                return new Trail(newer(), 0, false);
            }
            var same = new Trail(List.of(), mark.offset(), false);
            boolean goesOn = log.size() >= mark.offset() && mark.isHeadOf(log.from(0), fingerprints);
            if (goesOn && log.stat().inode() == mark.inode()) {
                return same;
            }
            return renamed()
                    .or(this::copied)
                    .map(this::since)
                    .orElseGet(() -> goesOn ? same : new Trail(newer(), 0, true)); // the same in a copy, or nothing is
        }

        private Optional<RotatedLog> renamed() {
            return newest(file -> file.stat().inode() == mark.inode());
        }

        /** By gzip, or by logrotate before it emptied the log ({@code copytruncate}). */
        private Optional<RotatedLog> copied() {
            return newest(_ -> true);
        }

        private Optional<RotatedLog> newest(Predicate<OpenLog> condition) {
            return beside.stream().filter(one -> goesOnIn(one, condition)).findFirst();
        }

        /** What cannot be read is not taken for what is looked for; if nothing else is, the user is told of a gap. */
        private boolean goesOnIn(RotatedLog one, Predicate<OpenLog> condition) {
            try {
                return one.read(0, (file, content) -> condition.test(file) && mark.isHeadOf(content, fingerprints))
                        && one.size() >= mark.offset();
            } catch (IOException | Unread unreadable) {
                return false;
            }
        }

        /** What was rotated away later than that was never read. */
        private Trail since(RotatedLog found) {
            var later = wholes(beside.subList(0, beside.indexOf(found)));
            return new Trail(
                    Stream.concat(Stream.of(new Rest(found, mark.offset())), later.stream())
                            .toList(),
                    0,
                    false);
        }

        private List<Rest> newer() {
            return wholes(beside.stream()
                    .filter(one -> mark.newestBeside()
                            .filter(known -> !one.written().toInstant().isAfter(known))
                            .isEmpty())
                    .toList());
        }

        private static List<Rest> wholes(List<RotatedLog> newestFirst) {
            return newestFirst.reversed().stream().map(one -> new Rest(one, 0)).toList();
        }
    }
}
