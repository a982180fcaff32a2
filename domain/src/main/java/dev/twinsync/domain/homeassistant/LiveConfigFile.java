package dev.twinsync.domain.homeassistant;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;

/** A file of the configuration as it was seen: no link, no folder. */
public record LiveConfigFile(ConfigPath path, Digest digest) implements Keyed {
    @Override
    public String key() {
        return path.text();
    }
}
