package dev.twinsync.domain.plugin;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * What {@code plugins/NAME/plugin.yaml} says.
 *
 * @param dependencies the plugins that must be on for this one to make sense
 * @param root whether what it does needs root; only for a program of other people, for twin knows it of its own
 */
public record PluginDescriptor(
        PluginName name,
        PluginSort sort,
        Provides provides,
        List<PluginName> dependencies,
        Entrypoint entrypoint,
        boolean root) {

    public static final RecordShape<PluginDescriptor> SHAPE = shape();

    public PluginDescriptor {
        dependencies = List.copyOf(dependencies);
        if (dependencies.contains(name)) {
            throw new IllegalArgumentException(name + " cannot depend on itself");
        }
        if (entrypoint instanceof Entrypoint.Exec) {
            checkForeign(name, sort, provides);
        } else if (root) {
            throw new IllegalArgumentException(
                    "root: true is for plugins of other people (exec:); twin knows of its own" + " what needs root");
        }
    }

    private static void checkForeign(PluginName name, PluginSort sort, Provides provides) {
        boolean isOneDocument = provides.state().size() == 1
                && provides.live().isEmpty()
                && provides.logs().isEmpty();
        if (sort != PluginSort.CONFIG || !isOneDocument) {
            throw new IllegalArgumentException(
                    name + " is a program of other people: it must be of the kind config and provide exactly one of"
                            + " state_fragments");
        }
    }

    private static RecordShape<PluginDescriptor> shape() {
        var name = required("name", PluginName.SHAPE, PluginDescriptor::name);
        var sort = required("kind", Shape.word(PluginSort.class), PluginDescriptor::sort);
        var provides = required("provides", Provides.SHAPE, PluginDescriptor::provides);
        var dependencies = withDefault(
                "dependencies", Shape.list(PluginName.SHAPE), List.<PluginName>of(), PluginDescriptor::dependencies);
        var entrypoint = required("entrypoint", Entrypoint.SHAPE, PluginDescriptor::entrypoint);
        var root = withDefault("root", Shape.truth(), false, PluginDescriptor::root);
        return new RecordShape<>(
                List.of(name, sort, provides, dependencies, entrypoint, root),
                line -> new PluginDescriptor(
                        line.get(name),
                        line.get(sort),
                        line.get(provides),
                        line.get(dependencies),
                        line.get(entrypoint),
                        line.get(root)));
    }
}
