package dev.twinsync.domain.desktop;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.desktop.WishedValue.Items;
import dev.twinsync.domain.desktop.WishedValue.Plain;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands behind the name of a wished setting: a value, or {@code {ensure: absent}}, which is empty here. */
record WishShape() implements Shape<Optional<WishedValue>> {

    /** What is written without quotes, as one would write it. */
    private static final Pattern LITERAL =
            Pattern.compile("true|false|0|-?[1-9][0-9]{0,17}|-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,17}");

    private static final RecordShape<Ensured> ENSURED = ensured();

    static final Shape<WishedValue> VALUE = new ValueShape();

    private enum Ensured {
        ABSENT
    }

    private static RecordShape<Ensured> ensured() {
        var ensure = required("ensure", Shape.word(Ensured.class), (Ensured word) -> word);
        return new RecordShape<>(List.of(ensure), line -> line.get(ensure));
    }

    @Override
    public Reading<Optional<WishedValue>> read(Tree tree) {
        return tree instanceof Tree.Mapping
                ? ENSURED.read(tree).map(_ -> Optional.empty())
                : VALUE.read(tree).map(Optional::of);
    }

    @Override
    public Tree write(Optional<WishedValue> wish) {
        return wish.map(VALUE::write).orElseGet(() -> ENSURED.write(Ensured.ABSENT));
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map()
                .put("anyOf", Tree.list(List.of(VALUE.schema(), ENSURED.schema())))
                .build();
    }

    private record ValueShape() implements Shape<WishedValue> {

        @Override
        public Reading<WishedValue> read(Tree tree) {
            return switch (tree) {
                case Tree.Scalar(var text, var plain, var place)
                when text.isEmpty() && plain -> Reading.wrong(place, "expected a value, found nothing");
                case Tree.Scalar(var text, var _, var place) -> new Reading.Value<>(text).mapAt(place, Plain::new);
                case Tree.Sequence(var items, var place) ->
                    Reading.all(items.stream().map(this::read).toList()).mapAt(place, Items::new);
                case Tree.Mapping(var _, var place) ->
                    Reading.wrong(
                            place,
                            "expected a value, found a map; a dictionary is written as one text, as \"{'a': 1}\"");
            };
        }

        @Override
        public Tree write(WishedValue value) {
            return switch (value) {
                case Plain(var text) -> LITERAL.matcher(text).matches() ? Tree.literal(text) : Tree.text(text);
                case Items(var items) ->
                    Tree.list(items.stream().map(this::write).toList());
            };
        }

        @Override
        public Tree.Mapping schema() {
            return schema(WishedValue.MOST_DEPTH);
        }

        private static Tree.Mapping schema(int depth) {
            var scalar = Tree.map()
                    .put("type", Tree.list(List.of(Tree.text("string"), Tree.text("number"), Tree.text("boolean"))))
                    .build();
            if (depth == 0) {
                return scalar;
            }
            var list = Tree.map()
                    .put("type", "array")
                    .put("items", schema(depth - 1))
                    .build();
            return Tree.map().put("anyOf", Tree.list(List.of(scalar, list))).build();
        }
    }
}
