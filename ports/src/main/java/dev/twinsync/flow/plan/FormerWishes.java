package dev.twinsync.flow.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Wishes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That things are again what they were before one or several runs.
 *
 * @param undone the names of the runs, newest first
 * @param formers what each thing was, one a plugin
 * @param notified the services, by key, that had to notice a change, by the id of a thing: {@code files.mirror//etc/hosts}
 */
public record FormerWishes(List<String> undone, List<Former<?, ?, ?>> formers, Map<String, List<String>> notified)
        implements Wishes {

    public FormerWishes {
        undone = List.copyOf(undone);
        formers = List.copyOf(formers);
        notified = Map.copyOf(notified);
    }

    /** Before one run, whose plan tells who had to notice what. */
    public static FormerWishes of(List<String> undone, List<Former<?, ?, ?>> formers, Plan plan) {
        return new FormerWishes(undone, formers, notified(plan));
    }

    @Override
    public <D extends Keyed, L extends Keyed, A extends Action> Reading<List<D>> of(Plugin<D, L, A> plugin) {
        var wishes = new ArrayList<D>();
        plugin.formerOf(formers)
                .things()
                .forEach((key, seen) -> wish(plugin, key, seen).ifPresent(wishes::add));
        return new Reading.Value<>(wishes);
    }

    private static <D extends Keyed, L extends Keyed> Optional<D> wish(
            Plugin<D, L, ?> plugin, String key, Optional<L> seen) {
        return seen.map(plugin.kind()::adopt).or(() -> plugin.kind().absent(key));
    }

    @Override
    public List<String> alsoNotified(Plugin<?, ?, ?> plugin, String key) {
        return notified.getOrDefault(thing(plugin.name(), key), List.of());
    }

    /** How a thing is called among those of all plugins: {@code files.mirror//etc/hosts}. */
    public static String thing(String plugin, String key) {
        return plugin + "/" + key;
    }

    private static Map<String, List<String>> notified(Plan plan) {
        var things = new HashMap<String, String>();
        plan.sections()
                .forEach(section -> section.actions()
                        .forEach(planned -> things.put(
                                section.id(planned.action()),
                                thing(section.plugin(), planned.action().key()))));
        var notified = new HashMap<String, List<String>>();
        plan.sections().stream()
                .flatMap(FormerWishes::notices)
                .forEach(notice -> notice.requires().stream()
                        .filter(things::containsKey)
                        .forEach(cause -> notified.computeIfAbsent(things.get(cause), _ -> new ArrayList<>())
                                .add(notice.action().key())));
        return notified;
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Stream<PlannedAction<L, A>> notices(
            Section<D, L, A> section) {
        return section.actions().stream()
                .filter(planned -> section.kind()
                        .whenNotified(planned.action().key())
                        .filter(planned.action()::equals)
                        .isPresent());
    }

    /** Those of these plugins that have to do something for it, in order. */
    public List<String> pluginsAmong(List<Plugin<?, ?, ?>> plugins) {
        var names = plugins.stream().map(Plugin::name).toList();
        return formers.stream()
                .filter(former -> !former.things().isEmpty() && names.contains(former.plugin()))
                .map(Former::plugin)
                .sorted()
                .toList();
    }

    /** With what else others say; what is said here already stays. */
    FormerWishes and(FormerWishes others) {
        var all = new LinkedHashMap<>(others.notified);
        all.putAll(notified);
        return new FormerWishes(undone, Formers.of(formers).and(others.formers).all(), all);
    }

    /** The same, of these runs. */
    public FormerWishes of(List<String> runs) {
        return new FormerWishes(runs, formers, notified);
    }
}
