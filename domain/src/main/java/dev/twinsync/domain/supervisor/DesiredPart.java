package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** What the owner wants of one thing that the Supervisor looks after. */
public sealed interface DesiredPart extends Keyed {

    /** Whether it was made of something from which a secret was taken out. */
    default boolean isMasked() {
        return this instanceof Addon(var _, var _, var _, var settings) && settings.isMasked();
    }

    /** @param version what Home Assistant, the Supervisor or the operating system should be */
    record Version(Component component, VersionWish version) implements DesiredPart {
        @Override
        public String key() {
            return component.word();
        }
    }

    sealed interface OfRepository extends DesiredPart {
        RepositorySource source();

        @Override
        default String key() {
            return source().text();
        }
    }

    record Repository(RepositorySource source) implements OfRepository {}

    record NoRepository(RepositorySource source) implements OfRepository {}

    sealed interface OfAddon extends DesiredPart {
        AddonSlug slug();

        @Override
        default String key() {
            return slug().text();
        }
    }

    /**
     * @param running empty: as it is, and a new one is not started
     * @param version empty: whatever is there, and a new one is the newest
     */
    record Addon(AddonSlug slug, Optional<Boolean> running, Optional<VersionWish> version, AddonSettings settings)
            implements OfAddon {}

    record NoAddon(AddonSlug slug) implements OfAddon {}
}
