package dev.twinsync.flow.review;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.content.OrNothing;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.Edit;
import dev.twinsync.port.Pointer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records in {@code config.yaml} that things are to be in no plan and no difference, or no longer. */
public final class Ignore {

    private static final Pointer LIST = Pointer.of(Configuration.IGNORED);

    private final Twin twin;

    public Ignore(Twin twin) {
        this.twin = twin;
    }

    /** How it ended. */
    public sealed interface Result {

        /**
         * @param changed the patterns that came in or went
         * @param all the patterns that hold now
         * @param commit empty where nothing changed, and all was in a commit
         */
        record Done(List<String> changed, List<String> all, Optional<String> commit) implements Result {
            public Done {
                changed = List.copyOf(changed);
                all = List.copyOf(all);
            }
        }

        /** Nothing was changed. */
        record Refused(List<Problem> problems) implements Result {}
    }

    public Result add(List<String> patterns) throws IOException {
        var unknown = new Selection(patterns).unknownKinds(twin.view().plugins());
        return unknown.isEmpty() ? changed(patterns, true) : new Result.Refused(unknown);
    }

    public Result remove(List<String> patterns) throws IOException {
        return changed(patterns, false);
    }

    private Result changed(List<String> patterns, boolean isIn) throws IOException {
        var faults = Ignored.faults(patterns);
        return faults.isEmpty() ? changedInDocument(patterns, isIn) : new Result.Refused(faults);
    }

    private Result changedInDocument(List<String> patterns, boolean isIn) throws IOException {
        return switch (twin.repo().read(Configuration.document())) {
            case Reading.Wrong<Optional<Configuration>>(var problems) -> new Result.Refused(problems);
            case Reading.Value<Optional<Configuration>>(var settings) ->
                changed(settings.orElse(Configuration.DEFAULT).ignored().patterns(), patterns, isIn);
        };
    }

    private Result changed(List<String> before, List<String> patterns, boolean isIn) throws IOException {
        var all = new ArrayList<>(before);
        var changed = new ArrayList<String>();
        var edits = new ArrayList<Edit>();
        for (String pattern : patterns.stream().distinct().toList()) {
            int at = all.indexOf(pattern);
            if (isIn && at < 0) {
                edits.add(new Edit.Append(LIST, Tree.text(pattern)));
                all.add(pattern);
                changed.add(pattern);
            } else if (!isIn && at >= 0) {
                edits.add(new Edit.Remove(LIST.item(at)));
                all.remove(at);
                changed.add(pattern);
            }
        }
        var message = "twin ignore " + (isIn ? "" : "--remove ") + String.join(" ", patterns);
        return new Result.Done(changed, all, recorded(edits, message));
    }

    /** Also what stands there and is in no commit: a twin may have been killed before it made it. */
    private Optional<String> recorded(List<Edit> changes, String message) throws IOException {
        return OrNothing.of(twin.repo(), edits -> {
            if (!changes.isEmpty()) {
                edits.edit(Layout.CONFIGURATION, () -> twin.repo().edit(Layout.CONFIGURATION, changes));
            }
            return twin.repo().commit(message, Set.of(Layout.CONFIGURATION));
        });
    }
}
