package dev.twinsync.cli.catalog;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginFolder;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether each {@code schema.yaml} says how twin reads the document. Editors go by it, so it is not to say something else. */
public record SchemaChecks(RepoView repo) {

    public List<Problem> problems(PluginList plugins) throws IOException {
        var problems = new ArrayList<Problem>();
        for (ListedPlugin plugin : plugins.all()) {
            if (plugin.hasDescriptor() && plugin.isOwn()) {
                problems.addAll(problems(plugin.name()));
            }
        }
        return problems;
    }

    private List<Problem> problems(String plugin) throws IOException {
        var path = PluginFolder.schema(plugin);
        if (repo.digest(path).isEmpty()) {
            return List.of(new Problem(new Place(path, 0, 0), "is missing; to have it: twin plugins renew " + plugin));
        }
        var ours = OwnDescriptors.schema(plugin);
        try (var in = repo.open(path)) {
            if (Arrays.equals(in.readNBytes(ours.length + 1), ours)) {
                return List.of();
            }
        }
        return compared(plugin, path, ours);
    }

    private List<Problem> compared(String plugin, String path, byte[] ours) throws IOException {
        return switch (repo.read(new Document<>(path, Shape.tree(), ""))) {
            case Reading.Wrong<Optional<Tree>>(var problems) -> problems;
            case Reading.Value<Optional<Tree>>(var found) ->
                difference(found.orElseThrow(), own(ours))
                        .map(place -> new Problem(
                                place, "this is not how twin reads it; to have it right: twin plugins renew " + plugin))
                        .stream()
                        .toList();
        };
    }

    private static Tree own(byte[] schema) {
        return switch (YamlTree.read("schema.yaml", schema)) {
            case Reading.Value<Tree>(var tree) -> tree;
            case Reading.Wrong<Tree>(var problems) ->
                throw new IllegalStateException("twin's own schema is wrong: " + problems.getFirst());
        };
    }

    /** Where the first of them first says something else; empty: they say the same. */
    private static Optional<Place> difference(Tree theirs, Tree ours) {
        if (theirs.saysTheSameAs(ours)) {
            return Optional.empty();
        }
        return inside(theirs, ours).findFirst().or(() -> Optional.of(theirs.place()));
    }

    private static Stream<Place> inside(Tree theirs, Tree ours) {
        if (theirs instanceof Tree.Mapping map && ours instanceof Tree.Mapping other) {
            return map.entries().stream()
                    .flatMap(line -> other.get(line.key())
                            .map(value -> difference(line.value(), value).stream())
                            .orElseGet(() -> Stream.of(line.place())));
        }
        if (theirs instanceof Tree.Sequence(var items, var _) && ours instanceof Tree.Sequence(var others, var _)) {
            return IntStream.range(0, Math.min(items.size(), others.size()))
                    .boxed()
                    .flatMap(index -> difference(items.get(index), others.get(index)).stream());
        }
        return Stream.empty();
    }
}
