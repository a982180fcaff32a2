package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A profile as it is on D-Bus ({@code a{sa{sv}}}): its sections by their long names, in each the values by key, out of their
 * boxes.
 */
public final class ProfileOnBus {

    static final String CONNECTION = "connection";

    private ProfileOnBus() {}

    /**
     * The profile, without secrets, notes of NetworkManager's own, and what is there a second time for programs of former
     * times.
     *
     * @throws IllegalArgumentException where it is none that twin has words for; the sentence holds no value of a setting
     */
    public static Profile read(Map<String, Map<String, GVariant>> connection) {
        var lines = connection.getOrDefault(CONNECTION, Map.of());
        return new Profile(
                new ProfileUuid(text(lines, "uuid").orElse("")),
                new ProfileName(text(lines, "id").orElse("")),
                new ProfileType(Sections.shortName(text(lines, "type").orElse(""))),
                text(lines, "interface-name").filter(name -> !name.isEmpty()).map(InterfaceName::new),
                !new GVariant.Bool(false).equals(lines.get("autoconnect")),
                lines.get("autoconnect-priority") instanceof GVariant.Whole(var _, var value)
                        ? value.intValueExact()
                        : 0,
                settings(connection));
    }

    private static Optional<String> text(Map<String, GVariant> lines, String key) {
        return lines.get(key) instanceof GVariant.Text(var _, var text) ? Optional.of(text) : Optional.empty();
    }

    private static Settings settings(Map<String, Map<String, GVariant>> connection) {
        var all = new TreeMap<String, Map<String, GVariant>>();
        connection.forEach((longName, values) -> values.forEach((key, value) -> {
            var setting = new SettingKey(Sections.shortName(longName), key);
            Optional.of(value)
                    .filter(_ -> Belonging.objection(setting).isEmpty())
                    .flatMap(belonging -> Hidden.shown(setting, belonging))
                    .ifPresent(shown -> all.computeIfAbsent(setting.section(), _ -> new TreeMap<>())
                            .put(key, shown));
        }));
        return new Settings(all);
    }

    /**
     * What is to be written for the profile, whole: {@code Update2} takes what it is not given for not wanted.
     *
     * @param held what is there now, with the secrets that were asked for; empty for a new profile
     */
    public static Map<String, Map<String, GVariant>> write(Profile profile, Map<String, Map<String, GVariant>> held) {
        var all = new TreeMap<String, Map<String, GVariant>>();
        held.forEach((longName, values) -> all.put(longName, new TreeMap<>(values)));
        var before = settings(held);
        before.sections().keySet().stream()
                .filter(section -> !profile.settings().sections().containsKey(section))
                .filter(section -> !section.equals(CONNECTION))
                .forEach(section -> all.remove(Sections.longName(section)));
        before.keys()
                .filter(setting -> profile.settings().get(setting).isEmpty())
                .forEach(setting -> all.computeIfPresent(Sections.longName(setting.section()), (_, values) -> {
                    values.remove(setting.key());
                    return values;
                }));
        dropFormerNames(all);
        profile.settings().keys().forEach(setting -> {
            var wanted = profile.settings().get(setting).orElseThrow();
            section(all, setting).merge(setting.key(), wanted, (there, _) -> SecretParts.kept(setting, there, wanted));
        });
        all.computeIfAbsent(Sections.longName(profile.type().text()), _ -> new TreeMap<>());
        lines(profile, all.computeIfAbsent(CONNECTION, _ -> new TreeMap<>()));
        return all;
    }

    private static Map<String, GVariant> section(Map<String, Map<String, GVariant>> all, SettingKey setting) {
        return all.computeIfAbsent(Sections.longName(setting.section()), _ -> new TreeMap<>());
    }

    /** NetworkManager would believe these, and not what is new. */
    private static void dropFormerNames(Map<String, Map<String, GVariant>> all) {
        all.forEach((longName, values) -> values.keySet()
                .removeIf(key -> Belonging.isFormerName(new SettingKey(Sections.shortName(longName), key))));
    }

    private static void lines(Profile profile, Map<String, GVariant> lines) {
        lines.put("uuid", text(profile.uuid().text()));
        lines.put("id", text(profile.id().text()));
        lines.put("type", text(Sections.longName(profile.type().text())));
        lines.remove("interface-name");
        profile.interfaceName().ifPresent(name -> lines.put("interface-name", text(name.text())));
        lines.put("autoconnect", new GVariant.Bool(profile.autoconnect()));
        lines.put(
                "autoconnect-priority", new GVariant.Whole(GType.Basic.INT32, BigInteger.valueOf(profile.priority())));
    }

    private static GVariant text(String text) {
        return new GVariant.Text(GType.Basic.STRING, text);
    }

    /**
     * What NetworkManager tells of a profile, together with the secrets that it tells apart from that.
     *
     * @param secrets as {@code GetSecrets} gives them: of each peer of WireGuard its public key and its secret alone
     */
    public static Map<String, Map<String, GVariant>> withSecrets(
            Map<String, Map<String, GVariant>> connection, Map<String, Map<String, GVariant>> secrets) {
        var all = new TreeMap<String, Map<String, GVariant>>();
        connection.forEach((longName, values) -> all.put(longName, new TreeMap<>(values)));
        secrets.forEach((longName, values) -> values.forEach((key, secret) -> {
            var setting = new SettingKey(Sections.shortName(longName), key);
            section(all, setting)
                    .merge(
                            key,
                            secret,
                            (there, _) -> SecretTable.isSecret(setting)
                                    ? secret
                                    : SecretParts.withSecretsOf(setting, secret, there));
        }));
        return all;
    }

    /** Puts one secret into what is to be written. */
    public static void put(Map<String, Map<String, GVariant>> connection, SecretKey key, String secret) {
        var values = section(connection, key.setting());
        values.compute(key.setting().key(), (_, there) -> SecretParts.with(key, Optional.ofNullable(there), secret));
    }
}
