package dev.twinsync.flow.review;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.apply.ApplyPlan;
import dev.twinsync.flow.content.OrNothing;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.SecretFound;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the wish what is there, where both differ: the other way round than {@link ApplyPlan}. */
public final class Adopt {

    private static final Set<String> WISHED = Set.of(Layout.STATE, Layout.FILESYSTEM);

    private final Twin twin;

    public Adopt(Twin twin) {
        this.twin = twin;
    }

    /** What became of one entry in {@code state/}. */
    public enum Sort {
        /** There was one, and it says now what is there. */
        CHANGED,
        /** There was none. */
        ADDED,
        /** What it wished for is not there: nothing is said of it any more. */
        DROPPED
    }

    /** @param kind its name: {@code packages} */
    public record Adopted(String kind, String key, Sort sort) {

        /** As a person names it on the command line: {@code packages:htop}. */
        public String name() {
            return kind + ":" + key;
        }
    }

    /** How it ended. */
    public sealed interface Result {

        /**
         * @param things in the order of plugins and keys; none: all was as it is wished
         * @param leftOut what could not be taken into the repository and why, each in a sentence
         * @param ignored what differs and is ignored, by name, unless it was named itself: then it is left out
         * @param commit empty where nothing was to be committed, and where it was only tried
         */
        record Done(List<Adopted> things, List<String> leftOut, List<String> ignored, Optional<String> commit)
                implements Result {
            public Done {
                things = List.copyOf(things);
                leftOut = List.copyOf(leftOut);
                ignored = List.copyOf(ignored);
            }

            static final Done NOTHING = new Done(List.of(), List.of(), List.of(), Optional.empty());

            private Done in(Optional<String> made) {
                return new Done(things, leftOut, ignored, made);
            }
        }

        record Unreadable(List<Problem> problems) implements Result {}

        /** Nothing was changed. @param holder who is at work on this machine just now */
        record Locked(String holder) implements Result {}
    }

    /**
     * What would become of the wish; the repository stays as it is.
     *
     * @param selection of things in {@code state/} or on the machine
     */
    public Result foresee(Selection selection) throws IOException {
        return adopt(selection, true);
    }

    /**
     * @param selection of things in {@code state/} or on the machine
     * @param patience how long to wait for another twin, of which half a change could become the wish
     */
    public Result adopt(Selection selection, Duration patience) throws IOException {
        return twin.alone().run(patience, () -> adopt(selection, false), Result.Locked::new);
    }

    private Result adopt(Selection selection, boolean onlyTry) throws IOException {
        return switch (twin.view().survey().ofMachine().then(selection::checkAnywhere)) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> adopt(looks, selection, onlyTry);
        };
    }

    private Result adopt(List<Look<?, ?, ?>> looks, Selection selection, boolean onlyTry) throws IOException {
        refuseSecrets();
        if (onlyTry) {
            return all(looks, new AdoptOfPlugin(twin, selection, Optional.empty()));
        }
        return OrNothing.of(twin.repo(), edits -> {
            var done = all(looks, new AdoptOfPlugin(twin, selection, Optional.of(edits)));
            return isToBeCommitted(done) ? done.in(commit(looks, done.things())) : done;
        });
    }

    /**
     * What stands in {@code state/} and is in no commit goes along with what is adopted; and where nothing is left to adopt, a
     * twin may have been killed before it made its commit. The first one of all is to be that of {@code twin init}.
     */
    private boolean isToBeCommitted(Result.Done done) throws IOException {
        return !done.things().isEmpty()
                || done.leftOut().isEmpty()
                        && twin.repo().head().isPresent()
                        && !twin.repo().uncommitted(WISHED).isEmpty();
    }

    private static Result.Done all(List<Look<?, ?, ?>> looks, AdoptOfPlugin adopting) throws IOException {
        var things = new ArrayList<Adopted>();
        var leftOut = new ArrayList<String>();
        var ignored = new ArrayList<String>();
        for (Look<?, ?, ?> look : looks) {
            var part = adopting.of(look);
            things.addAll(part.things());
            leftOut.addAll(part.leftOut());
            ignored.addAll(part.ignored());
        }
        return new Result.Done(things, leftOut, ignored, Optional.empty());
    }

    /** What was seen is written down beside: that is as true where the commit is refused. */
    private Optional<String> commit(List<Look<?, ?, ?>> looks, List<Adopted> things) throws IOException {
        twin.records().live(looks);
        return twin.repo().commit(message(things), WISHED, Set.of(Layout.LIVE));
    }

    /** Before anything is edited: what could not be committed afterwards would stand there half done. */
    private void refuseSecrets() throws IOException {
        SecretFound.refuse(twin.repo().leaks(Set.of(Layout.STATE, Layout.FILESYSTEM, Layout.LIVE)));
    }

    private static String message(List<Adopted> things) {
        return switch (things.size()) {
            case 0 -> "twin adopt: what was in no commit yet";
            case 1 -> "twin adopt " + things.getFirst().name();
            default -> "twin adopt: " + things.size() + " things";
        };
    }
}
