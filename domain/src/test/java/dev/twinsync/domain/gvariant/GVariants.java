package dev.twinsync.domain.gvariant;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values of all types to try. */
public final class GVariants {

    private static final int DEPTH = 4;
    private static final List<GType.Basic> BASICS = List.of(GType.Basic.values());

    private GVariants() {}

    public static Arbitrary<GVariant> any() {
        return type(DEPTH).flatMap(type -> of(type, DEPTH));
    }

    public static Arbitrary<GType> type() {
        return type(DEPTH);
    }

    private static Arbitrary<GType> type(int depth) {
        Arbitrary<GType> simple = Arbitraries.of(BASICS).map(basic -> basic);
        if (depth == 0) {
            return simple;
        }
        return Arbitraries.oneOf(
                simple,
                Arbitraries.just(new GType.Variant()),
                Arbitraries.lazy(() -> type(depth - 1)).map(GType.Maybe::new),
                Arbitraries.lazy(() -> type(depth - 1)).map(GType.Array::new),
                entry(depth).map(GType.Array::new),
                entry(depth).map(entry -> entry),
                Arbitraries.lazy(() -> type(depth - 1)).list().ofMaxSize(3).map(GType.Tuple::new));
    }

    private static Arbitrary<GType.Entry> entry(int depth) {
        return Arbitraries.of(BASICS)
                .flatMap(key -> Arbitraries.lazy(() -> type(depth - 1)).map(value -> new GType.Entry(key, value)));
    }

    public static Arbitrary<GVariant> of(GType type) {
        return of(type, DEPTH);
    }

    /** @param boxes how deep boxes may stand in boxes */
    private static Arbitrary<GVariant> of(GType type, int boxes) {
        return switch (type) {
            case GType.Basic basic -> basic(basic);
            case GType.Variant _ ->
                type(Math.max(0, boxes - 1))
                        .flatMap(inside -> of(inside, Math.max(0, boxes - 1)))
                        .map(GVariant.Variant::new);
            case GType.Maybe(var of) ->
                Arbitraries.lazy(() -> of(of, boxes)).optional().map(value -> new GVariant.Maybe(of, value));
            case GType.Array(var of) ->
                Arbitraries.lazy(() -> of(of, boxes)).list().ofMaxSize(3).map(items -> new GVariant.Array(of, items));
            case GType.Entry entry ->
                basic(entry.key())
                        .flatMap(key -> of(entry.value(), boxes).map(value -> new GVariant.Entry(entry, key, value)));
            case GType.Tuple(var parts) -> tuple(parts, boxes);
        };
    }

    private static Arbitrary<GVariant> tuple(List<GType> parts, int boxes) {
        return Combinators.combine(parts.stream().map(part -> of(part, boxes)).toList())
                .as(GVariant.Tuple::new);
    }

    private static Arbitrary<GVariant> basic(GType.Basic type) {
        return switch (type) {
            case BOOLEAN -> Arbitraries.of(true, false).map(GVariant.Bool::new);
            case DOUBLE ->
                Arbitraries.oneOf(
                                Arbitraries.doubles(),
                                Arbitraries.longs().map(Double::longBitsToDouble),
                                Arbitraries.of(
                                        0.0,
                                        -0.0,
                                        0.1,
                                        1e17,
                                        1e16,
                                        1e-4,
                                        1e-5,
                                        123456789012345680.0,
                                        Double.MIN_VALUE,
                                        Double.MAX_VALUE,
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Double.NEGATIVE_INFINITY))
                        .map(GVariant.Real::new);
            case STRING -> text().map(GVariant.Text::of);
            case OBJECT_PATH -> Arbitraries.of("/", "/a", "/org/gnome_1/X").map(path -> new GVariant.Text(type, path));
            case SIGNATURE ->
                Arbitraries.of("", "s", "a{sv}", "(ii)asv").map(signature -> new GVariant.Text(type, signature));
            case BYTE, INT16, UINT16, INT32, UINT32, INT64, UINT64, HANDLE -> whole(type);
        };
    }

    private static Arbitrary<GVariant> whole(GType.Basic type) {
        var range = WholeRange.of(type).orElseThrow();
        return Arbitraries.oneOf(
                        Arbitraries.bigIntegers().between(range.least(), range.most()),
                        Arbitraries.of(range.least(), range.most(), BigInteger.ZERO, BigInteger.ONE))
                .map(number -> new GVariant.Whole(type, number));
    }

    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "", "'", "\"", "it's \"so\"", "\\", "\\n", "\t\n\u0007\u000b", "nothing", "just", "é", "🦆"),
                Arbitraries.of("\u200e", "\u2028", "\ufeff", "\u009f", "b'x'", "@as []", "<1>", "\udbff\udfff"),
                Arbitraries.strings().ofMaxLength(6).map(GVariants::whole));
    }

    /** Without zeros and halves of letters. */
    private static String whole(String text) {
        return text.codePoints()
                .filter(letter -> letter != 0 && !(letter >= 0xd800 && letter <= 0xdfff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
