package dev.twinsync.flow.migrating;

import dev.twinsync.domain.predecessor.LeftOut;
import dev.twinsync.domain.predecessor.OldConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user says beside the repository.
 *
 * @param config the configuration that stood outside of the repository; empty: there is none
 * @param notOfConfig what of it cannot be taken over
 * @param manual the packages that somebody asked for by name; empty: twin has to find out
 * @param isThisMachine whether the repository is about the machine that twin runs on; empty: twin has to find out
 */
public record Choices(
        Optional<OldConfig> config,
        List<LeftOut> notOfConfig,
        Optional<Set<String>> manual,
        Optional<Boolean> isThisMachine) {

    public Choices {
        notOfConfig = List.copyOf(notOfConfig);
        manual = manual.map(Set::copyOf);
    }
}
