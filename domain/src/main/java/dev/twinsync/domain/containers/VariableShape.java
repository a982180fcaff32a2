package dev.twinsync.domain.containers;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.domain.secrets.SecretPath;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;

/** Text, {@code {file: PATH}} or {@code {keep: true}}. */
final class VariableShape implements Shape<VariableWish> {

    private static final Shape<FromFile> FILE = file();
    private static final Shape<Keep> KEEP = keep();

    private static Shape<FromFile> file() {
        var path = required(
                "file",
                Shape.text("^" + SecretPath.GRAMMAR + "$", FromFile::new, FromFile::path),
                (FromFile wish) -> wish);
        return new RecordShape<>(List.of(path), line -> line.get(path));
    }

    private static Shape<Keep> keep() {
        var truth = required("keep", Shape.truth(), (Keep _) -> true);
        return new RecordShape<>(List.of(truth), line -> {
                    if (!line.get(truth)) {
                        throw new IllegalArgumentException("keep is true or left out");
                    }
                    return new Keep();
                })
                .withRule("const", Tree.map().put("keep", Tree.literal(true)).build());
    }

    @Override
    public Reading<VariableWish> read(Tree tree) {
        return switch (tree) {
            case Tree.Mapping map
            when map.get("keep").isPresent() -> KEEP.read(map).map(wish -> wish);
            case Tree.Mapping map -> FILE.read(map).map(wish -> wish);
            case Tree.Scalar scalar -> Shape.text().read(scalar).mapAt(scalar.place(), Plain::new);
            case Tree.Sequence list ->
                Reading.wrong(list.place(), "expected text, {file: PATH} or {keep: true}, found a list");
        };
    }

    @Override
    public Tree write(VariableWish wish) {
        return switch (wish) {
            case Plain(var text) -> Tree.text(text);
            case FromFile file -> FILE.write(file);
            case Keep keep -> KEEP.write(keep);
        };
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map()
                .put("oneOf", Tree.list(List.of(Shape.text().schema(), FILE.schema(), KEEP.schema())))
                .build();
    }
}
