package dev.twinsync.flow;

import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Makes a plan back to what was there before a run, or before the last runs that touched certain things. */
public final class Undo {

    private final Twin twin;

    public Undo(Twin twin) {
        this.twin = twin;
    }

    /** How an undo ended. */
    public sealed interface Result {

        /** There is a plan now, which {@code apply} carries out like any other. */
        record Planned(SavedPlan saved) implements Result {}

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

    /** For each thing the newest run that touched it counts. */
    private Result ofThings(History history, List<String> names, Selection selection, Duration valid)
            throws IOException {
        var problems = selection.unknownKinds(twin.view().plugins());
        if (!problems.isEmpty()) {
            return new Result.Unreadable(problems);
        }
        var runs = new ArrayList<String>();
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
                        }
                    }
                }
            }
        }
        return open.isEmpty()
                ? plan(history, runs, selection, valid)
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
            case Reading.Value<FormerWishes>(var wishes) -> plan(wishes, selection, valid);
        };
    }

    private Result plan(FormerWishes wishes, Selection selection, Duration valid) throws IOException {
        var off = wishes.pluginsAmong(twin.view().off().keySet());
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
                yield new Result.Planned(new SavePlan(twin).save(plan, valid));
            }
        };
    }
}
