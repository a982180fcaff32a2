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
record Tables(SettingKey setting) implements Shape<GVariant> {

    static final GType TABLE = new GType.Array(Dictionary.OF_ANYTHING);

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

    private Optional<Form> form(String key) {
        return Optional.ofNullable(forms().get(key));
    }

    private Map<String, Form> forms() {
        return FORMS.getOrDefault(setting.key(), Map.of());
    }

    @Override
    public Reading<GVariant> read(Tree tree) {
        return Shape.list(Shape.tree())
                .read(tree)
                .then(items -> Reading.all(items.stream().map(this::table).toList()))
                .map(tables -> new GVariant.Array(TABLE, tables));
    }

    private Reading<GVariant> table(Tree tree) {
        if (!(tree instanceof Tree.Mapping(var lines, var _))) {
            return Reading.wrong(tree.place(), "expected a map, found " + tree.described());
        }
        return Reading.all(lines.stream().map(this::entry).toList())
                .map(entries -> new GVariant.Array(Dictionary.OF_ANYTHING, entries));
    }

    private Reading<GVariant> entry(Tree.Entry line) {
        return new Reading.Value<>(line.key())
                .mapAt(line.place(), this::checked)
                .then(key -> form(key)
                        .map(form -> form.shape(setting).read(line.value()))
                        .orElseGet(() -> Untyped.read(
                                key + " in " + setting, Nearest.hint(key, forms().keySet()), line.value())))
                .map(value -> Dictionary.entry(Dictionary.OF_ANYTHING, line.key(), new GVariant.Variant(value)));
    }

    /** What would be refused with its value is refused before anybody looks at that. */
    private String checked(String key) {
        if (key.equals(SecretTable.PRESHARED_KEY)) {
            throw new IllegalArgumentException(Hidden.refusal(setting));
        }
        return key;
    }

    /** What is of another type than twin expects; empty: nothing. */
    static Optional<String> objection(SettingKey setting, GVariant value) {
        return value.type().equals(Form.TABLES.type()) ? new Tables(setting).objection(value) : Optional.empty();
    }

    private Optional<String> objection(GVariant value) {
        return Dictionary.entries(value).stream()
                .flatMap(table -> Dictionary.entries(table).stream())
                .flatMap(entry -> form(Dictionary.name(entry))
                        .filter(form -> !form.type().equals(unboxed(entry).type()))
                        .map(form -> Dictionary.name(entry) + " in " + setting + " is of the type "
                                + form.type().signature() + ", not "
                                + unboxed(entry).type().signature())
                        .stream())
                .findFirst();
    }

    private static GVariant unboxed(GVariant entry) {
        return ((GVariant.Variant) ((GVariant.Entry) entry).value()).value();
    }

    @Override
    public Tree write(GVariant value) {
        return Tree.list(
                Dictionary.entries(value).stream().map(this::writeTable).toList());
    }

    private Tree writeTable(GVariant table) {
        var map = Tree.map();
        Dictionary.entries(table)
                .forEach(entry -> map.put(
                        Dictionary.name(entry),
                        form(Dictionary.name(entry))
                                .map(form -> form.shape(setting).write(unboxed(entry)))
                                .orElseGet(() -> Untyped.write(unboxed(entry)))));
        return map.build();
    }

    @Override
    public Tree.Mapping schema() {
        return Shape.list(Shape.tree()).schema();
    }
}
