package dev.twinsync.flow.view;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the wishes of a document stand that refer to content. A wish does not know that any more once it is read, so the document
 * is read again, by lines: once, and only where something is wrong.
 */
final class WishPlaces {

    private final RepoContents repo;
    private final String document;
    private Optional<Map<String, Place>> places = Optional.empty();

    WishPlaces(RepoContents repo, String document) {
        this.repo = repo;
        this.document = document;
    }

    /** @param completed a wish that may not be what the document says of its content */
    <D> Reading<D> named(Reading<D> completed, String key) throws IOException {
        if (!(completed instanceof Reading.Wrong<D>(var problems))) {
            return completed;
        }
        var place = places().getOrDefault(key, new Place(document, 0, 0));
        return new Reading.Wrong<>(problems.stream()
                .map(problem -> new Problem(place, problem.message()))
                .toList());
    }

    private Map<String, Place> places() throws IOException {
        if (places.isEmpty()) {
            var found = new HashMap<String, Place>();
            if (repo.read(new Document<>(document, Shape.tree(), ""))
                    instanceof Reading.Value<Optional<Tree>>(var tree)) {
                tree.ifPresent(whole -> collect(whole, found));
            }
            places = Optional.of(found);
        }
        return places.get();
    }

    /** That of a wish's digest, by what the wish is about, which is called its path. */
    private static void collect(Tree tree, Map<String, Place> found) {
        switch (tree) {
            case Tree.Scalar _ -> {}
            case Tree.Sequence(var items, var _) -> items.forEach(item -> collect(item, found));
            case Tree.Mapping map -> {
                var path = map.get("path").map(Tree::inline);
                var digest = map.get("digest").map(Tree::place);
                path.ifPresent(key -> digest.ifPresent(place -> found.put(key, place)));
                map.entries().forEach(entry -> collect(entry.value(), found));
            }
        }
    }
}
