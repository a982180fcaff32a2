package dev.twinsync.domain.network;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** What the owner wants of one profile. */
public sealed interface DesiredProfile extends Keyed {

    ProfileUuid uuid();

    @Override
    default String key() {
        return uuid().text();
    }

    /**
     * @param interfaceName left out: as it is
     * @param autoconnect left out: as it is, and yes for a new one
     * @param priority left out: as it is, and 0 for a new one
     * @param exact what is not said, but for the two above, is to be as NetworkManager has it where nothing is said
     * @param settings only what is named here is wanted
     * @param secrets where they are to be taken from
     */
    record Present(
            ProfileName id,
            ProfileUuid uuid,
            ProfileType type,
            Optional<InterfaceName> interfaceName,
            Optional<Boolean> autoconnect,
            Optional<Integer> priority,
            boolean exact,
            Settings settings,
            SecretFiles secrets)
            implements DesiredProfile {
        public Present {
            priority = priority.map(Profile::priority);
        }

        /** What a new profile is to be. */
        Profile whenNew() {
            return new Profile(uuid, id, type, interfaceName, autoconnect.orElse(true), priority.orElse(0), settings);
        }

        /** What a profile of the same type is to become. */
        Profile over(Profile seen) {
            return new Profile(
                    uuid,
                    id,
                    type,
                    interfaceName.or(() -> exact ? Optional.empty() : seen.interfaceName()),
                    autoconnect.orElse(seen.autoconnect()),
                    priority.orElse(seen.priority()),
                    exact ? settings : settings.over(seen.settings()));
        }
    }

    /** @param id for people; a profile is found by its UUID */
    record Absent(Optional<ProfileName> id, ProfileUuid uuid) implements DesiredProfile {}
}
