package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.Tree;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as YAML has them itself: texts, truths, numbers, lists and maps of texts. */
final class Plain {

    private Plain() {}

    static Shape<GVariant> text() {
        return Shape.text().as(Plain::of, Plain::in);
    }

    static GVariant of(String text) {
        return new GVariant.Text(GType.Basic.STRING, text);
    }

    private static String in(GVariant value) {
        return ((GVariant.Text) value).value();
    }

    static Shape<GVariant> truth() {
        return Shape.truth().as(GVariant.Bool::new, value -> ((GVariant.Bool) value).value());
    }

    static Shape<GVariant> texts() {
        return Shape.list(text())
                .as(items -> new GVariant.Array(GType.Basic.STRING, items), value -> ((GVariant.Array) value).items());
    }

    static Shape<GVariant> textByName() {
        return new TableShape<>(text()).as(Plain::dictionary, Plain::entries);
    }

    private static GVariant dictionary(Map<String, GVariant> entries) {
        return new GVariant.Array(
                Dictionary.OF_TEXTS,
                new TreeMap<>(entries)
                        .entrySet().stream()
                                .map(entry -> (GVariant)
                                        Dictionary.entry(Dictionary.OF_TEXTS, entry.getKey(), entry.getValue()))
                                .toList());
    }

    private static Map<String, GVariant> entries(GVariant dictionary) {
        List<GVariant> items = ((GVariant.Array) dictionary).items();
        var entries = new TreeMap<String, GVariant>();
        items.forEach(item -> entries.put(Dictionary.name(item), ((GVariant.Entry) item).value()));
        return entries;
    }

    /** Whole numbers from {@code -2^below} (0 where that is 0) to {@code 2^above - 1}. */
    static Shape<GVariant> whole(GType.Basic type, int below, int above) {
        var least = below == 0 ? BigInteger.ZERO : BigInteger.TWO.pow(below).negate();
        var greatest = BigInteger.TWO.pow(above).subtract(BigInteger.ONE);
        return new WholeShape(type, least, greatest);
    }

    /** Unlike {@link Shape#number}, it knows how great a number may be. */
    private record WholeShape(GType.Basic type, BigInteger least, BigInteger greatest) implements Shape<GVariant> {

        @Override
        public Reading<GVariant> read(Tree tree) {
            return tree instanceof Tree.Scalar(var text, var plain, var _)
                            && plain
                            && text.matches("-?(0|[1-9][0-9]{0,19})")
                            && isWithin(new BigInteger(text))
                    ? new Reading.Value<>(new GVariant.Whole(type, new BigInteger(text)))
                    : Reading.wrong(
                            tree.place(),
                            "expected a whole number from " + least + " to " + greatest + ", found "
                                    + tree.described());
        }

        private boolean isWithin(BigInteger number) {
            return number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0;
        }

        @Override
        public Tree write(GVariant value) {
            return Tree.literal(((GVariant.Whole) value).value());
        }

        @Override
        public Tree.Mapping schema() {
            return Tree.map()
                    .put("type", "integer")
                    .put("minimum", Tree.literal(least))
                    .put("maximum", Tree.literal(greatest))
                    .build();
        }
    }
}
