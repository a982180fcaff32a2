package dev.twinsync.flow.plan;

import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.DeclaredWishes;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.flow.view.Fingerprint;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.Survey;
import dev.twinsync.flow.view.View;
import dev.twinsync.flow.view.Wishes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes every check on the saved plan that there is to make before the first change. It is made of a {@link View}, so it can
 * change nothing: this is what a dry run runs.
 */
public final class CheckPlan {

    private final View view;

    public CheckPlan(View view) {
        this.view = view;
    }

    /** What the checks gave. */
    public sealed interface Verdict {

        /** An earlier run was cut off and must be ended first. */
        record Open(OpenRun run) implements Verdict {}

        record NoPlan() implements Verdict {}

        record Unreadable(List<Problem> problems) implements Verdict {}

        /** The plan was edited or belongs to another machine. */
        record Refused(String reason) implements Verdict {}

        /** The machine or the wish is not what the plan was made on, or the plan is used up. */
        record Stale(String reason) implements Verdict {}

        /** @param blocked how much there would be to do if it could be done */
        record NothingToDo(long blocked) implements Verdict {}

        /**
         * The plan may be carried out as far as it is selected.
         *
         * @param part what of it is selected
         */
        record Fits(SavedPlan saved, Plan part, List<Draft<?, ?, ?>> drafts) implements Verdict {

            /** What cannot be done without more than a yes, by id. */
            public List<String> destructive() {
                return drafts.stream().flatMap(Draft::destructive).toList();
            }

            /** What the user who runs twin lacks the right to do, each in a sentence. */
            public List<String> obstacles() {
                return drafts.stream().flatMap(Draft::obstacles).toList();
            }
        }
    }

    public Verdict check(Selection selection) throws IOException {
        var open = OpenRun.of(view);
        return open.isPresent() ? new Verdict.Open(open.get()) : checkSaved(selection);
    }

    private Verdict checkSaved(Selection selection) throws IOException {
        return switch (view.repo().read(Layout.latestPlan(view))) {
            case Reading.Wrong<Optional<SavedPlan>>(var problems) ->
                new Verdict.Refused(problems.getFirst() + "; this is not what twin wrote; run: twin plan");
            case Reading.Value<Optional<SavedPlan>>(var saved) ->
                saved.isEmpty() ? new Verdict.NoPlan() : check(saved.get(), selection);
        };
    }

    private Verdict check(SavedPlan saved, Selection selection) throws IOException {
        var reason = whyRefused(saved);
        if (reason.isPresent()) {
            return new Verdict.Refused(reason.get() + "; run: twin plan");
        }
        var fault = whyStale(saved);
        return fault.isPresent() ? new Verdict.Stale(fault.get() + "; run: twin plan") : checkMachine(saved, selection);
    }

    private Optional<String> whyRefused(SavedPlan saved) {
        if (!saved.id().equals(Fingerprint.ofPlan(view, saved.plan()))
                || !saved.seal().equals(Fingerprint.sealOf(view, saved))) {
            return Optional.of("the plan was edited after it was made");
        }
        return whyForeign(saved);
    }

    /** Why a plan cannot be one for this machine. */
    private Optional<String> whyForeign(SavedPlan saved) {
        if (view.host().isEmpty()) {
            return Optional.of("this machine has no id in /etc/machine-id, so no plan can be bound to it;"
                    + " run: sudo systemd-machine-id-setup");
        }
        return saved.plan().host().equals(view.host())
                ? Optional.empty()
                : Optional.of("the plan was made for another machine");
    }

    private Optional<String> whyStale(SavedPlan saved) throws IOException {
        return saved.plan().basis().offline()
                ? Optional.of("the plan was made offline, without a look at the machine")
                : Validity.of(view).objection(saved);
    }

    private Verdict checkMachine(SavedPlan saved, Selection selection) throws IOException {
        var basis = saved.plan().basis();
        return switch (wishes(saved)) {
            case Reading.Wrong<Wishes>(var problems) -> new Verdict.Unreadable(problems);
            case Reading.Value<Wishes>(var wishes) ->
                switch (survey(wishes).forPlan().then(selection::check)) {
                    case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Verdict.Unreadable(problems);
                    case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                        var makePlan = MakePlan.of(view, wishes);
                        var drafts = makePlan.drafts(looks, new Selection(basis.only()));
                        yield sections(drafts).equals(saved.plan().sections())
                                ? fits(saved, narrowed(makePlan, drafts, selection))
                                : new Verdict.Stale(
                                        "the machine or the wish changed since the plan was made; run: twin plan");
                    }
                };
        };
    }

    /** What undoes a run does not come from {@code state/}. */
    private Survey survey(Wishes wishes) throws IOException {
        return wishes.undone().isEmpty() ? view.wholeSurvey() : new Survey(view, wishes);
    }

    private Reading<Wishes> wishes(SavedPlan saved) throws IOException {
        var basis = saved.plan().basis();
        return basis.undo().isEmpty()
                ? new Reading.Value<>(new DeclaredWishes(view.repo()))
                : new History(view)
                        .wishes(basis.undo(), new Selection(basis.only()))
                        .map(wishes -> wishes);
    }

    /**
     * The part of the plan that is selected, decided anew: services notice just that part, and apt is asked about it. A folder that the
     * plan keeps is not taken away by a part of it.
     */
    private static List<Draft<?, ?, ?>> narrowed(MakePlan makePlan, List<Draft<?, ?, ?>> drafts, Selection selection) {
        if (selection.isEverything()) {
            return drafts;
        }
        var whole = drafts.stream()
                .collect(Collectors.toMap(draft -> draft.look().plugin().name(), Draft::section));
        return makePlan.drafts(drafts.stream().<Look<?, ?, ?>>map(Draft::look).toList(), selection).stream()
                .<Draft<?, ?, ?>>map(part ->
                        part.keepingWhatIsKeptBy(whole.get(part.look().plugin().name())))
                .toList();
    }

    private static List<? extends Section<?, ?, ?>> sections(List<Draft<?, ?, ?>> drafts) {
        return drafts.stream()
                .map(Draft::section)
                .filter(section -> !section.isEmpty())
                .toList();
    }

    private static Verdict fits(SavedPlan saved, List<Draft<?, ?, ?>> drafts) {
        var part = new Plan(saved.plan().host(), saved.plan().basis(), List.copyOf(sections(drafts)));
        return part.asksForNothing()
                ? new Verdict.NothingToDo(part.blockedCount())
                : new Verdict.Fits(saved, part, drafts);
    }
}
