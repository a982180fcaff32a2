package dev.twinsync.flow.plan;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.View;
import java.util.List;
import java.util.Optional;

/** How far the machine is from the wish: the plan, counted and not kept. */
public final class Status {

    private final View view;

    public Status(View view) {
        this.view = view;
    }

    /**
     * One plugin in numbers.
     *
     * @param wished how many things are declared and selected
     * @param seen how many of what is declared is there in some way; empty: nobody looked, since nothing is declared
     * @param changes how many actions it would take
     * @param unavailable why nothing could be seen; empty: it was seen
     * @param gaps how many parts of the machine could not be seen in which something is declared
     * @param ignored how many things that are declared are ignored
     */
    public record Line(
            String plugin,
            long wished,
            Optional<Long> seen,
            long changes,
            long blocked,
            long later,
            Optional<String> unavailable,
            long gaps,
            long ignored) {

        public boolean isInSync() {
            return changes + blocked + later == 0;
        }
    }

    /** All plugins; in sync only if every one is. */
    public record Report(List<Line> lines, List<Section<?, ?, ?>> sections) {
        public boolean isInSync() {
            return lines.stream().allMatch(Line::isInSync);
        }

        public boolean sawEverything() {
            return lines.stream().allMatch(line -> line.unavailable().isEmpty() && line.gaps() == 0);
        }
    }

    /** By what was seen alone. */
    public Reading<Report> of(Reading<List<Look<?, ?, ?>>> survey, Selection selection) {
        return of(survey, selection, MakePlan.ofState(view, true));
    }

    /**
     * As a plan would count: where there is something to do, the machine is asked what of it cannot be done.
     *
     * @param survey of the machine as it is now, at what must notice a change as well
     */
    public Reading<Report> foreseen(Reading<List<Look<?, ?, ?>>> survey, Selection selection) {
        return of(survey, selection, MakePlan.ofState(view, false));
    }

    private Reading<Report> of(Reading<List<Look<?, ?, ?>>> survey, Selection selection, MakePlan makePlan) {
        return survey.then(selection::check).map(looks -> {
            var sections = makePlan.sections(looks, selection);
            var lines = looks.stream()
                    .filter(look -> selection.touches(look.plugin()))
                    .map(look -> line(look, selection, sections, view.ignored()))
                    .toList();
            return new Report(lines, sections);
        });
    }

    private static Line line(
            Look<?, ?, ?> look, Selection selection, List<Section<?, ?, ?>> sections, Ignored ignored) {
        var section = sections.stream()
                .filter(candidate -> candidate.plugin().equals(look.plugin().name()))
                .findFirst();
        var seen = look.liveByKey();
        return new Line(
                look.plugin().name(),
                look.declared().stream()
                        .filter(key -> selection.includes(look.plugin(), key) && !ignored.covers(look.plugin(), key))
                        .count(),
                look.isTaken() && !look.declared().isEmpty()
                        ? Optional.of(look.declared().stream()
                                .filter(seen::containsKey)
                                .count())
                        : Optional.empty(),
                section.map(Section::actions).map(List::size).orElse(0),
                section.map(Section::blocked).map(List::size).orElse(0),
                section.map(Section::later).map(List::size).orElse(0),
                look.isTaken() && look.observation() instanceof Observation.Unavailable<?>(var reason)
                        ? Optional.of(reason)
                        : Optional.empty(),
                look.observation() instanceof Observation.Seen<?> all ? gaps(look, all) : 0,
                ignored.countIn(look));
    }

    private static long gaps(Look<?, ?, ?> look, Observation.Seen<?> seen) {
        return look.declared().stream()
                .flatMap(key -> seen.gapOver(key).stream())
                .distinct()
                .count();
    }
}
