package dev.twinsync.flow.plugins;

import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.plugin.PluginDescriptor;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the schema of a plugin of other people. */
record ForeignReading(RepoView repo, PluginDescriptor descriptor, String folder) {

    Reading<ForeignPart> read() throws IOException {
        var path = PluginFolder.schema(folder);
        var digests = repo.digest(PluginFolder.descriptor(folder)) + " " + repo.digest(path);
        return switch (repo.read(new Document<>(path, Shape.tree(), ""))) {
            case Reading.Wrong<Optional<Tree>>(var problems) -> new Reading.Wrong<>(problems);
            case Reading.Value<Optional<Tree>>(var found) ->
                found.isEmpty()
                        ? Reading.wrong(
                                new Place(path, 0, 0), "is missing: it says what the things of " + folder + " are")
                        : of(found.get())
                                .map(schema -> new ForeignPart(
                                        schema, found.get(), Sha256.of(digests.getBytes(StandardCharsets.UTF_8))));
        };
    }

    private Reading<ForeignSchema> of(Tree tree) {
        var fragment = descriptor.provides().state().getFirst();
        return ForeignSchema.read(tree)
                .then(schema -> schema.fragment().equals(fragment)
                        ? new Reading.Value<>(schema)
                        : Reading.wrong(
                                tree.place(),
                                "this is the schema of " + schema.fragment() + ", and " + folder + " provides "
                                        + fragment));
    }
}
