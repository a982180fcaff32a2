package dev.twinsync.flow.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step.Blocked;
import dev.twinsync.domain.Step.Later;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.port.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of one draft must notice what others change: restarted once, by whichever names, started where it failed, blocked where it is not there or cannot, and left
 * alone where it is to stand still.
 *
 * @param notices what changes, as ids of actions, by the key of what must notice it
 * @param watched what must notice a change of anything that is wished for: that it failed is told also where nothing changes;
 *     empty: the machine is not asked
 * @param mayBeBrought whether something of the plan may bring what is not there
 */
record Noticing<D extends Keyed, L extends Keyed, A extends Action>(
        Draft<D, L, A> draft, Map<String, List<String>> notices, Set<String> watched, Predicate<String> mayBeBrought) {

    Draft<D, L, A> done() {
        return notices.isEmpty() && watched.isEmpty()
                ? draft
                : noticing(draft.look().liveByKey());
    }

    private Draft<D, L, A> noticing(Map<String, L> seen) {
        var causes = joined(seen);
        var failures = watched.isEmpty() ? Map.<String, String>of() : failures(causes.keySet(), seen);
        failures.keySet().forEach(key -> causes.putIfAbsent(key, List.of()));
        var actions = new ArrayList<PlannedAction<L, A>>();
        var blocked = new ArrayList<Blocked<A>>();
        causes.forEach((key, changes) -> {
            var deaf = whyDeaf(key, seen);
            if (deaf.isPresent()) {
                blocked.add(unnoticed(key, deaf.get(), changes));
            } else if (failures.containsKey(key)) {
                start(key, changes, failures.get(key), seen).ifPresent(actions::add);
            } else if (!isMissing(key) || mayBeBrought.test(key)) {
                restart(key, changes, seen).ifPresent(actions::add);
            } else {
                inVain(key, changes).ifPresent(blocked::add);
            }
        });
        return draft.with(draft.section().with(actions.stream()).withBlocked(blocked.stream()));
    }

    private Map<String, List<String>> joined(Map<String, L> seen) {
        var joined = new TreeMap<String, List<String>>();
        notices.forEach((key, causes) -> joined.computeIfAbsent(noticing(key, seen), _ -> new ArrayList<>())
                .addAll(causes));
        joined.keySet().removeIf(key -> standsStill(key, seen));
        joined.replaceAll((_, causes) -> causes.stream().distinct().toList());
        return joined;
    }

    private String noticing(String key, Map<String, L> seen) {
        return byOneName(kind().noticedBy(key, notices.keySet()), seen);
    }

    /** What is named by two of its names notices once: by its own one where that was looked at, and else by the first of the others. */
    private String byOneName(String key, Map<String, L> seen) {
        var itself = itself(key, seen);
        return Stream.concat(
                        Stream.of(itself),
                        Stream.concat(notices.keySet().stream(), watched.stream())
                                .sorted())
                .filter(name -> seen.containsKey(name) && itself(name, seen).equals(itself))
                .findFirst()
                .orElse(key);
    }

    private String itself(String key, Map<String, L> seen) {
        return Optional.ofNullable(seen.get(key)).map(kind()::keyOfItself).orElse(key);
    }

    private Kind<D, L, A> kind() {
        return draft.look().plugin().kind();
    }

    /** How those failed that failed and are not started anyway; by key. A restart would find nothing to restart. */
    private Map<String, String> failures(Set<String> noticing, Map<String, L> seen) {
        var restarts = Stream.concat(noticing.stream(), watched.stream().map(key -> byOneName(key, seen)))
                .distinct()
                .filter(key -> seen.containsKey(key)
                        && !standsStill(key, seen)
                        && startable(key).isPresent())
                .sorted()
                .flatMap(key -> kind().whenNotified(key).stream())
                .toList();
        var failures = new TreeMap<String, String>();
        if (!restarts.isEmpty()) {
            draft.look().plugin().sight().forecast(restarts).forEach((key, forecast) -> {
                if (forecast instanceof Forecast.Impossible(var reason)) {
                    failures.put(key, reason);
                }
            });
        }
        return failures;
    }

    private Optional<A> startable(String key) {
        return kind().whenFailed(key)
                .filter(action -> draft.section().actions().stream()
                        .noneMatch(planned -> planned.action().equals(action)));
    }

    /** By whichever of its names that is wished for. */
    private boolean standsStill(String key, Map<String, L> seen) {
        var itself = itself(key, seen);
        var thing = foreseen(key, seen);
        var wishes = draft.look().desired().stream()
                .filter(wish -> itself(wish.key(), seen).equals(itself))
                .toList();
        return wishes.isEmpty()
                ? kind().standsStill(Optional.empty(), thing)
                : wishes.stream().anyMatch(wish -> kind().standsStill(Optional.of(wish), thing));
    }

    /** What it is once all that this plan does with it is done. */
    private Optional<L> foreseen(String key, Map<String, L> seen) {
        var thing = Optional.ofNullable(seen.get(key));
        for (PlannedAction<L, A> planned : draft.section().actions()) {
            thing = planned.action().key().equals(key) ? kind().after(thing, planned.action()) : thing;
        }
        return thing;
    }

    private Optional<PlannedAction<L, A>> start(String key, List<String> changes, String failure, Map<String, L> seen) {
        return startable(key)
                .map(action -> planned(
                        action,
                        (changes.isEmpty() ? "must notice what is declared, and " : "must notice what changed, and ")
                                + failure,
                        changes,
                        seen));
    }

    private Optional<PlannedAction<L, A>> restart(String key, List<String> changes, Map<String, L> seen) {
        return kind().whenNotified(key).map(action -> planned(action, "must notice what changed", changes, seen));
    }

    private PlannedAction<L, A> planned(A action, String why, List<String> changes, Map<String, L> seen) {
        return new PlannedAction<>(action, Optional.ofNullable(seen.get(action.key())), why, List.of(), changes);
    }

    /** Of what is left of a thing something of the plan may bring the rest, and then it can. */
    private Optional<String> whyDeaf(String key, Map<String, L> seen) {
        return foreseen(key, seen)
                .filter(thing -> !kind().isRemnant(thing) || !mayBeBrought.test(key))
                .flatMap(kind()::whyDeaf);
    }

    /** Whether somebody has looked for it and it is not there. */
    private boolean isMissing(String key) {
        return kind().neededToNotice(key).isPresent()
                && draft.look().observation() instanceof Observation.Seen<L> seen
                && seen.find(key).isEmpty()
                && seen.gapOver(key).isEmpty();
    }

    /** What is said of the same thing already stands: it is wished for and not there. */
    private Optional<Blocked<A>> inVain(String key, List<String> changes) {
        return kind().neededToNotice(key)
                .filter(_ -> !draft.section().putsOff(key))
                .map(needed -> new Later<A>(key, needed).inVain())
                .map(step -> unnoticed(key, step.reason(), changes));
    }

    private Blocked<A> unnoticed(String key, String reason, List<String> changes) {
        return new Blocked<>(
                key, reason + "; it was to notice " + String.join(", ", changes) + ", which does without it");
    }
}
