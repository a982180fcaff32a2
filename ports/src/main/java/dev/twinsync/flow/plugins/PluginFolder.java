package dev.twinsync.flow.plugins;

import dev.twinsync.domain.plugin.Entrypoint;
import dev.twinsync.domain.plugin.PluginDescriptor;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code plugins/} of a repository. A plugin is on where its descriptor is there and no setting switches it off. One of twin
 * itself whose descriptor was never there is on too: the repository is older than the plugin.
 */
public record PluginFolder(RepoView repo, OwnPlugins own) {

    public static final String FOLDER = "plugins";
    private static final String DESCRIPTOR = "plugin.yaml";

    /** Where a plugin says what it is. */
    public static String descriptor(String plugin) {
        return FOLDER + "/" + plugin + "/" + DESCRIPTOR;
    }

    /** Where it says how its document looks. */
    public static String schema(String plugin) {
        return FOLDER + "/" + plugin + "/schema.yaml";
    }

    public Reading<PluginList> read(SwitchedOff disabled) throws IOException {
        var files = repo.exists() ? repo.list(FOLDER) : List.<String>of();
        var described = files.stream()
                .map(PluginFolder::pluginOf)
                .flatMap(Optional::stream)
                .toList();
        var readings = new ArrayList<Reading<Described>>();
        for (String name : own.names()) {
            if (described.contains(name)) {
                readings.add(ownDescribed(name));
            } else {
                readings.add(new Reading.Value<>(undescribed(name, !files.isEmpty())));
            }
        }
        for (String name : described) {
            if (!own.names().contains(name)) {
                readings.add(described(name));
            }
        }
        return Reading.all(readings).then(all -> new PluginChecks(own, all, disabled).checked());
    }

    /** {@code plugins/packages.debian/plugin.yaml} is of {@code packages.debian}. */
    private static Optional<String> pluginOf(String file) {
        var parts = file.split("/");
        return parts.length == 3 && parts[2].equals(DESCRIPTOR) ? Optional.of(parts[1]) : Optional.empty();
    }

    /** Nearly always it is as twin wrote it, which takes no reading. */
    private Reading<Described> ownDescribed(String name) throws IOException {
        var text = own.text(name);
        try (var in = repo.open(descriptor(name))) {
            if (Arrays.equals(in.readNBytes(text.length + 1), text)) {
                return new Reading.Value<>(
                        new Described(name, own.descriptor(name), Optional.empty(), Where.AS_OURS, Optional.empty()));
            }
        }
        return described(name);
    }

    private Reading<Described> described(String name) throws IOException {
        return switch (repo.read(new Document<>(descriptor(name), Shape.tree(), ""))) {
            case Reading.Wrong<Optional<Tree>>(var problems) -> new Reading.Wrong<>(problems);
            case Reading.Value<Optional<Tree>>(var found) -> described(name, found.orElseThrow());
        };
    }

    private Reading<Described> described(String name, Tree tree) throws IOException {
        return switch (PluginDescriptor.SHAPE.read(tree)) {
            case Reading.Wrong<PluginDescriptor>(var problems) -> new Reading.Wrong<>(problems);
            case Reading.Value<PluginDescriptor>(var descriptor) ->
                foreign(name, descriptor)
                        .map(part -> new Described(name, descriptor, Optional.of(tree), Where.IN_REPOSITORY, part));
        };
    }

    private Reading<Optional<ForeignPart>> foreign(String name, PluginDescriptor descriptor) throws IOException {
        return descriptor.entrypoint() instanceof Entrypoint.Exec
                        && !own.names().contains(name)
                ? new ForeignReading(repo, descriptor, name).read().map(Optional::of)
                : new Reading.Value<>(Optional.empty());
    }

    /** Looks into the past of the repository, which takes a while, and is done only where something is missing. */
    private Described undescribed(String name, boolean hasFolder) throws IOException {
        boolean wasThere =
                hasFolder && !repo.commits(Set.of(descriptor(name)), 1).isEmpty();
        return new Described(
                name,
                own.descriptor(name),
                Optional.empty(),
                wasThere ? Where.TAKEN_AWAY : Where.NEVER_THERE,
                Optional.empty());
    }

    /** Where the descriptor of a plugin is. */
    enum Where {
        AS_OURS,
        IN_REPOSITORY,
        TAKEN_AWAY,
        NEVER_THERE
    }

    /**
     * @param folder the name of its folder
     * @param tree what stands in the repository, to name places in it; empty: what twin would write
     */
    record Described(
            String folder,
            PluginDescriptor descriptor,
            Optional<Tree> tree,
            Where where,
            Optional<ForeignPart> foreign) {

        Problem problem(String key, String message) {
            var place = tree.filter(Tree.Mapping.class::isInstance)
                    .map(Tree.Mapping.class::cast)
                    .flatMap(map -> map.get(key).or(() -> Optional.of(map)))
                    .orElseThrow()
                    .place();
            return new Problem(place, message);
        }
    }
}
