package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.shape.Shape;
import java.util.Optional;

/** Which version is wanted. */
public sealed interface VersionWish {

    String LATEST = "latest";

    Shape<VersionWish> SHAPE =
            Shape.text("^[A-Za-z0-9][-+._A-Za-z0-9]{0,63}$", VersionWish::read, VersionWish::written);

    /** The newest that there is at the time of the plan. */
    record Latest() implements VersionWish {}

    record Exact(ReleaseName version) implements VersionWish {
        public Exact {
            if (version.text().equals(LATEST)) {
                throw new IllegalArgumentException("\"latest\" is no version of its own");
            }
        }
    }

    private static VersionWish read(String text) {
        return text.equals(LATEST) ? new Latest() : new Exact(new ReleaseName(text));
    }

    private static String written(VersionWish wish) {
        return switch (wish) {
            case Latest() -> LATEST;
            case Exact(var version) -> version.text();
        };
    }

    /** The version itself. @param latest the newest that is known; empty: none is */
    default Optional<ReleaseName> meant(Optional<ReleaseName> latest) {
        return switch (this) {
            case Latest() -> latest;
            case Exact(var version) -> Optional.of(version);
        };
    }
}
