package dev.twinsync.flow.twin;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.DocumentParts;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.WishedWords;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the machine into a new repository: what is there becomes the first wish. */
public final class Init {

    private final Twin twin;

    public Init(Twin twin) {
        this.twin = twin;
    }

    /** How an init ended. */
    public sealed interface Result {

        /** There is a twin repository already; nothing was touched. One that an init left unfinished does not count. */
        record Exists() implements Result {}

        /** Nothing was touched. @param holder who is at work on this machine just now */
        record Locked(String holder) implements Result {}

        /** A wish that was there before cannot be read; nothing was touched. */
        record Unreadable(List<Problem> problems) implements Result {}

        /**
         * @param looks what became the wish and what is there, by plugin
         * @param leftOut what could not be taken into the repository and why, each in a sentence
         * @param extended files of the owner that say more now
         */
        record Made(
                List<Look<?, ?, ?>> looks,
                List<String> leftOut,
                List<Extended> extended,
                LogIndex logs,
                Optional<String> commit)
                implements Result {
            public Made {
                looks = List.copyOf(looks);
                leftOut = List.copyOf(leftOut);
                extended = List.copyOf(extended);
            }
        }
    }

    /**
     * Nothing is written before all that is there could be read.
     *
     * @param templates the files that every twin repository has, by path relative to it
     * @param patience how long to wait for another twin, of which half a change could become the first wish
     */
    public Result init(Map<String, byte[]> templates, Duration patience) throws IOException {
        return isFinished()
                ? new Result.Exists()
                : twin.alone().run(patience, () -> whileAlone(templates), Result.Locked::new);
    }

    /** Who was waited for may have made it. */
    private Result whileAlone(Map<String, byte[]> templates) throws IOException {
        if (isFinished()) {
            return new Result.Exists();
        }
        return switch (KeepLogs.wishes(twin.view())) {
            case Reading.Wrong<LogsConfig>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<LogsConfig>(var logs) -> init(logs, templates);
        };
    }

    /**
     * Whether what the last commit has is a repository of twin. Its configuration alone makes none: that may be committed by
     * itself, to allow a secret that stood in the way of the first commit.
     */
    private boolean isFinished() throws IOException {
        if (!twin.repo().exists() || twin.repo().head().isEmpty()) {
            return false;
        }
        var last = twin.repo().at("HEAD");
        return last.digest(Layout.CONFIGURATION).isPresent()
                && (last.digest(Layout.STATE_SCHEMA).isPresent()
                        || !last.list(Layout.LIVE).isEmpty());
    }

    private Result init(LogsConfig logs, Map<String, byte[]> templates) throws IOException {
        return switch (twin.view().survey().ofMachine()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                twin.repo().create(templates);
                var extended = new GitRules(twin.repo()).enforce(templates);
                yield adopt(looks, logs, templates.keySet(), extended);
            }
        };
    }

    private Result adopt(List<Look<?, ?, ?>> looks, LogsConfig logs, Set<String> templates, List<Extended> extended)
            throws IOException {
        var adopted = new ArrayList<Look<?, ?, ?>>();
        var leftOut = new ArrayList<String>();
        var wishes = new DocumentParts();
        for (Look<?, ?, ?> look : looks) {
            adopted.add(adopt(look, leftOut, wishes));
        }
        wishes.writeTo(twin.repo());
        twin.records().live(adopted);
        var index = twin.logs().capture(logs);
        var paths = new ArrayList<>(templates);
        paths.addAll(List.of(Layout.STATE, Layout.FILESYSTEM, Layout.LIVE));
        var commit =
                twin.repo().commit("twin init", Set.copyOf(paths), twin.logs().inGit());
        return new Result.Made(adopted, leftOut, extended, index, commit);
    }

    /** A wish that is there already stays as it is: somebody brought it. */
    private <D extends Keyed, L extends Keyed, A extends Action> Look<D, L, A> adopt(
            Look<D, L, A> look, List<String> leftOut, DocumentParts parts) throws IOException {
        var plugin = look.plugin();
        var document = Layout.desired(plugin.kind());
        if (twin.repo().digest(document.path()).isPresent()) {
            return look;
        }
        var wishes = new ArrayList<D>();
        var contents = twin.hands().of(plugin).contents();
        for (D wish : firstWishes(look)) {
            new WishedWords(twin.redaction())
                    .refusal(plugin.kind(), wish)
                    .or(() -> contents.refusalToKeep(wish).map(reason -> wish.key() + ": " + reason))
                    .ifPresentOrElse(leftOut::add, () -> wishes.add(wish));
        }
        parts.add(document, wishes);
        return new Look<>(plugin, wishes, look.observation());
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<D> firstWishes(Look<D, L, A> look) {
        return switch (look.observation()) {
            case Observation.Seen<L>(var live, var _) ->
                live.stream()
                        .map(look.plugin().kind()::firstWish)
                        .flatMap(Optional::stream)
                        .toList();
            case Observation.Unavailable<L>(var _) -> List.of();
        };
    }
}
