package dev.twinsync.domain.packages;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** What the owner wants of one package. */
public sealed interface DesiredPackage extends Keyed {

    PackageName name();

    Source source();

    @Override
    default String key() {
        return name().text();
    }

    /** Who delivers it. */
    enum Source {
        APT
    }

    /**
     * @param version exactly this one; empty: any
     * @param hold whether apt must keep its hands off; empty: as it is
     * @param automatic it may go when nothing needs it any more; {@code false} is what being declared means
     */
    record Present(
            PackageName name,
            Source source,
            Optional<PackageVersion> version,
            Optional<Boolean> hold,
            boolean automatic)
            implements DesiredPackage {}

    record Absent(PackageName name, Source source) implements DesiredPackage {}
}
