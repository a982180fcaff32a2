package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GVariant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a profile says beyond its name, type, interface and whether it comes up by itself: values by section and key, each
 * with its type. No secrets. Values that mean the same are equal: dictionaries are in the order of their keys, and addresses
 * are written as NetworkManager writes them.
 *
 * @param sections by their short names ({@code wifi}), none of them empty
 */
public record Settings(Map<String, Map<String, GVariant>> sections) {

    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        sections = checked(sections);
    }

    private static Map<String, Map<String, GVariant>> checked(Map<String, Map<String, GVariant>> sections) {
        var all = new TreeMap<String, Map<String, GVariant>>();
        sections.forEach((section, values) -> {
            var sorted = new TreeMap<String, GVariant>();
            values.forEach((key, value) -> {
                var setting = Belonging.checked(new SettingKey(section, key));
                sorted.put(key, Canonical.of(setting, Belonging.checked(setting, value)));
            });
            if (!sorted.isEmpty()) {
                all.put(section, Collections.unmodifiableMap(sorted));
            }
        });
        return Collections.unmodifiableMap(all);
    }

    public Optional<GVariant> get(SettingKey setting) {
        return Optional.ofNullable(sections.get(setting.section())).map(values -> values.get(setting.key()));
    }

    /** Every setting, in order. */
    public Stream<SettingKey> keys() {
        return sections.entrySet().stream()
                .flatMap(section ->
                        section.getValue().keySet().stream().map(key -> new SettingKey(section.getKey(), key)));
    }

    /** These, and of the others what is not said here. */
    public Settings over(Settings others) {
        var all = new TreeMap<String, Map<String, GVariant>>();
        Stream.of(others, this)
                .forEach(one -> one.sections.forEach((section, values) ->
                        all.computeIfAbsent(section, _ -> new TreeMap<>()).putAll(values)));
        return new Settings(all);
    }

    /** Without what is as NetworkManager has it where nothing is said. */
    public Settings withoutDefaults() {
        var all = new TreeMap<String, Map<String, GVariant>>();
        keys().filter(setting -> !SettingTable.isDefault(setting, get(setting).orElseThrow()))
                .forEach(setting -> all.computeIfAbsent(setting.section(), _ -> new TreeMap<>())
                        .put(setting.key(), get(setting).orElseThrow()));
        return new Settings(all);
    }
}
