package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** A thing that the Supervisor looks after, as it was seen. */
public sealed interface LivePart extends Keyed {

    /**
     * @param version what runs
     * @param latest the newest that the Supervisor knows of
     * @param pending one that is installed and waits until the machine is started again
     */
    record Version(
            Component component, ReleaseName version, Optional<ReleaseName> latest, Optional<ReleaseName> pending)
            implements LivePart {
        @Override
        public String key() {
            return component.word();
        }

        Version at(ReleaseName other) {
            return new Version(component, other, latest, pending);
        }
    }

    record Repository(RepositorySource source) implements LivePart {
        @Override
        public String key() {
            return source.text();
        }
    }

    /**
     * An add-on that is installed.
     *
     * @param version empty: whichever there is
     * @param latest the newest that its repository has
     * @param detached it is in no repository any more, and so is never updated
     */
    record Addon(
            AddonSlug slug,
            Status status,
            Optional<ReleaseName> version,
            Optional<ReleaseName> latest,
            boolean detached,
            AddonSettings settings)
            implements LivePart {
        @Override
        public String key() {
            return slug.text();
        }

        public Addon with(Status other) {
            return new Addon(slug, other, version, latest, detached, settings);
        }

        public Addon with(AddonSettings other) {
            return new Addon(slug, status, version, latest, detached, other);
        }

        Addon withVersion(Optional<ReleaseName> other) {
            return new Addon(slug, status, other, latest, detached, settings);
        }
    }

    /** As the Supervisor calls it. */
    enum Status {
        STARTUP,
        STARTED,
        STOPPED,
        UNKNOWN,
        ERROR;

        public boolean isRunning() {
            return this == STARTUP || this == STARTED;
        }
    }
}
