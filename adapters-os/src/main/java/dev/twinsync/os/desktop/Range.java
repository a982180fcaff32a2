package dev.twinsync.os.desktop;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import java.util.List;
import java.util.Optional;

/** What values a setting may have, as {@code gsettings range} prints it. */
final class Range {

    private Range() {}

    /**
     * Why a value is none of them; empty where it is one.
     *
     * @param printed {@code type i}, {@code range i 0 100}, {@code enum} or {@code flags} and below it what there is
     */
    static Optional<String> refuses(String printed, GVariant value) {
        var lines = printed.lines().toList();
        var words = lines.isEmpty() ? new String[] {""} : lines.getFirst().split(" ");
        var values = value instanceof GVariant.Array(var _, var items) ? items : List.of(value);
        return switch (words[0]) {
            case "range" -> words.length == 4 ? outside(words[2], words[3], value) : Optional.empty();
            case "enum", "flags" -> notAmong(lines.subList(1, lines.size()), values);
            case String _ -> Optional.empty();
        };
    }

    private static Optional<String> outside(String least, String most, GVariant value) {
        return number(least, value.type()) <= number(value) && number(value) <= number(most, value.type())
                ? Optional.empty()
                : Optional.of("it takes " + least + " to " + most);
    }

    private static double number(String text, GType type) {
        return switch (GVariantText.parse(text, Optional.of(type))) {
            case GVariantReading.Value(var value) -> number(value);
            case GVariantReading.Wrong _ -> Double.NaN;
        };
    }

    private static double number(GVariant value) {
        return switch (value) {
            case GVariant.Whole(var _, var whole) -> whole.doubleValue();
            case GVariant.Real(var real) -> real;
            case GVariant.Bool _,
                    GVariant.Text _,
                    GVariant.Variant _,
                    GVariant.Maybe _,
                    GVariant.Array _,
                    GVariant.Entry _,
                    GVariant.Tuple _ -> Double.NaN;
        };
    }

    private static Optional<String> notAmong(List<String> known, List<GVariant> values) {
        return values.stream().map(GVariantText::print).allMatch(known::contains)
                ? Optional.empty()
                : Optional.of("it takes " + String.join(", ", known));
    }
}
