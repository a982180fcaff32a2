package dev.twinsync.flow.plugins;

import dev.twinsync.domain.plugin.Entrypoint;
import dev.twinsync.domain.plugin.FragmentName;
import dev.twinsync.domain.shape.Nearest;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plugins.PluginFolder.Described;
import dev.twinsync.flow.plugins.PluginFolder.Where;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether descriptors say what is so, of themselves and of each other. */
record PluginChecks(OwnPlugins own, List<Described> all, SwitchedOff disabled) {

    Reading<PluginList> checked() {
        var problems = all.stream()
                .filter(plugin -> plugin.tree().isPresent())
                .flatMap(this::problems)
                .toList();
        return problems.isEmpty()
                ? new Reading.Value<>(
                        new PluginList(all.stream().map(this::listed).toList()))
                : new Reading.Wrong<>(problems);
    }

    private ListedPlugin listed(Described plugin) {
        return new ListedPlugin(
                plugin.descriptor(),
                isOwn(plugin),
                plugin.tree().isPresent() || plugin.where() == Where.AS_OURS,
                standing(plugin),
                plugin.foreign());
    }

    private boolean isOwn(Described plugin) {
        return own.names().contains(plugin.folder());
    }

    private Standing standing(Described plugin) {
        if (disabled.has(plugin.folder())) {
            return new Standing.Off("it is in " + SwitchedOff.KEY);
        }
        return plugin.where() == Where.TAKEN_AWAY
                ? new Standing.Off(PluginFolder.descriptor(plugin.folder()) + " was taken away")
                : new Standing.On();
    }

    private Stream<Problem> problems(Described plugin) {
        return Stream.of(ofName(plugin), ofEntrypoint(plugin), ofFragments(plugin), ofDependencies(plugin))
                .flatMap(found -> found);
    }

    private static Stream<Problem> ofName(Described plugin) {
        var name = plugin.descriptor().name().text();
        return name.equals(plugin.folder())
                ? Stream.empty()
                : Stream.of(plugin.problem(
                        "name", "the plugin is called \"" + name + "\", and its folder \"" + plugin.folder() + "\""));
    }

    private Stream<Problem> ofEntrypoint(Described plugin) {
        return switch (plugin.descriptor().entrypoint()) {
            case Entrypoint.Builtin(var name) -> ofBuiltin(plugin, name.text());
            case Entrypoint.OfPredecessor _ ->
                isOwn(plugin) ? ofBuiltin(plugin, plugin.folder()) : Stream.of(unknown(plugin, plugin.folder()));
            case Entrypoint.Exec _ ->
                isOwn(plugin)
                        ? Stream.of(plugin.problem(
                                "entrypoint",
                                plugin.folder() + " is a plugin of twin itself; a program of other people has a name"
                                        + " of its own"))
                        : Stream.empty();
        };
    }

    private Stream<Problem> ofBuiltin(Described plugin, String name) {
        if (!own.names().contains(name)) {
            return Stream.of(unknown(plugin, name));
        }
        if (!name.equals(plugin.folder())) {
            return Stream.of(plugin.problem(
                    "entrypoint", "builtin:" + name + " is the plugin " + name + ", not " + plugin.folder()));
        }
        var ours = own.descriptor(name);
        var said = plugin.descriptor();
        return Stream.of(
                        Objects.equals(ours.sort(), said.sort())
                                ? Stream.<Problem>empty()
                                : Stream.of(plugin.problem("kind", name + " is not of this kind")),
                        Objects.equals(ours.provides(), said.provides())
                                ? Stream.<Problem>empty()
                                : Stream.of(plugin.problem(
                                        "provides",
                                        name + " does not provide this; to have what it does: twin plugins renew "
                                                + name)))
                .flatMap(found -> found);
    }

    private Problem unknown(Described plugin, String name) {
        return plugin.problem(
                "entrypoint",
                "twin has no built-in plugin \"" + name + "\"" + Nearest.hint(name, own.names()) + "; there are "
                        + String.join(", ", own.names()));
    }

    /** Two plugins that read one document would both plan what it says. */
    private Stream<Problem> ofFragments(Described plugin) {
        if (isOwn(plugin)) {
            return Stream.empty();
        }
        return plugin.descriptor().provides().state().stream()
                .filter(fragment -> own.fragments().contains(fragment.text()) || isOfAnother(plugin, fragment))
                .map(fragment ->
                        plugin.problem("provides", "the fragment " + fragment + " is another plugin's already"));
    }

    private boolean isOfAnother(Described plugin, FragmentName fragment) {
        return all.stream()
                .filter(other -> !other.equals(plugin))
                .anyMatch(other -> other.descriptor().provides().state().contains(fragment));
    }

    private Stream<Problem> ofDependencies(Described plugin) {
        return plugin.descriptor().dependencies().stream()
                .flatMap(needed -> ofDependency(plugin, needed.text()).stream());
    }

    private List<Problem> ofDependency(Described plugin, String needed) {
        var names = all.stream().map(Described::folder).toList();
        var found = all.stream().filter(other -> other.folder().equals(needed)).findFirst();
        if (found.isEmpty()) {
            return List.of(plugin.problem(
                    "dependencies",
                    plugin.folder() + " depends on \"" + needed + "\", which this repository does not have"
                            + Nearest.hint(needed, names)));
        }
        boolean isInVain = standing(plugin) instanceof Standing.On && standing(found.get()) instanceof Standing.Off;
        return isInVain ? ofVainDependency(plugin, needed) : List.of();
    }

    /** Either side may be the slip: where a setting switches it off, that is told, too. */
    private List<Problem> ofVainDependency(Described plugin, String needed) {
        var name = plugin.folder();
        var ofSetting = disabled.problem(
                needed,
                needed + " cannot be off as long as " + name + ", which depends on it, is on: take it out of "
                        + SwitchedOff.KEY + ", or put " + name + " in, too");
        var ofDescriptor = plugin.problem("dependencies", name + " depends on " + needed + ", which is off");
        return Stream.concat(ofSetting.stream(), Stream.of(ofDescriptor)).toList();
    }
}
