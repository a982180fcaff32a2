package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GVariant;
import java.util.Map;
import java.util.stream.Stream;

/** All texts in values, however deep. */
final class Texts {

    private Texts() {}

    static Stream<String> in(Map<String, Map<String, GVariant>> sections) {
        return sections.values().stream()
                .flatMap(values -> values.values().stream())
                .flatMap(Texts::in);
    }

    private static Stream<String> in(GVariant value) {
        return switch (value) {
            case GVariant.Text(var _, var text) -> Stream.of(text);
            case GVariant.Variant(var inner) -> in(inner);
            case GVariant.Array(var _, var items) -> items.stream().flatMap(Texts::in);
            case GVariant.Entry(var _, var _, var inner) -> in(inner);
            case GVariant.Tuple(var parts) -> parts.stream().flatMap(Texts::in);
            case GVariant.Maybe(var _, var inner) -> inner.stream().flatMap(Texts::in);
            case GVariant.Bool _, GVariant.Whole _, GVariant.Real _ -> Stream.empty();
        };
    }
}
