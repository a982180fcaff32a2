package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Dictionaries of D-Bus with texts for keys: {@code a{ss}} and {@code a{sv}}. */
final class Dictionary {

    static final GType.Entry OF_TEXTS = new GType.Entry(GType.Basic.STRING, GType.Basic.STRING);
    static final GType.Entry OF_ANYTHING = new GType.Entry(GType.Basic.STRING, new GType.Variant());

    private Dictionary() {}

    /** The key of an entry; nothing where it is no text. */
    static String name(GVariant entry) {
        return entry instanceof GVariant.Entry(var _, GVariant.Text(var _, var name), var _) ? name : "";
    }

    static GVariant.Entry entry(GType.Entry type, String name, GVariant value) {
        return new GVariant.Entry(type, new GVariant.Text(GType.Basic.STRING, name), value);
    }

    static List<GVariant> entries(GVariant dictionary) {
        return dictionary instanceof GVariant.Array(var _, var entries) ? entries : List.of();
    }

    static Optional<GVariant> get(GVariant dictionary, String name) {
        return entries(dictionary).stream()
                .filter(entry -> name(entry).equals(name))
                .findFirst()
                .map(entry -> ((GVariant.Entry) entry).value());
    }

    /** The same dictionary with that entry in it. */
    static GVariant with(GVariant dictionary, GVariant.Entry entry) {
        var others = entries(dictionary).stream().filter(other -> !name(other).equals(name(entry)));
        return new GVariant.Array(
                entry.type(), Stream.concat(others, Stream.of(entry)).toList());
    }

    /** The same dictionary without what is unwanted of it; what is none stays as it is. */
    static GVariant without(GVariant dictionary, Predicate<GVariant> unwanted) {
        return dictionary instanceof GVariant.Array(var of, var items)
                ? new GVariant.Array(
                        of, items.stream().filter(unwanted.negate()).toList())
                : dictionary;
    }
}
