package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.supervisor.LivePart.Status;
import java.util.Optional;

/** The wish for an add-on that is there. */
final class Adopted {

    private Adopted() {}

    /** In all that twin can see. */
    static DesiredPart.Addon exactly(LivePart.Addon seen) {
        return new DesiredPart.Addon(
                seen.slug(),
                running(seen.status()),
                seen.version().map(VersionWish.Exact::new),
                seen.settings().adopted());
    }

    /** Without the version: it is the newest that there was at the time. */
    static DesiredPart.Addon briefly(LivePart.Addon seen) {
        return new DesiredPart.Addon(
                seen.slug(),
                running(seen.status()),
                Optional.empty(),
                seen.settings().adopted());
    }

    /** What has failed, nobody wished to fail. */
    private static Optional<Boolean> running(Status status) {
        return switch (status) {
            case STARTED, STARTUP -> Optional.of(true);
            case STOPPED -> Optional.of(false);
            case UNKNOWN, ERROR -> Optional.empty();
        };
    }
}
