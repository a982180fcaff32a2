package dev.twinsync.domain.policy;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

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
 * @param off whether the plugin was off, or this was ignored, so that it was wished in vain
 */
public record PulledWish(String plugin, String key, Digest says, boolean off) {

    static final RecordShape<PulledWish> SHAPE = shape();

    private static RecordShape<PulledWish> shape() {
        var plugin = required("plugin", Shape.text(), PulledWish::plugin);
        var key = required("key", Shape.text(), PulledWish::key);
        var says = required("says", Digest.SHAPE, PulledWish::says);
        var off = withDefault("off", Shape.truth(), false, PulledWish::off);
        return new RecordShape<>(
                List.of(plugin, key, says, off),
                line -> new PulledWish(line.get(plugin), line.get(key), line.get(says), line.get(off)));
    }

    /** The same, of a plugin that is on. */
    public PulledWish inUse() {
        return new PulledWish(plugin, key, says, false);
    }

    /** The same, of a plugin that is off. */
    public PulledWish inVain() {
        return new PulledWish(plugin, key, says, true);
    }
}
