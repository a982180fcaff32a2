package dev.twinsync.flow.view;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.content.Contents;
import dev.twinsync.port.Sight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kind together with what lets one see it on this machine.
 *
 * @param name kind and backend: {@code packages.debian}
 */
public record Plugin<D extends Keyed, L extends Keyed, A extends Action>(
        String name, Kind<D, L, A> kind, Sight<L, A> sight, Contents<D> contents) {

    /** One that is off and known by its kind alone: what its wishes refer to is not looked up. */
    public static <D extends Keyed, L extends Keyed, A extends Action> Plugin<D, L, A> off(
            String name, Kind<D, L, A> kind) {
        return new Plugin<>(name, kind, _ -> new Observation.Unavailable<>("it is off"), Reading.Value::new);
    }

    /** What of this the user who runs twin lacks the right to do, each in a sentence. */
    public Stream<String> obstacles(Section<D, L, A> section) {
        return section.actions().stream()
                .map(PlannedAction::action)
                .flatMap(action -> sight.obstacle(action).map(reason -> section.id(action) + ": " + reason).stream());
    }

    /** This plugin's own section of a plan; one that says nothing where it has none. */
    @SuppressWarnings("unchecked") // what bears a plugin's name was made or read by the plugin's kind
    public Section<D, L, A> sectionOf(List<? extends Section<?, ?, ?>> sections) {
        return sections.stream()
                .filter(section -> section.plugin().equals(name))
                .map(section -> (Section<D, L, A>) section)
                .findFirst()
                .orElseGet(() -> new Section<>(name, kind, List.of(), List.of(), List.of()));
    }

    /** What things of this plugin were before; nothing where none was touched. */
    @SuppressWarnings("unchecked") // as above
    public Former<D, L, A> formerOf(List<? extends Former<?, ?, ?>> formers) {
        return formers.stream()
                .filter(former -> former.plugin().equals(name))
                .map(former -> (Former<D, L, A>) former)
                .findFirst()
                .orElseGet(() -> new Former<>(name, kind, new LinkedHashMap<>()));
    }
}
