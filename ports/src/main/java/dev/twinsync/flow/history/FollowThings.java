package dev.twinsync.flow.history;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.DeclaredWishes;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Follows things through the commits: what was wished of them, what was seen, and what runs did to them. A moment at which a
 * document could not be read, or a thing could not be seen, says nothing: the one before counts on.
 */
public final class FollowThings {

    /** As far back as one waits for. */
    private static final int MOST_COMMITS = 1000;

    private final Twin twin;

    /**
     * What became of the things.
     *
     * @param traces newest first
     * @param untold what was asked for and no commit tells of
     */
    public record Followed(List<Trace> traces, List<String> untold) {
        public Followed {
            traces = List.copyOf(traces);
            untold = List.copyOf(untold);
        }
    }

    public FollowThings(Twin twin) {
        this.twin = twin;
    }

    /**
     * Newest first; wrong where a pattern names no kind in use.
     *
     * @param most how many at most
     */
    public Reading<Followed> traces(Selection selection, int most) throws IOException {
        var unknown = selection.unknownKinds(twin.view().plugins());
        if (!unknown.isEmpty()) {
            return new Reading.Wrong<Followed>(List.<Problem>copyOf(unknown));
        }
        var traces = new ArrayList<Trace>();
        var untold = new LinkedHashSet<>(selection.patterns());
        for (Plugin<?, ?, ?> plugin : twin.view().plugins()) {
            if (selection.touches(plugin)) {
                var some = traces(plugin, selection);
                untold.removeIf(pattern -> tells(some, plugin, new Selection(List.of(pattern))));
                traces.addAll(some);
            }
        }
        traces.sort((one, other) -> other.commit().time().compareTo(one.commit().time()));
        return new Reading.Value<>(new Followed(traces.stream().limit(most).toList(), List.copyOf(untold)));
    }

    private static boolean tells(List<Trace> traces, Plugin<?, ?, ?> plugin, Selection selection) {
        int keyStart = plugin.kind().name().length() + 1;
        return traces.stream()
                .anyMatch(trace -> selection.includes(plugin, trace.name().substring(keyStart)));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> List<Trace> traces(
            Plugin<D, L, A> plugin, Selection selection) throws IOException {
        var commits = twin.repo()
                .commits(
                        Set.of(
                                Layout.desired(plugin.kind()).path(),
                                Layout.live(plugin.kind()).path(),
                                Layout.FILESYSTEM,
                                Layout.HISTORY),
                        MOST_COMMITS);
        var traces = new ArrayList<Trace>();
        Map<String, Tree> wished = new TreeMap<>();
        Map<String, Tree> seen = new TreeMap<>();
        for (RepoCommit commit : commits.reversed()) {
            var then = twin.repo().at(commit.id());
            var of = new Moment<>(plugin, selection, commit, then);
            traces.addAll(of.runs());
            wished = of.step(Trace.Where.WISH, wished, of.wishes(wished), traces);
            seen = of.step(Trace.Where.SEEN, seen, of.live(seen), traces);
        }
        return traces.reversed();
    }

    /** One commit, as far as it is about one plugin. */
    private final class Moment<D extends Keyed, L extends Keyed, A extends Action> {

        private final Plugin<D, L, A> plugin;
        private final Selection selection;
        private final RepoCommit commit;
        private final RepoContents then;

        Moment(Plugin<D, L, A> plugin, Selection selection, RepoCommit commit, RepoContents then) {
            this.plugin = plugin;
            this.selection = selection;
            this.commit = commit;
            this.then = then;
        }

        private Map<String, Tree> wishes(Map<String, Tree> before) throws IOException {
            return new DeclaredWishes(then).of(plugin) instanceof Reading.Value<List<D>>(var wishes)
                    ? trees(plugin.kind().desired(), wishes)
                    : before;
        }

        private Map<String, Tree> live(Map<String, Tree> before) throws IOException {
            if (!(then.read(Layout.live(plugin.kind())) instanceof Reading.Value<Optional<Observation<L>>>(var document)
                    && document.isPresent()
                    && document.get() instanceof Observation.Seen<L> seen)) {
                return before;
            }
            var trees = trees(plugin.kind().live(), seen.live());
            before.forEach((key, tree) -> {
                if (seen.gapOver(key).isPresent()) {
                    trees.putIfAbsent(key, tree);
                }
            });
            return trees;
        }

        private <T extends Keyed> Map<String, Tree> trees(Shape<T> shape, List<T> things) {
            var trees = new TreeMap<String, Tree>();
            things.stream()
                    .filter(thing -> selection.includes(plugin, thing.key()))
                    .forEach(thing -> trees.put(thing.key(), twin.redaction().tree(shape.write(thing))));
            return trees;
        }

        private Map<String, Tree> step(
                Trace.Where where, Map<String, Tree> before, Map<String, Tree> after, List<Trace> traces) {
            var keys = new TreeMap<>(before);
            keys.putAll(after);
            keys.keySet()
                    .forEach(key -> EntryChange.inWords(
                                    Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)))
                            .ifPresent(what -> traces.add(trace(where, key, what))));
            return after;
        }

        private Trace trace(Trace.Where where, String key, String what) {
            return new Trace(commit, where, plugin.kind().name() + ":" + key, what);
        }

        private List<Trace> runs() throws IOException {
            var name = TellHistory.runOf(commit);
            if (name.isEmpty()
                    || !(then.read(Layout.pastPlan(Layout.history(name.get()), twin.view()))
                            instanceof Reading.Value<Optional<PastPlan>>(var past))) {
                return List.of();
            }
            return past.stream()
                    .flatMap(plan -> plan.results().stream())
                    .filter(result -> isMeant(result))
                    .map(result -> trace(Trace.Where.RUN, keyOf(result), inWords(name.get(), result)))
                    .toList();
        }

        private boolean isMeant(ActionResult result) {
            return result.isAbout(plugin.name(), keyOf(result)) && selection.includes(plugin, keyOf(result));
        }

        private static String keyOf(ActionResult result) {
            var parts = result.id().split("/", 3);
            return parts[parts.length - 1];
        }

        private static String inWords(String run, ActionResult result) {
            var op = result.id().split("/", 3);
            return op[Math.min(1, op.length - 1)] + ": " + result.outcome().word()
                    + result.outcome()
                            .explanation()
                            .map(why -> " (" + why + ")")
                            .orElse("") + ", run " + run;
        }
    }
}
