package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of which twin does not know the type: the text says it. */
final class Untyped {

    private static final Pattern BARE_NUMBER = Pattern.compile("\\s*[-+]?[0-9].*");

    private Untyped() {}

    /**
     * @param what whose value it is, for a sentence
     * @param hint what was probably meant, or nothing
     */
    static Reading<GVariant> read(String what, String hint, Tree tree) {
        if (!(tree instanceof Tree.Scalar(var text, var _, var place))) {
            return Reading.wrong(tree.place(), unknown(what) + ", found " + tree.described() + hint);
        }
        if (BARE_NUMBER.matcher(text).matches()) {
            return Reading.wrong(place, unknown(what) + ": a number alone does not say its type" + hint);
        }
        return switch (GVariantText.parse(text, Optional.empty())) {
            case GVariantReading.Value(var value) -> new Reading.Value<>(value);
            case GVariantReading.Wrong wrong -> Reading.wrong(place, unknown(what) + ": " + wrong.explained() + hint);
        };
    }

    private static String unknown(String what) {
        return "twin does not know the type of " + what
                + "; expected a text that says it, as \"uint32 5\", \"int32 5\", \"true\", \"'text'\" or \"['a', 'b']\"";
    }

    static Tree write(GVariant value) {
        return Tree.text(
                switch (value) {
                    case GVariant.Whole(var type, var number) when type == GType.Basic.INT32 -> "int32 " + number;
                    case GVariant.Real real -> "double " + GVariantText.print(real);
                    case GVariant other -> GVariantText.print(other);
                });
    }
}
