package dev.twinsync.os.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far back what is counted lies: to the start of the machine, an hour ago, or the mark, whichever is earliest. */
final class JournalReach {

    static final List<String> THIS_BOOT = List.of("--boot");

    /** Between the time of the capture and the moment at which the age of the boot was read. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private JournalReach() {}

    /** As options of journalctl. Where this boot is enough, no clock is trusted: one that was set later cannot hide anything. */
    static List<String> of(Boot boot, Instant now, Optional<JournalCursor> mark) {
        boolean bootIsEnough = boot.age().compareTo(LastHour.AN_HOUR.plus(MARGIN)) > 0
                && mark.filter(cursor -> !cursor.isOf(boot)).isEmpty();
        return bootIsEnough ? THIS_BOOT : since(earliest(boot, now, mark));
    }

    private static Instant earliest(Boot boot, Instant now, Optional<JournalCursor> mark) {
        return Collections.min(Stream.of(
                        Stream.of(
                                new LastHour(now).begin(), now.minus(boot.age()).minus(MARGIN)),
                        mark.stream().map(JournalCursor::at))
                .flatMap(times -> times)
                .toList());
    }

    static List<String> since(Instant time) {
        return List.of("--since=@" + time.getEpochSecond());
    }
}
