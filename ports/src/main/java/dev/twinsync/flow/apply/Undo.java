package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.CameAlong;
import dev.twinsync.flow.plan.FormerWishes;
import dev.twinsync.flow.plan.History;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.Survey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a plan back to what was there before a run, or before the last runs that touched certain things. */
public final class Undo {

    private final Twin twin;

    public Undo(Twin twin) {
        this.twin = twin;
    }

    /** How an undo ended. */
    public sealed interface Result {

        /**
         * There is a plan now, which {@code apply} carries out like any other.
         *
         * @param incomplete the actions of the runs of which not everything comes back, by id
         */
        record Planned(SavedPlan saved, List<String> incomplete) implements Result {
            public Planned {
                incomplete = List.copyOf(incomplete);
            }
        }

        record Unreadable(List<Problem> problems) implements Result {}

        /** @param reason in words */
        record NothingToUndo(String reason) implements Result {}
    }

    /**
     * @param what names of runs, or things as {@code packages:htop}; nothing: the last run
     * @param valid how long the plan may be applied
     */
    public Result undo(List<String> what, Duration valid) throws IOException {
        var history = new History(twin.view());
        var names = history.names();
        if (names.isEmpty()) {
            return new Result.NothingToUndo("nothing was applied yet");
        }
        if (what.isEmpty()) {
            return plan(history, List.of(names.getFirst()), Selection.EVERYTHING, valid);
        }
        if (names.containsAll(what)) {
            return plan(history, names.stream().filter(what::contains).toList(), Selection.EVERYTHING, valid);
        }
        return ofThings(history, names, new Selection(what), valid);
    }

    /** For each thing the newest run that touched it counts. What came along with it is named in the plan as what else is undone. */
    private Result ofThings(History history, List<String> names, Selection selection, Duration valid)
            throws IOException {
        var problems = selection.unknownKinds(twin.view().plugins());
        if (!problems.isEmpty()) {
            return new Result.Unreadable(problems);
        }
        var runs = new ArrayList<String>();
        var along = new ArrayList<String>();
        var settled = new HashSet<String>();
        var open = new HashSet<>(selection.patterns());
        for (String name : names) {
            if (!open.isEmpty()) {
                switch (history.read(name)) {
                    case Reading.Wrong<PastPlan>(var wrong) -> {
                        return new Result.Unreadable(wrong);
                    }
                    case Reading.Value<PastPlan>(var past) -> {
                        if (open.removeIf(pattern -> touches(past, pattern))) {
                            runs.add(name);
                            along.addAll(new CameAlong(twin.view(), past).with(selection, settled));
                        }
                    }
                }
            }
        }
        return open.isEmpty()
                ? plan(history, runs, selection.and(Selection.exactly(along)), valid)
                : new Result.NothingToUndo(
                        String.join(", ", open) + ": no run has touched that, and no run is called that");
    }

    private static boolean touches(PastPlan past, String pattern) {
        var selection = new Selection(List.of(pattern));
        return past.before().stream()
                .anyMatch(former -> former.things().keySet().stream()
                        .anyMatch(key -> selection.includes(former.plugin(), former.kind(), key)));
    }

    private Result plan(History history, List<String> runs, Selection selection, Duration valid) throws IOException {
        return switch (history.wishes(runs, selection)) {
            case Reading.Wrong<FormerWishes>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<FormerWishes>(var wishes) -> plan(history, wishes, selection, valid);
        };
    }

    private Result plan(History history, FormerWishes wishes, Selection selection, Duration valid) throws IOException {
        var off = wishes.pluginsAmong(twin.view().off());
        if (!off.isEmpty()) {
            return new Result.NothingToUndo(
                    String.join(", ", wishes.undone()) + " changed what " + String.join(", ", off)
                            + " does, which is not in use here: see disabled_plugins in " + Layout.CONFIGURATION
                            + " and the line backend in " + Layout.STATE + "/");
        }
        return switch (new Survey(twin.view(), wishes).forPlan()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plan = MakePlan.of(twin.view(), wishes)
                        .plan(looks, selection, twin.repo().head());
                yield new Result.Planned(
                        new SavePlan(twin).save(plan, valid), incomplete(history, wishes.undone(), plan));
            }
        };
    }

    /** What these runs did to a thing that the plan is about, where that says of itself that it is not taken back exactly. */
    private static List<String> incomplete(History history, List<String> runs, Plan plan) throws IOException {
        var things = plan.sections().stream().flatMap(Undo::things).collect(Collectors.toSet());
        var incomplete = new LinkedHashSet<String>();
        for (String run : runs) {
            if (history.read(run) instanceof Reading.Value<PastPlan>(var past)) {
                past.plan().plan().sections().forEach(section -> incomplete.addAll(inexact(section, things)));
            }
        }
        return List.copyOf(incomplete);
    }

    private static Stream<String> things(Section<?, ?, ?> section) {
        return section.actions().stream().map(planned -> thing(section, planned.action()));
    }

    private static List<String> inexact(Section<?, ?, ?> section, Set<String> things) {
        return section.actions().stream()
                .<Action>map(PlannedAction::action)
                .filter(action -> action.undo() != Action.Undo.EXACT && things.contains(thing(section, action)))
                .map(section::id)
                .toList();
    }

    private static String thing(Section<?, ?, ?> section, Action action) {
        return FormerWishes.thing(section.plugin(), action.key());
    }
}
