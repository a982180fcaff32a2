package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Nearest;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings that are lists of maps, as {@code ipv4.address-data}: {@code [{address: 10.0.0.2, prefix: 24}]}. */
final class Tables {

    static final GType TABLE = new GType.Array(Dictionary.OF_ANYTHING);

    private Tables() {}

    /** The keys of such maps: setting (of both sections {@code ipv4} and {@code ipv6}), form, keys. */
    private static final Map<String, Map<String, Form>> FORMS = forms("""
            address-data s address label
            address-data u prefix
            route-data s dest from next-hop src type
            route-data u advmss cwnd initcwnd initrwnd metric mtu prefix rto_min table weight window
            route-data b lock-advmss lock-cwnd lock-initcwnd lock-initrwnd lock-mtu lock-window onlink quickack
            route-data y scope tos
            peers s endpoint public-key
            peers u persistent-keepalive preshared-key-flags
            peers as allowed-ips""");

    private static Map<String, Map<String, Form>> forms(String text) {
        var forms = new HashMap<String, Map<String, Form>>();
        text.lines().forEach(line -> {
            var words = List.of(line.split(" "));
            words.stream()
                    .skip(2)
                    .forEach(key -> forms.computeIfAbsent(words.getFirst(), _ -> new HashMap<>())
                            .put(key, Form.of(words.get(1))));
        });
        return forms;
    }

    private static Optional<Form> form(SettingKey setting, String key) {
        return Optional.ofNullable(forms(setting).get(key));
    }

    private static Map<String, Form> forms(SettingKey setting) {
        return FORMS.getOrDefault(setting.key(), Map.of());
    }

    static Reading<GVariant> read(SettingKey setting, Tree tree) {
        return Shape.list(Shape.tree())
                .read(tree)
                .then(items -> Reading.all(
                        items.stream().map(item -> table(setting, item)).toList()))
                .map(tables -> new GVariant.Array(TABLE, tables));
    }

    private static Reading<GVariant> table(SettingKey setting, Tree tree) {
        if (!(tree instanceof Tree.Mapping(var lines, var _))) {
            return Reading.wrong(tree.place(), "expected a map, found " + tree.described());
        }
        return Reading.all(lines.stream().map(line -> entry(setting, line)).toList())
                .map(entries -> new GVariant.Array(Dictionary.OF_ANYTHING, entries));
    }

    private static Reading<GVariant> entry(SettingKey setting, Tree.Entry line) {
        return new Reading.Value<>(line.key())
                .mapAt(line.place(), key -> checked(setting, key))
                .then(key -> form(setting, key)
                        .map(form -> form.read(line.value()))
                        .orElseGet(() -> Untyped.read(
                                key + " in " + setting,
                                Nearest.hint(key, forms(setting).keySet()),
                                line.value())))
                .map(value -> Dictionary.entry(Dictionary.OF_ANYTHING, line.key(), new GVariant.Variant(value)));
    }

    /** What would be refused with its value is refused before anybody looks at that. */
    private static String checked(SettingKey setting, String key) {
        if (key.equals(SecretTable.PRESHARED_KEY)) {
            throw new IllegalArgumentException(Hidden.refusal(setting));
        }
        return key;
    }

    /** Empty: it has the types that twin expects. */
    static Optional<String> objection(SettingKey setting, GVariant value) {
        if (!value.type().equals(Form.TABLES.type())) {
            return Optional.empty();
        }
        return ((GVariant.Array) value)
                .items().stream()
                        .flatMap(table -> ((GVariant.Array) table).items().stream())
                        .map(GVariant.Entry.class::cast)
                        .flatMap(entry -> form(setting, Dictionary.name(entry))
                                .filter(form ->
                                        !form.type().equals(unboxed(entry).type()))
                                .map(form -> Dictionary.name(entry) + " in " + setting + " is of the type "
                                        + form.type().signature() + ", not "
                                        + unboxed(entry).type().signature())
                                .stream())
                        .findFirst();
    }

    private static GVariant unboxed(GVariant.Entry entry) {
        return ((GVariant.Variant) entry.value()).value();
    }

    static Tree write(SettingKey setting, GVariant value) {
        return Tree.list(((GVariant.Array) value)
                .items().stream()
                        .map(table -> write(setting, (GVariant.Array) table))
                        .toList());
    }

    private static Tree write(SettingKey setting, GVariant.Array table) {
        var map = Tree.map();
        table.items().stream()
                .map(GVariant.Entry.class::cast)
                .forEach(entry -> map.put(
                        Dictionary.name(entry),
                        form(setting, Dictionary.name(entry))
                                .map(form -> form.write(unboxed(entry)))
                                .orElseGet(() -> Untyped.write(unboxed(entry)))));
        return map.build();
    }
}
