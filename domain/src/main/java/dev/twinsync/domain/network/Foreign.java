package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GVariant;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of types that D-Bus does not have, or that mean nothing beyond the program that they are made in. */
final class Foreign {

    private static final String MAYBES_AND_HANDLES = ".*[mh].*";

    private Foreign() {}

    static Optional<String> objection(SettingKey setting, GVariant value) {
        return types(value)
                .filter(type -> type.matches(MAYBES_AND_HANDLES))
                .findFirst()
                .map(type -> setting + " holds a value of the type " + type + ", which no setting may hold");
    }

    /** The type of the value, and of what is in its boxes, of which that type says nothing. */
    private static Stream<String> types(GVariant value) {
        return Stream.concat(Stream.of(value.type().signature()), boxed(value));
    }

    private static Stream<String> boxed(GVariant value) {
        return switch (value) {
            case GVariant.Variant(var inside) -> types(inside);
            case GVariant.Array(var _, var items) -> items.stream().flatMap(Foreign::boxed);
            case GVariant.Entry(var _, var key, var inside) -> Stream.concat(boxed(key), boxed(inside));
            case GVariant.Tuple(var parts) -> parts.stream().flatMap(Foreign::boxed);
            case GVariant.Maybe(var _, var inside) -> inside.stream().flatMap(Foreign::boxed);
            case GVariant.Bool _, GVariant.Whole _, GVariant.Real _, GVariant.Text _ -> Stream.empty();
        };
    }
}
