package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GVariant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What belongs among the settings of a profile, and where that belongs which does not. */
final class Belonging {

    private Belonging() {}

    private static final Map<String, String> LINES = Map.of(
            "id", "id",
            "uuid", "uuid",
            "type", "type",
            "interface-name", "interface",
            "autoconnect", "autoconnect",
            "autoconnect-priority", "priority");

    /** What NetworkManager notes down by itself. */
    private static final Set<SettingKey> NOTES = Set.of(
            new SettingKey("connection", "timestamp"),
            new SettingKey("connection", "read-only"),
            new SettingKey("wifi", "seen-bssids"));

    /** What is there a second time, under a name of its own, for the programs of former times. */
    private static final Map<SettingKey, String> FORMER_NAMES = Map.ofEntries(
            Map.entry(new SettingKey("ipv4", "addresses"), "address-data and gateway"),
            Map.entry(new SettingKey("ipv6", "addresses"), "address-data and gateway"),
            Map.entry(new SettingKey("ipv4", "routes"), "route-data"),
            Map.entry(new SettingKey("ipv6", "routes"), "route-data"),
            Map.entry(new SettingKey("ipv4", "dns"), "dns-data"),
            Map.entry(new SettingKey("ipv6", "dns"), "dns-data"),
            Map.entry(new SettingKey("ethernet", "cloned-mac-address"), "assigned-mac-address"),
            Map.entry(new SettingKey("wifi", "cloned-mac-address"), "assigned-mac-address"),
            Map.entry(new SettingKey("wifi", "security"), "a section wifi-security"),
            Map.entry(new SettingKey("bond", "interface-name"), "the line interface"),
            Map.entry(new SettingKey("bridge", "interface-name"), "the line interface"),
            Map.entry(new SettingKey("team", "interface-name"), "the line interface"),
            Map.entry(new SettingKey("vlan", "interface-name"), "the line interface"));

    static boolean isFormerName(SettingKey setting) {
        return FORMER_NAMES.containsKey(setting);
    }

    /** Why a setting does not belong there, with the remedy; empty: it does. */
    static Optional<String> objection(SettingKey setting) {
        if (setting.section().equals("connection") && LINES.containsKey(setting.key())) {
            return Optional.of(setting + " has a line of its own in a profile: " + LINES.get(setting.key()));
        }
        if (NOTES.contains(setting)) {
            return Optional.of(setting + " is what NetworkManager notes down by itself, and nothing to wish for");
        }
        if (SecretTable.isSecret(setting)) {
            return Optional.of(
                    setting + " is a secret, which twin does not keep: write it into a file that only root may"
                            + " read, and name that under secrets, as " + setting + ": {file: /root/.secret}");
        }
        return Optional.ofNullable(FORMER_NAMES.get(setting))
                .map(instead -> setting + " is of former times; write " + instead + " instead");
    }

    /** The same, unless it does not belong there. */
    static SettingKey checked(SettingKey setting) {
        refuse(objection(setting));
        return setting;
    }

    /** The same value, unless it is none for that setting. */
    static GVariant checked(SettingKey setting, GVariant value) {
        refuse(Hidden.objection(setting, value)
                .or(() -> wrongType(setting, value))
                .or(() -> Tables.objection(setting, value))
                .or(() -> Foreign.objection(setting, value)));
        return value;
    }

    private static void refuse(Optional<String> objection) {
        objection.ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    private static Optional<String> wrongType(SettingKey setting, GVariant value) {
        return SettingTable.type(setting)
                .filter(type -> !type.equals(value.type()))
                .map(type -> setting + " is of the type " + type.signature() + ", not "
                        + value.type().signature());
    }
}
