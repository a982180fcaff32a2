package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.util.Comparator;
import java.util.stream.Stream;

/** Puts the entries of dictionaries in order, for that of D-Bus means nothing and is another each time. */
final class Ordered {

    private Ordered() {}

    static GVariant of(GVariant value) {
        return switch (value) {
            case GVariant.Array(var of, var items) -> {
                var inside = items.stream().map(Ordered::of);
                yield new GVariant.Array(of, (of instanceof GType.Entry ? sorted(inside) : inside).toList());
            }
            case GVariant.Entry(var type, var key, var inside) -> new GVariant.Entry(type, key, of(inside));
            case GVariant.Tuple(var parts) ->
                new GVariant.Tuple(parts.stream().map(Ordered::of).toList());
            case GVariant.Variant(var inside) -> new GVariant.Variant(of(inside));
            case GVariant.Maybe(var of, var inside) -> new GVariant.Maybe(of, inside.map(Ordered::of));
            case GVariant.Bool bool -> bool;
            case GVariant.Whole whole -> whole;
            case GVariant.Real real -> real;
            case GVariant.Text text -> text;
        };
    }

    /** Numbers by what they are written like, which is an order as good as any. */
    private static Stream<GVariant> sorted(Stream<GVariant> entries) {
        return entries.sorted(Comparator.comparing(Ordered::key));
    }

    private static String key(GVariant entry) {
        return switch (((GVariant.Entry) entry).key()) {
            case GVariant.Text(var _, var text) -> text;
            case GVariant other -> other.toString();
        };
    }
}
