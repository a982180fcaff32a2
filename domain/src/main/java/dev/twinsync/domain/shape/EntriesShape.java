package dev.twinsync.domain.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list whose entries have names: a second entry of the same name is an error that tells both places.
 *
 * @param keyOf the name of an entry
 */
public record EntriesShape<T>(Shape<T> item, Function<? super T, String> keyOf) implements Shape<List<T>> {

    @Override
    public Reading<List<T>> read(Tree tree) {
        return Shape.list(item).read(tree).then(values -> unique(values, tree));
    }

    private Reading<List<T>> unique(List<T> values, Tree tree) {
        if (!(tree instanceof Tree.Sequence(var items, var _))) {
            return new Reading.Value<>(values);
        }
        Map<String, Place> places = new HashMap<>();
        var problems = new ArrayList<Problem>();
        for (int index = 0; index < values.size(); index++) {
            var key = keyOf.apply(values.get(index));
            var place = items.get(index).place();
            var first = places.putIfAbsent(key, place);
            if (first != null) {
                problems.add(new Problem(place, "\"" + key + "\" is declared twice" + inLine(first)));
            }
        }
        return problems.isEmpty() ? new Reading.Value<>(values) : new Reading.Wrong<>(problems);
    }

    private static String inLine(Place first) {
        return first.line() == 0 ? "" : ", first in line " + first.line();
    }

    @Override
    public Tree write(List<T> values) {
        return Shape.list(item).write(values);
    }

    @Override
    public Tree.Mapping schema() {
        return Shape.list(item).schema();
    }
}
