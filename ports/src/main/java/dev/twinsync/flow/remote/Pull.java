package dev.twinsync.flow.remote;

import dev.twinsync.domain.policy.PulledWish;
import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.twin.Alone;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.PulledNotes;
import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteName;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.SharedHistory;
import dev.twinsync.port.SharedHistory.Incoming;
import dev.twinsync.port.SharedHistory.Joined;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings in what a remote repository has, and notes what came so that the policy can hold it back. */
public final class Pull {

    private final RepoView repo;
    private final Alone alone;
    private final SharedHistory history;
    private final Remote remote;
    private final PulledNotes notes;
    private final Afresh afresh;

    /**
     * The wishes as they are now, by the configuration as it is now, after what was to be settled is; wrong also where the
     * configuration or a plugin is.
     */
    @FunctionalInterface
    public interface Afresh {
        Reading<AllWishes> wishes() throws IOException;
    }

    public Pull(RepoView repo, Alone alone, SharedHistory history, Remote remote, PulledNotes notes, Afresh afresh) {
        this.repo = repo;
        this.alone = alone;
        this.history = history;
        this.remote = remote;
        this.notes = notes;
        this.afresh = afresh;
    }

    /** How it ended. Nothing was changed but for {@link Pulled}. */
    public sealed interface Result {

        /**
         * @param commits what came, newest first
         * @param asks what the wishes ask for now that they did not before
         * @param others the files that changed besides {@code state/} and {@code filesystem/}
         * @param unreadable what is wrong with the wishes since
         */
        record Pulled(
                Target target,
                Joined.Done done,
                List<RepoCommit> commits,
                List<AskedFor> asks,
                List<String> others,
                List<Problem> unreadable)
                implements Result {}

        /** @param ahead how many commits this side has that the other has not */
        record UpToDate(Target target, int ahead) implements Result {}

        /** The remote has no such branch. */
        record NothingThere(Target target) implements Result {}

        record Failed(Target target, Remote.Trouble trouble, String sentence) implements Result {}

        /** The remote no longer has what it had. @param known its newest commit when it was last seen */
        record Rewritten(Target target, String known, String theirs) implements Result {}

        record Unrelated(Target target, String theirs) implements Result {}

        /** @param objections to what the remote has */
        record Refused(Target target, List<String> objections) implements Result {}

        record Conflict(Target target, List<String> paths) implements Result {}

        record Uncommitted(Target target, List<String> paths) implements Result {}

        record Unreadable(List<Problem> problems) implements Result {}

        record Locked(String holder) implements Result {}
    }

    public Result pull(Optional<RemoteName> named, Duration patience) throws IOException {
        var target = Target.of(history, named);
        return switch (before()) {
            case Reading.Wrong<List<PulledWish>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<PulledWish>>(var before) ->
                switch (remote.fetch(target.address(), target.branch())) {
                    case Remote.Answer.Failed<Optional<String>>(var trouble, var sentence) ->
                        new Result.Failed(target, trouble, sentence);
                    case Remote.Answer.Given<Optional<String>>(var theirs) ->
                        theirs.isEmpty()
                                ? new Result.NothingThere(target)
                                : take(target, theirs.get(), before, patience);
                };
        };
    }

    /** What cannot be read since an earlier pull may be mended by this one, and what was wished before that one is what counts. */
    private Reading<List<PulledWish>> before() throws IOException {
        var now = afresh.wishes().map(AllWishes::noted);
        var noted = notes.read();
        return now instanceof Reading.Wrong && SettlePulled.hasArrived(noted, SettlePulled.Own.of(repo, history))
                ? noted.before()
                        .<Reading<List<PulledWish>>>map(Reading.Value::new)
                        .orElse(now)
                : now;
    }

    private Result take(Target target, String theirs, List<PulledWish> before, Duration patience) throws IOException {
        var known = history.known(target.name(), target.branch());
        if (known.isPresent() && !history.isPartOf(known.get(), theirs)) {
            return new Result.Rewritten(target, known.get(), theirs);
        }
        var incoming = history.incoming(theirs);
        return switch (incoming.relation()) {
            case UNRELATED -> new Result.Unrelated(target, theirs);
            case SAME, AHEAD -> {
                history.note(target.name(), target.branch(), theirs);
                yield new Result.UpToDate(target, incoming.own());
            }
            case BEHIND, DIVERGED ->
                incoming.objections().isEmpty()
                        ? alone(target, theirs, incoming, before, patience)
                        : new Result.Refused(target, incoming.objections());
        };
    }

    private Result alone(Target target, String theirs, Incoming incoming, List<PulledWish> before, Duration patience)
            throws IOException {
        return alone.run(patience, () -> join(target, theirs, incoming, before), Result.Locked::new);
    }

    /** That a pull is under way is noted before anything changes: one that is killed must not pass for its owner's own edits. */
    private Result join(Target target, String theirs, Incoming incoming, List<PulledWish> before) throws IOException {
        var earlier = notes.read();
        var begun = earlier.beginning(before);
        notes.write(begun);
        return switch (history.join(theirs, "twin pull: keep what this machine wrote")) {
            case Joined.Done done -> {
                history.note(target.name(), target.branch(), theirs);
                yield told(target, done, incoming, before, begun);
            }
            case Joined.Conflict(var paths) -> {
                history.note(target.name(), target.branch(), theirs);
                notes.write(earlier.awaiting(before, theirs));
                yield new Result.Conflict(target, paths);
            }
            case Joined.Uncommitted(var paths) -> {
                notes.write(earlier);
                yield new Result.Uncommitted(target, paths);
            }
        };
    }

    /** @param begun the notes before anything came: who looked meanwhile may have taken half of it for all and settled them */
    private Result told(Target target, Joined.Done done, Incoming incoming, List<PulledWish> before, PulledWishes begun)
            throws IOException {
        var others = incoming.paths().stream()
                .filter(path -> !path.startsWith(Layout.STATE + "/") && !path.startsWith(Layout.FILESYSTEM + "/"))
                .toList();
        return switch (afresh.wishes()) {
            case Reading.Value<AllWishes>(var now) -> {
                notes.write(begun.settled(now.noted(), now.plugins()));
                yield new Result.Pulled(target, done, incoming.commits(), now.askedSince(before), others, List.of());
            }
            case Reading.Wrong<AllWishes>(var problems) ->
                new Result.Pulled(target, done, incoming.commits(), List.of(), others, problems);
        };
    }
}
