package dev.twinsync.cli.catalog;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.plugin.Entrypoint;
import dev.twinsync.domain.plugin.FragmentName;
import dev.twinsync.domain.plugin.PluginDescriptor;
import dev.twinsync.domain.plugin.PluginName;
import dev.twinsync.domain.plugin.PluginSort;
import dev.twinsync.domain.plugin.Provides;
import dev.twinsync.flow.plugins.OwnPlugins;
import dev.twinsync.flow.plugins.PluginFolder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plugins of the {@link Catalog} as descriptors. */
public final class OwnDescriptors implements OwnPlugins {

    /** Documents of {@code state/} and {@code live/} that are no kind's. */
    private static final Set<String> OTHERS = Set.of("logs_config", "system");

    private final Map<String, Kind<?, ?, ?>> kinds = Catalog.kinds();

    @Override
    public List<String> names() {
        return Catalog.names();
    }

    @Override
    public byte[] text(String name) {
        return Templates.resource(PluginFolder.descriptor(name));
    }

    /** What twin itself says of how its document looks. */
    static byte[] schema(String name) {
        return Templates.resource(PluginFolder.schema(name));
    }

    @Override
    public PluginDescriptor descriptor(String name) {
        var plugin = new PluginName(name);
        boolean isOfLogs = !kinds.containsKey(name) && !name.equals(Catalog.SYSTEM);
        return new PluginDescriptor(
                plugin,
                isOfLogs ? PluginSort.LOGS : PluginSort.CONFIG,
                provides(name),
                List.of(),
                new Entrypoint.Builtin(plugin),
                false);
    }

    private Provides provides(String name) {
        if (kinds.containsKey(name)) {
            return new Provides(List.of(new FragmentName(kinds.get(name).document())), List.of(), List.of());
        }
        var fragment = List.of(new FragmentName(name.equals(Catalog.SYSTEM) ? "system" : afterDot(name)));
        return name.equals(Catalog.SYSTEM)
                ? new Provides(List.of(), fragment, List.of())
                : new Provides(List.of(), List.of(), fragment);
    }

    private static String afterDot(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    @Override
    public Set<String> fragments() {
        return Stream.concat(kinds.values().stream().map(Kind::document), OTHERS.stream())
                .collect(Collectors.toSet());
    }
}
