package dev.twinsync.flow.view;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.port.Forecast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plugin's part of a plan that is being made, with what it is made of. */
public record Draft<D extends Keyed, L extends Keyed, A extends Action>(Look<D, L, A> look, Section<D, L, A> section) {

    /** With what a simulation says: what comes along, what cannot work, what has to wait. */
    public Draft<D, L, A> foreseen() {
        if (section.actions().isEmpty()) {
            return this;
        }
        var forecasts = look.plugin()
                .sight()
                .forecast(section.actions().stream().map(PlannedAction::action).toList());
        var actions = new ArrayList<PlannedAction<L, A>>();
        var blocked = new LinkedHashSet<>(section.blocked());
        var later = new LinkedHashSet<>(section.later());
        for (PlannedAction<L, A> planned : section.actions()) {
            var key = planned.action().key();
            switch (forecasts.getOrDefault(key, Forecast.NOTHING_ELSE)) {
                case Forecast.Effects(var adds, var removes)
                when removes.isEmpty() -> actions.add(planned.withEffects(adds));
                case Forecast.Effects(var _, var removes) -> blocked.add(new Step.Blocked<>(key, wouldLose(removes)));
                case Forecast.Perilous(var peril) -> actions.add(planned.withPeril(peril));
                case Forecast.Impossible(var reason) -> blocked.add(new Step.Blocked<>(key, reason));
                case Forecast.Unknown(var waitsFor) -> later.add(new Step.Later<>(key, waitsFor));
            }
        }
        return with(new Section<>(section.plugin(), section.kind(), actions, List.copyOf(blocked), List.copyOf(later)));
    }

    /** Rule 1 of twin: nothing is removed that nobody named. */
    private static String wouldLose(List<String> keys) {
        var named = String.join(", ", keys);
        return "it would also remove " + named + "; if that is what you want, declare it absent too: " + named;
    }

    /** The services that must notice an action of this draft: the ids of the actions, by the key of the service. */
    public Map<String, List<String>> notices(Wishes wishes) {
        if (section.actions().isEmpty()) {
            return Map.of();
        }
        var declared = look.desired().stream().collect(Collectors.toMap(Keyed::key, wish -> wish));
        var notices = new HashMap<String, List<String>>();
        for (PlannedAction<L, A> planned : section.actions()) {
            var key = planned.action().key();
            wishes.notified(look.plugin(), key, Optional.ofNullable(declared.get(key)))
                    .distinct()
                    .forEach(service -> notices.computeIfAbsent(service, _ -> new ArrayList<>())
                            .add(section.id(planned.action())));
        }
        return notices;
    }

    /** Whether what must notice something may be there only once this draft is carried out. */
    public boolean mayBring(String service) {
        return section.actions().stream().anyMatch(planned -> section.kind().mayBring(planned.action(), service));
    }

    public Draft<D, L, A> givingUpOnLater() {
        return with(section.givingUpOnLater());
    }

    /** @param whole of the plan of which this is a part */
    public Draft<D, L, A> keepingWhatIsKeptBy(Section<?, ?, ?> whole) {
        return with(section.keepingWhatIsKeptBy(whole));
    }

    /** What is wished for, could be seen, and was not there or waits: an earlier stage may bring it, wanted or not. */
    public Set<String> notThereYet() {
        var settled = new HashSet<String>();
        look.liveByKey().values().stream()
                .filter(seen -> !look.plugin().kind().isRemnant(seen))
                .forEach(seen -> settled.add(seen.key()));
        section.blocked().forEach(step -> settled.add(step.key()));
        section.later().forEach(step -> settled.remove(step.key()));
        return look.declared().stream().filter(key -> !settled.contains(key)).collect(Collectors.toSet());
    }

    /** What this process lacks the right to do, each in a sentence. */
    public Stream<String> obstacles() {
        return look.plugin().obstacles(section);
    }

    /** What cannot be done without more than a yes, by id. */
    public Stream<String> destructive() {
        return section.actions().stream()
                .filter(planned -> planned.risk() == Action.Risk.DESTRUCTIVE)
                .map(planned -> section.id(planned.action()));
    }

    public Draft<D, L, A> with(Section<D, L, A> changed) {
        return new Draft<>(look, changed);
    }
}
