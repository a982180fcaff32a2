package dev.twinsync.cli.plugins;

import dev.twinsync.domain.plugin.Entrypoint;
import dev.twinsync.domain.plugin.FragmentName;
import dev.twinsync.domain.plugin.PluginName;
import dev.twinsync.domain.plugin.PluginSort;
import dev.twinsync.domain.plugin.Provides;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginFolder;
import dev.twinsync.flow.plugins.Standing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be said of a plugin without starting anything. */
final class PluginTexts {

    private PluginTexts() {}

    static String standing(ListedPlugin plugin) {
        return switch (plugin.standing()) {
            case Standing.On() ->
                plugin.hasDescriptor()
                        ? "on"
                        : "on (this repository has no " + PluginFolder.descriptor(plugin.name())
                                + "; to have it: twin plugins renew " + plugin.name() + ")";
            case Standing.Off(var why) -> "off: " + why;
        };
    }

    /** The documents that it reads and writes: {@code state/packages.yaml}. */
    static List<String> documents(Provides provides) {
        return Stream.of(
                        provides.state().stream().map(name -> "state/" + name + ".yaml"),
                        provides.live().stream().map(name -> "live/" + name + ".yaml"),
                        provides.logs().stream().map(name -> name + " in state/logs_config.yaml"))
                .flatMap(names -> names)
                .toList();
    }

    static String by(Entrypoint entrypoint) {
        return switch (entrypoint) {
            case Entrypoint.Builtin _, Entrypoint.OfPredecessor _ -> "twin itself";
            case Entrypoint.Exec(var program) -> "the program " + program;
        };
    }

    static Tree.MapBuilder tree(ListedPlugin plugin) {
        var descriptor = plugin.descriptor();
        var map = Tree.map()
                .put("plugin", plugin.name())
                .put("kind", word(descriptor.sort()))
                .put("on", Tree.literal(plugin.isOn()))
                .put("builtin", Tree.literal(plugin.isOwn()))
                .put("entrypoint", descriptor.entrypoint().text())
                .put("has_descriptor", Tree.literal(plugin.hasDescriptor()))
                .put("state_fragments", names(descriptor.provides().state()))
                .put("live_fragments", names(descriptor.provides().live()))
                .put("logs_fragments", names(descriptor.provides().logs()))
                .put(
                        "dependencies",
                        Tree.list(descriptor.dependencies().stream()
                                .map(PluginName::text)
                                .map(Tree::text)
                                .toList()));
        if (plugin.standing() instanceof Standing.Off(var why)) {
            map.put("why_off", why);
        }
        return map;
    }

    static String word(PluginSort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static Tree names(List<FragmentName> names) {
        return Tree.list(names.stream().map(FragmentName::text).map(Tree::text).toList());
    }
}
