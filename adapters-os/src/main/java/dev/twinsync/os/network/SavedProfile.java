package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.LiveProfile.Keeper;
import java.util.Map;
import java.util.Optional;

/**
 * A profile as NetworkManager has it.
 *
 * @param path its object on the bus
 * @param file where NetworkManager keeps it; empty: nowhere
 * @param connection its settings, without secrets unless somebody put them in
 */
record SavedProfile(String path, String file, Map<String, Map<String, GVariant>> connection) {

    private static final String IN_MEMORY = "/run/";
    private static final String SHIPPED = "/usr/";
    private static final String OF_NETPLAN = "/run/NetworkManager/system-connections/netplan-";
    /** Made by NetworkManager: netplan keeps it for it, and changes it as it is told. */
    private static final String KEPT_BY_NETPLAN = OF_NETPLAN + "NM-";

    String uuid() {
        return text("uuid");
    }

    String id() {
        return text("id");
    }

    private String text(String key) {
        return Facts.text(connection.getOrDefault("connection", Map.of()).getOrDefault(key, Facts.text("")));
    }

    /** Whether somebody decided on it. What NetworkManager makes for each cable by itself, and for what others set up, is not. */
    boolean isSomebodys() {
        return file.startsWith(OF_NETPLAN)
                || !file.isEmpty() && !file.startsWith(IN_MEMORY) && !file.startsWith(SHIPPED);
    }

    Optional<Keeper> keeper() {
        return file.startsWith(OF_NETPLAN) && !file.startsWith(KEPT_BY_NETPLAN)
                ? Optional.of(Keeper.NETPLAN)
                : Optional.empty();
    }

    SavedProfile with(Map<String, Map<String, GVariant>> other) {
        return new SavedProfile(path, file, other);
    }

    /** Not to give away what is in it. */
    @Override
    public String toString() {
        return uuid();
    }
}
