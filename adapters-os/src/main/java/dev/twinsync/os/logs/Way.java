package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.HomeAssistantWish;
import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.os.logs.SourceCapture.Captured;
import java.util.Locale;

/** One of the ways to a log of Home Assistant. @param wish which of those in {@code state/logs_config.yaml} it is */
record Way(Source wish, Reader reader) {

    boolean isFor(HomeAssistantWish wanted) {
        return wanted.source() == Source.AUTO || wanted.source() == wish;
    }

    /** {@code journal}. */
    String word() {
        return wish.name().toLowerCase(Locale.ROOT);
    }

    /** Reads the log. */
    @FunctionalInterface
    interface Reader {
        Captured read(Asked asked) throws Unread;
    }
}
