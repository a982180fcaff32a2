package dev.twinsync.flow.plugins;

import dev.twinsync.domain.foreign.Foreign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plugins of a repository, those of twin itself first. */
public record PluginList(List<ListedPlugin> all) {

    public PluginList {
        all = List.copyOf(all);
    }

    public List<String> names() {
        return all.stream().map(ListedPlugin::name).toList();
    }

    /** The names of those that are not in use. */
    public List<String> off() {
        return all.stream()
                .filter(plugin -> !plugin.isOn())
                .map(ListedPlugin::name)
                .toList();
    }

    /** The kinds of the plugins of other people, on and off, by the name of the plugin. */
    public Map<String, Foreign> foreign() {
        Map<String, Foreign> kinds = new LinkedHashMap<>();
        all.forEach(plugin -> plugin.foreign().ifPresent(part -> kinds.put(plugin.name(), new Foreign(part.schema()))));
        return kinds;
    }

    public Optional<ListedPlugin> find(String name) {
        return all.stream().filter(plugin -> plugin.name().equals(name)).findFirst();
    }
}
