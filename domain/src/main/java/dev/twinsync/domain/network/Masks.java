package dev.twinsync.domain.network;

import dev.twinsync.domain.Utf8;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.secrets.Mask;

/** Finds masks in values: a value with one says less than the one that is there. */
final class Masks {

    private Masks() {}

    static boolean isIn(GVariant value) {
        return switch (value) {
            case GVariant.Text(var _, var text) -> Mask.isIn(text);
            case GVariant.Array array
            when array.type().equals(Bytes.TYPE) ->
                Utf8.text(Bytes.in(array)).filter(Mask::isIn).isPresent();
            case GVariant.Array(var _, var items) -> items.stream().anyMatch(Masks::isIn);
            case GVariant.Entry(var _, var key, var inside) -> isIn(key) || isIn(inside);
            case GVariant.Tuple(var parts) -> parts.stream().anyMatch(Masks::isIn);
            case GVariant.Variant(var inside) -> isIn(inside);
            case GVariant.Maybe(var _, var inside) -> inside.filter(Masks::isIn).isPresent();
            case GVariant.Bool _, GVariant.Whole _, GVariant.Real _ -> false;
        };
    }
}
