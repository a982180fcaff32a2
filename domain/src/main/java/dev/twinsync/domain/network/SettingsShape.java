package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** How settings look in documents: a map of sections, each of them a map of keys and values. */
record SettingsShape() implements Shape<Settings> {

    private record Setting(SettingKey place, GVariant value) {}

    @Override
    public Reading<Settings> read(Tree tree) {
        if (!(tree instanceof Tree.Mapping(var sections, var _))) {
            return Reading.wrong(tree.place(), "expected a map of sections, found " + tree.described());
        }
        var readings = new ArrayList<Reading<Setting>>();
        for (Tree.Entry section : sections) {
            if (section.value() instanceof Tree.Mapping(var lines, var _)) {
                lines.forEach(line -> readings.add(setting(section, line)));
            } else {
                readings.add(
                        Reading.wrong(section.value().place(), "expected a map of the settings in " + section.key()));
            }
        }
        return Reading.all(readings).map(SettingsShape::settings);
    }

    /** Where a line does not belong, its value is not looked at: it may be a secret. */
    private static Reading<Setting> setting(Tree.Entry section, Tree.Entry line) {
        return new Reading.Value<>(line.key())
                .mapAt(section.place(), key -> new SettingKey(SettingKey.checked(section.key()), key))
                .mapAt(line.place(), Belonging::checked)
                .then(key -> Values.read(key, line.value())
                        .mapAt(line.value().place(), value -> Addresses.checked(key, Belonging.checked(key, value)))
                        .map(value -> new Setting(key, value)));
    }

    private static Settings settings(Iterable<Setting> settings) {
        var all = new TreeMap<String, Map<String, GVariant>>();
        settings.forEach(setting -> all.computeIfAbsent(setting.place().section(), _ -> new TreeMap<>())
                .put(setting.place().key(), setting.value()));
        return new Settings(all);
    }

    @Override
    public Tree write(Settings settings) {
        var map = Tree.map();
        settings.sections().forEach((section, values) -> {
            var lines = Tree.map();
            values.forEach((key, value) -> lines.put(key, Values.write(new SettingKey(section, key), value)));
            map.put(section, lines.build());
        });
        return map.build();
    }

    /** Of the values it says nothing: which type a setting has is not for a schema to tell. */
    @Override
    public Tree.Mapping schema() {
        var section =
                Tree.map().put("type", "object").put("propertyNames", word()).build();
        return Tree.map()
                .put("type", "object")
                .put("propertyNames", word())
                .put("additionalProperties", section)
                .build();
    }

    private static Tree word() {
        return Tree.map().put("pattern", "^" + SettingKey.WORD + "$").build();
    }
}
