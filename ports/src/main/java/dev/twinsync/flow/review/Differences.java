package dev.twinsync.flow.review;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.Unseen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** All that is not as it is wished, thing by thing. */
public final class Differences {

    private final Twin twin;
    private final boolean offline;

    /** @param offline whether the machine is not there to be asked: what files hold on it is not read then */
    public Differences(Twin twin, boolean offline) {
        this.twin = twin;
        this.offline = offline;
    }

    /**
     * Declared things of which nothing is known: they may differ or not.
     *
     * @param keys one key, or the beginning of keys followed by {@code *}
     * @param reason in words, with the remedy where twin knows one
     */
    public record Unseen(String plugin, String kind, String keys, String reason) {}

    /**
     * @param all in the order of plugins and keys
     * @param unseen of what is declared and selected
     */
    public record Report(List<Difference> all, List<Unseen> unseen) {
        public Report {
            all = List.copyOf(all);
            unseen = List.copyOf(unseen);
        }

        public boolean isEmpty() {
            return all.isEmpty() && unseen.isEmpty();
        }
    }

    /** @param selection of things in {@code state/} or on the machine */
    public Reading<Report> of(Reading<List<Look<?, ?, ?>>> survey, Selection selection) {
        return survey.then(selection::checkAnywhere).map(looks -> report(looks, selection));
    }

    private Report report(List<Look<?, ?, ?>> looks, Selection selection) {
        var drafts = MakePlan.ofState(twin.view(), offline).drafts(looks, selection);
        var all = new ArrayList<Difference>();
        var unseen = new ArrayList<Unseen>();
        IntStream.range(0, looks.size()).forEach(index -> {
            var part = new DifferencesOfPlugin(twin, selection, offline);
            all.addAll(part.of(drafts.get(index), looks.get(index).declared()));
            unseen.addAll(unseen(drafts.get(index).look()));
        });
        return new Report(all, unseen);
    }

    private static List<Unseen> unseen(Look<?, ?, ?> look) {
        var plugin = look.plugin();
        return switch (look.observation()) {
            case Observation.Unavailable<?>(var reason) ->
                look.desired().isEmpty()
                        ? List.of()
                        : List.of(new Unseen(plugin.name(), plugin.kind().name(), "*", reason));
            case Observation.Seen<?> seen ->
                look.declared().stream()
                        .flatMap(key -> seen.gapOver(key).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Observation.Gap::keys))
                        .map(gap -> new Unseen(plugin.name(), plugin.kind().name(), gap.keys(), gap.reason()))
                        .toList();
        };
    }
}
