package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.os.Facts;
import java.util.Optional;

/** Reads versions. */
final class Versions {

    /** What stands there before Home Assistant was fetched for the first time. */
    private static final String NONE_YET = "landingpage";

    private Versions() {}

    /** Empty where there is none, or none that a document could hold. */
    static Optional<ReleaseName> read(Facts facts) {
        var text = facts.text();
        if (text.isEmpty() || text.equals(NONE_YET)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReleaseName(text));
        } catch (IllegalArgumentException noVersion) {
            return Optional.empty();
        }
    }
}
