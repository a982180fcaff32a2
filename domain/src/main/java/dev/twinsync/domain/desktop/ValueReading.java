package dev.twinsync.domain.desktop;

import dev.twinsync.domain.desktop.WishedValue.Items;
import dev.twinsync.domain.desktop.WishedValue.Plain;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.domain.gvariant.WholeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a wished value is for a setting of some type. */
sealed interface ValueReading {

    record Fits(GVariant value) implements ValueReading {}

    /** @param sentence what the setting takes and what is wrong, without the value */
    record Unfit(String sentence) implements ValueReading {}

    static ValueReading of(WishedValue wished, GType type) {
        return switch (wished) {
            case Plain(var text) -> plain(text, type);
            case Items(var items) when type instanceof GType.Array(var of) -> list(items, of);
            case Items(var items) when type instanceof GType.Tuple(var parts) -> tuple(items, parts, type);
            case Items _ -> unfit(type, "this is a list");
        };
    }

    /** A setting that is a text takes it as it stands, also where it looks like a number or has quotes in it. */
    private static ValueReading plain(String text, GType type) {
        if (type == GType.Basic.STRING) {
            return new Fits(GVariant.Text.of(text));
        }
        return switch (GVariantText.parse(text, Optional.of(type))) {
            case GVariantReading.Value(var value) -> new Fits(value);
            case GVariantReading.Wrong wrong -> unfit(type, wrong.explained());
        };
    }

    private static ValueReading list(List<WishedValue> items, GType of) {
        var values = new ArrayList<GVariant>();
        for (WishedValue item : items) {
            switch (of(item, of)) {
                case Fits(var value) -> values.add(value);
                case Unfit unfit -> {
                    return unfit;
                }
            }
        }
        return new Fits(new GVariant.Array(of, values));
    }

    private static ValueReading tuple(List<WishedValue> items, List<GType> parts, GType type) {
        if (items.size() != parts.size()) {
            return unfit(type, "this is a list of " + items.size());
        }
        var values = new ArrayList<GVariant>();
        for (int index = 0; index < items.size(); index++) {
            switch (of(items.get(index), parts.get(index))) {
                case Fits(var value) -> values.add(value);
                case Unfit unfit -> {
                    return unfit;
                }
            }
        }
        return new Fits(new GVariant.Tuple(values));
    }

    private static Unfit unfit(GType type, String problem) {
        return new Unfit("it takes " + words(type) + ": " + problem);
    }

    private static String words(GType type) {
        return switch (type) {
            case GType.Basic.BOOLEAN -> "true or false";
            case GType.Basic.DOUBLE -> "a number";
            case GType.Basic.STRING -> "a text";
            case GType.Basic basic ->
                WholeRange.of(basic)
                        .map(range -> "a whole number from " + range)
                        .orElse("a value of type " + basic.signature());
            case GType.Array(var of) when of == GType.Basic.STRING -> "a list of texts";
            case GType.Variant _, GType.Maybe _, GType.Array _, GType.Entry _, GType.Tuple _ ->
                "a value of type " + type.signature();
        };
    }

    /** The wish for exactly this value: {@link #of} makes the value of it again. */
    static WishedValue wishFor(GVariant value) {
        return switch (value) {
            case GVariant.Text(var type, var text) when type == GType.Basic.STRING -> new Plain(text);
            case GVariant.Whole(var _, var number) -> new Plain(number.toString());
            case GVariant.Array(var of, var items)
            when of == GType.Basic.STRING ->
                new Items(items.stream().map(ValueReading::wishFor).collect(Collectors.toList()));
            case GVariant.Text _,
                    GVariant.Bool _,
                    GVariant.Real _,
                    GVariant.Variant _,
                    GVariant.Maybe _,
                    GVariant.Array _,
                    GVariant.Entry _,
                    GVariant.Tuple _ -> new Plain(GVariantText.print(value));
        };
    }
}
