package dev.twinsync.domain.plan;

import dev.twinsync.domain.Outcome;
import java.util.Optional;

/**
 * How one action of a plan ended.
 *
 * @param id the action's: {@code packages.debian/install/htop}
 * @param milliseconds how long it took
 * @param said the last lines that the tool wrote to its standard error, with secrets masked; empty: it wrote none
 */
public record ActionResult(String id, Outcome outcome, long milliseconds, Optional<String> said) {

    public boolean isAbout(String plugin, String key) {
        return keyOf(plugin).filter(key::equals).isPresent();
    }

    /** The thing it is about, where that is one of this plugin. An id is plugin, operation and key: an operation has no stroke in it. */
    public Optional<String> keyOf(String plugin) {
        var parts = id.split("/", 3);
        return parts.length == 3 && parts[0].equals(plugin) ? Optional.of(parts[2]) : Optional.empty();
    }

    public boolean succeeded() {
        return outcome instanceof Outcome.Done || outcome instanceof Outcome.AlreadyOk;
    }
}
