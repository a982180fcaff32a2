package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Named values, as properties of an object on the bus: what D-Bus calls {@code a{sv}}. */
record Facts(Map<String, GVariant> values) {

    static final Facts NONE = new Facts(Map.of());

    private static final GType.Basic TEXT = GType.Basic.STRING;
    private static final GType.Entry NAMED = new GType.Entry(TEXT, new GType.Variant());
    static final GType TYPE = new GType.Array(NAMED);

    /** What a dictionary of boxes holds; nothing, if it is none. */
    static Facts of(GVariant dictionary) {
        var values = new LinkedHashMap<String, GVariant>();
        entries(dictionary).forEach(entry -> {
            if (entry.value() instanceof GVariant.Variant(var value)) {
                values.put(text(entry.key()), value);
            }
        });
        return new Facts(values);
    }

    GVariant dictionary() {
        return new GVariant.Array(
                NAMED,
                values.entrySet().stream()
                        .<GVariant>map(value ->
                                new GVariant.Entry(NAMED, text(value.getKey()), new GVariant.Variant(value.getValue())))
                        .toList());
    }

    static Stream<GVariant.Entry> entries(GVariant dictionary) {
        return items(dictionary).stream()
                .filter(GVariant.Entry.class::isInstance)
                .map(GVariant.Entry.class::cast);
    }

    static List<GVariant> items(GVariant array) {
        return array instanceof GVariant.Array(var _, var items) ? items : List.of();
    }

    /** Empty for what is no text. */
    static String text(GVariant value) {
        return value instanceof GVariant.Text(var _, var text) ? text : "";
    }

    static GVariant text(String text) {
        return new GVariant.Text(TEXT, text);
    }

    static GVariant path(String path) {
        return new GVariant.Text(GType.Basic.OBJECT_PATH, path);
    }

    static GVariant number(long unsigned) {
        return new GVariant.Whole(GType.Basic.UINT32, BigInteger.valueOf(unsigned));
    }

    /** The empty text where there is none. */
    String textOf(String name) {
        return find(name).map(Facts::text).orElse("");
    }

    /** 0 where there is none. */
    long numberOf(String name) {
        return find(name)
                .map(value -> value instanceof GVariant.Whole(var _, var number) ? number.longValue() : 0L)
                .orElse(0L);
    }

    boolean isTrue(String name) {
        return find(name).filter(new GVariant.Bool(true)::equals).isPresent();
    }

    /** The texts or paths of a list; none where there is none. */
    List<String> textsOf(String name) {
        return find(name).map(Facts::items).orElse(List.of()).stream()
                .map(Facts::text)
                .toList();
    }

    private Optional<GVariant> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
