package dev.twinsync.flow.history;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.content.Rewrite;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.DeclaredWishes;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.Survey;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@code state/} and {@code filesystem/} say again what they said in a commit, as a new commit on top: nothing of the
 * past is taken away, and the machine is not touched. {@code config.yaml} stays.
 */
public final class Restore {

    private static final Set<String> WISHED = Set.of(Layout.STATE, Layout.FILESYSTEM);
    private static final int SHORT_ID = 9;

    private final Twin twin;

    public Restore(Twin twin) {
        this.twin = twin;
    }

    /** How a restore ended. */
    public sealed interface Result {

        /**
         * @param from the id of the commit in full
         * @param changed the files that are other than they were
         * @param commit empty: all of it was so already, in a commit
         */
        record Restored(String from, List<String> changed, Optional<String> commit) implements Result {
            public Restored {
                changed = List.copyOf(changed);
            }
        }

        /** What the commit or {@code state/} says cannot be read, or nothing is called that; nothing was changed. */
        record Unreadable(List<Problem> problems) implements Result {}

        /** These files hold what no commit has, and it would be lost; nothing was changed. */
        record WouldLose(List<String> paths) implements Result {}
    }

    /**
     * @param commit as {@code RepoView.at} takes it
     * @param selection of things in {@code state/}, then or now; everything: all of both folders as they were
     */
    public Result restore(String commit, Selection selection) throws IOException {
        var id = twin.repo().commitId(commit);
        var then = twin.repo().at(commit);
        var problems = problems(then);
        if (!problems.isEmpty()) {
            return new Result.Unreadable(problems);
        }
        return switch (selection.isEverything() ? new RestoredTree(twin.repo(), then).all() : things(then, selection)) {
            case Reading.Wrong<List<Rewrite>>(var wrong) -> new Result.Unreadable(wrong);
            case Reading.Value<List<Rewrite>>(var rewrites) -> restore(id, rewrites, selection);
        };
    }

    private Reading<List<Rewrite>> things(RepoContents then, Selection selection) throws IOException {
        return new RestoredThings(twin, then, selection).all();
    }

    /** What could not be planned from is not brought back. */
    private List<Problem> problems(RepoContents then) throws IOException {
        var survey = new Survey(twin.view(), new DeclaredWishes(then));
        var problems = new ArrayList<>(survey.ofWishes().problems());
        problems.addAll(then.read(Layout.logsConfig()).problems());
        return problems;
    }

    private Result restore(String id, List<Rewrite> rewrites, Selection selection) throws IOException {
        var changing = rewrites.stream().map(Rewrite::path).distinct().toList();
        var lost = twin.repo().uncommitted(WISHED).stream()
                .filter(path -> changing.contains(path) && isThere(path))
                .toList();
        if (!lost.isEmpty()) {
            return new Result.WouldLose(lost);
        }
        return new Result.Restored(id, changing, write(id, rewrites, selection));
    }

    /** What was deleted and is in a commit comes back from there. What cannot be read is there. */
    private boolean isThere(String path) {
        try {
            return twin.repo().digest(path).isPresent();
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Where all of it is so already, a twin may have been killed before it made its commit. */
    private Optional<String> write(String id, List<Rewrite> rewrites, Selection selection) throws IOException {
        if (rewrites.isEmpty() && !selection.isEverything()) {
            return Optional.empty();
        }
        try {
            for (Rewrite rewrite : rewrites) {
                rewrite.to(twin.repo());
            }
            return twin.repo().commit(message(id, selection), WISHED);
        } catch (IOException fault) {
            putBack(rewrites, fault);
            throw fault;
        }
    }

    /** Where it cannot be done in full, nothing of it is: all of it was as the last commit has it. */
    private void putBack(List<Rewrite> rewrites, IOException fault) throws IOException {
        var before = twin.repo().at("HEAD");
        for (Rewrite rewrite : rewrites) {
            try {
                new Rewrite.Whole(rewrite.path(), before).to(twin.repo());
            } catch (IOException stuck) {
                fault.addSuppressed(stuck);
            }
        }
    }

    private static String message(String id, Selection selection) {
        return "twin restore: " + id.substring(0, SHORT_ID)
                + (selection.isEverything() ? "" : " " + String.join(" ", selection.patterns()));
    }
}
