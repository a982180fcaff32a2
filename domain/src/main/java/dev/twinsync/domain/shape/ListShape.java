package dev.twinsync.domain.shape;

import java.util.ArrayList;
import java.util.List;

record ListShape<T>(Shape<T> item) implements Shape<List<T>> {

    @Override
    public Reading<List<T>> read(Tree tree) {
        return switch (tree) {
            case Tree.Sequence(var items, var _) -> readAll(items);
            case Tree.Scalar(var text, var plain, var _) when plain && text.isEmpty() -> new Reading.Value<>(List.of());
            default -> ScalarShape.refused(tree, "a list");
        };
    }

    private Reading<List<T>> readAll(List<Tree> items) {
        var readings = new ArrayList<Reading<T>>();
        int problems = 0;
        for (Tree one : items) {
            var reading = item.read(one);
            readings.add(reading);
            problems += reading.problems().size();
            if (problems > Reading.ENOUGH_PROBLEMS) {
                break;
            }
        }
        return Reading.all(readings);
    }

    @Override
    public Tree write(List<T> values) {
        return Tree.list(values.stream().map(item::write).toList());
    }

    @Override
    public Tree.Mapping schema() {
        var listOrNothing = Tree.list(List.of(Tree.text("array"), Tree.text("null")));
        return Tree.map().put("type", listOrNothing).put("items", item.schema()).build();
    }
}
