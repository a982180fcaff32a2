package dev.twinsync.os.services;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One look at one systemd.
 *
 * @param declared units to be shown whatever they are; the rest is shown where somebody could have decided something
 */
record UnitLook(Systemctl systemctl, UnitScope scope, Set<UnitName> declared, Patience patience) {

    private static final Set<UnitFileState> DECIDED =
            Set.of(UnitFileState.ENABLED, UnitFileState.LINKED, UnitFileState.MASKED);

    Answer<Observation.Seen<LiveService>> look() {
        return lookFor(_ -> true);
    }

    /** @param asked which of them are to be told for sure */
    private Answer<Observation.Seen<LiveService>> lookFor(Predicate<UnitName> asked) {
        return systemctl
                .unitFiles()
                .then(files -> systemctl
                        .loadedInstances()
                        .then(instances -> systemctl
                                .show(withFacts(files.keySet(), instances))
                                .then(facts -> sure(files, facts, new UnitWeb(facts.values()), asked))));
    }

    /**
     * Of the declared ones and nothing else. Most can be told from their own properties and those of the few units that start them;
     * all are asked for where it matters which of them want a declared one.
     */
    Answer<Observation.Seen<LiveService>> lookAtDeclared() {
        return declared.stream().anyMatch(UnitName::isTemplate)
                ? lookAtAllForDeclared()
                : systemctl
                        .show(declared)
                        .then(facts -> systemctl
                                .show(UnitWeb.startersOf(facts.values()))
                                .then(starters -> seenOfDeclared(facts, new UnitWeb(starters.values()))));
    }

    private Answer<Observation.Seen<LiveService>> seenOfDeclared(Map<UnitName, UnitFacts> facts, UnitWeb web) {
        return facts.values().stream().anyMatch(web::dependsOnOthers)
                ? lookAtAllForDeclared()
                : sure(Map.of(), facts, web, _ -> true);
    }

    private Answer<Observation.Seen<LiveService>> sure(
            Map<UnitName, String> files, Map<UnitName, UnitFacts> facts, UnitWeb web, Predicate<UnitName> asked) {
        var secondLook =
                new SecondLook(systemctl, patience, (name, unit) -> asked.test(name) && mayEndAgain(name, unit, web));
        return new Answer.Given<>(seen(files, secondLook.at(facts), web));
    }

    /** Nobody waits for what is not told, or runs for a moment by its nature. */
    private boolean mayEndAgain(UnitName name, UnitFacts unit, UnitWeb web) {
        return unit.wasStartedAgain() && isTold(name, unit) && web.activation(unit) == Activation.STEADY;
    }

    private Answer<Observation.Seen<LiveService>> lookAtAllForDeclared() {
        return lookFor(declared::contains)
                .map(all -> new Observation.Seen<>(
                        all.live().stream()
                                .filter(unit -> declared.contains(unit.name()))
                                .toList(),
                        all.gaps().stream().filter(this::isAboutDeclared).toList()));
    }

    private boolean isAboutDeclared(Gap gap) {
        return declared.stream().map(scope::key).anyMatch(gap.keys()::equals);
    }

    /** Templates have no properties; systemctl gives up at the first one. */
    private Set<UnitName> withFacts(Set<UnitName> files, List<UnitName> instances) {
        var names = new LinkedHashSet<>(files);
        names.addAll(instances);
        names.addAll(declared);
        names.removeIf(UnitName::isTemplate);
        return names;
    }

    private Observation.Seen<LiveService> seen(
            Map<UnitName, String> files, Map<UnitName, UnitFacts> facts, UnitWeb web) {
        var live = new ArrayList<LiveService>();
        var gaps = new ArrayList<Gap>();
        facts.forEach((name, unit) -> {
            if (unit.isThere() && unit.state().isEmpty()) {
                gaps.add(new Gap(
                        scope.key(name),
                        "systemd calls its state " + unit.value("UnitFileState") + ", which twin does not know"));
            } else if (isTold(name, unit)) {
                live.add(described(name, unit, web));
            }
        });
        declared.stream()
                .filter(name -> name.isTemplate() && files.containsKey(name))
                .forEach(name -> live.add(LiveService.steady(
                        name, scope, UnitFacts.state(files.get(name)).orElse(UnitFileState.BAD), false)));
        return new Observation.Seen<>(live, gaps);
    }

    private boolean isTold(UnitName name, UnitFacts unit) {
        return unit.isThere() && unit.state().isPresent() && isShown(name, unit);
    }

    /** What comes and goes by itself is left out, and what only stands there for others to want it. */
    private boolean isShown(UnitName name, UnitFacts unit) {
        var state = unit.state().orElseThrow();
        if (declared.contains(name)) {
            return true;
        }
        if (state == UnitFileState.TRANSIENT || state == UnitFileState.NO_FILE || unit.isMaskedByItsPackage()) {
            return false;
        }
        if (name.isInstance()) {
            return state == UnitFileState.ENABLED;
        }
        boolean only = name.text().endsWith(".target") || name.text().endsWith(".slice");
        return !only || (DECIDED.contains(state) && unit.id().equals(name.text()));
    }

    private LiveService described(UnitName name, UnitFacts unit, UnitWeb web) {
        if (!unit.id().equals(name.text())) {
            return new LiveService(
                    name,
                    scope,
                    Optional.of(UnitFileState.ALIAS),
                    Optional.empty(),
                    Activation.STEADY,
                    List.of(),
                    Optional.of(new UnitName(unit.id())),
                    UnitPlace.SHIPPED);
        }
        var activation = unit.hasFile() ? web.activation(unit) : Activation.STEADY;
        return new LiveService(
                name,
                scope,
                unit.state(),
                Optional.of(unit.isRunning()).filter(_ -> activation == Activation.STEADY),
                activation,
                activation == Activation.TRIGGERED ? web.triggers(unit) : List.of(),
                Optional.empty(),
                UnitPlaces.of(unit, name, scope));
    }
}
