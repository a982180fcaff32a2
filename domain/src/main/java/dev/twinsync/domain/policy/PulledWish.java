package dev.twinsync.domain.policy;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * A wish as it stands in a repository.
 *
 * @param plugin that it is for: {@code packages.debian}
 * @param key of the thing: {@code htop}
 * @param says the digest of all that it says, with that of the content that it names
 */
public record PulledWish(String plugin, String key, Digest says) {

    static final RecordShape<PulledWish> SHAPE = shape();

    private static RecordShape<PulledWish> shape() {
        var plugin = required("plugin", Shape.text(), PulledWish::plugin);
        var key = required("key", Shape.text(), PulledWish::key);
        var says = required("says", Digest.SHAPE, PulledWish::says);
        return new RecordShape<>(
                List.of(plugin, key, says), line -> new PulledWish(line.get(plugin), line.get(key), line.get(says)));
    }

    /** The same thing, whatever is wished of it. */
    boolean isAbout(PulledWish other) {
        return plugin.equals(other.plugin) && key.equals(other.key);
    }
}
