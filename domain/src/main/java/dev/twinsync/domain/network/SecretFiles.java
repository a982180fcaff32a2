package dev.twinsync.domain.network;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Where the secrets of a profile are to be taken from: never what they are. */
public record SecretFiles(Map<SecretKey, SecretFile> files) {

    public static final SecretFiles NONE = new SecretFiles(Map.of());

    public SecretFiles {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
