package dev.twinsync.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A memory that lasts as long as a test. */
public final class RememberedBytes implements Memory {

    public final Map<String, byte[]> kept = new HashMap<>();

    @Override
    public Optional<byte[]> recall(String name) {
        return Optional.ofNullable(kept.get(name)).map(byte[]::clone);
    }

    @Override
    public void keep(String name, byte[] bytes) {
        kept.put(name, bytes.clone());
    }
}
