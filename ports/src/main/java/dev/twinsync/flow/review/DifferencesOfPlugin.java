package dev.twinsync.flow.review;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.content.Opener;
import dev.twinsync.flow.review.Difference.Sort;
import dev.twinsync.flow.review.Difference.Would;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What differs of one plugin's things. */
record DifferencesOfPlugin(Twin twin, Selection selection, boolean offline) {

    /**
     * @param draft what would be done about what is declared and selected
     * @param declared the keys of all that is declared, selected or not
     */
    <D extends Keyed, L extends Keyed, A extends Action> List<Difference> of(
            Draft<D, L, A> draft, Set<String> declared) {
        return switch (draft.look().observation()) {
            case Observation.Seen<L> seen ->
                Pair.of(draft.look().desired(), seen)
                        .filter(pair -> seen.gapOver(pair.key()).isEmpty())
                        .flatMap(pair -> of(pair, draft, declared).stream())
                        .toList();
            case Observation.Unavailable<L> _ -> List.of();
        };
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Optional<Difference> of(
            Pair<D, L> pair, Draft<D, L, A> draft, Set<String> declared) {
        var plugin = draft.look().plugin();
        var would = would(draft.section(), pair.key());
        boolean agrees = would.actions().isEmpty() && would.obstacles().isEmpty();
        return switch (pair) {
            case Pair.Missing<D, L>(var wanted) ->
                agrees ? Optional.empty() : Optional.of(missing(plugin, wanted, would));
            case Pair.Both<D, L>(var wanted, var seen) ->
                agrees ? Optional.empty() : Optional.of(changed(plugin, wanted, seen, would));
            case Pair.Unmanaged<D, L>(var seen) ->
                declared.contains(seen.key())
                                || !selection.includes(plugin, seen.key())
                                || twin.view().ignored().covers(plugin, seen.key())
                        ? Optional.empty()
                        : plugin.kind().firstWish(seen).map(wish -> unmanaged(plugin, wish, seen));
        };
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Difference missing(
            Plugin<D, L, A> plugin, D wanted, Would would) {
        return new Difference(
                plugin.name(),
                plugin.kind().name(),
                wanted.key(),
                Sort.MISSING,
                would,
                Optional.of(masked(plugin.kind().desired().write(wanted))),
                Optional.empty(),
                Optional.empty(),
                sides(Optional.empty(), inRepo(plugin, wanted)));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Difference changed(
            Plugin<D, L, A> plugin, D wanted, L seen, Would would) {
        var wished = plugin.kind().desired().write(wanted);
        var asWish = plugin.kind().desired().write(plugin.kind().adopt(seen));
        return new Difference(
                plugin.name(),
                plugin.kind().name(),
                wanted.key(),
                isAbsent(wished) ? Sort.UNWANTED : Sort.CHANGED,
                would,
                Optional.of(masked(wished)),
                Optional.of(masked(plugin.kind().live().write(seen))),
                Optional.of(masked(isAbsent(wished) ? asWish : linesOf(wished, asWish))),
                sides(onMachine(plugin, plugin.kind().adopt(seen)), inRepo(plugin, wanted)));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Difference unmanaged(
            Plugin<D, L, A> plugin, D wish, L seen) {
        return new Difference(
                plugin.name(),
                plugin.kind().name(),
                seen.key(),
                Sort.UNMANAGED,
                new Would(List.of(), List.of()),
                Optional.empty(),
                Optional.of(masked(plugin.kind().live().write(seen))),
                Optional.of(masked(plugin.kind().desired().write(wish))),
                sides(onMachine(plugin, wish), Optional.empty()));
    }

    /** The restart of a service that must notice a change of something else says nothing about the service. */
    private static <D extends Keyed, L extends Keyed, A extends Action> Would would(
            Section<D, L, A> section, String key) {
        var actions = section.actions().stream()
                .filter(planned ->
                        planned.action().key().equals(key) && planned.requires().isEmpty())
                .map(DifferencesOfPlugin::inWords)
                .toList();
        var waiting = section.later().stream()
                .filter(step -> step.key().equals(key))
                .map(step -> "waits for " + step.waitsFor());
        var blocked = section.blocked().stream()
                .filter(step -> step.key().equals(key))
                .map(step -> step.reason());
        return new Would(actions, Stream.concat(waiting, blocked).toList());
    }

    private static String inWords(PlannedAction<?, ?> planned) {
        return planned.action().op() + " (" + planned.why() + ")"
                + planned.peril().map(peril -> "; " + peril).orElse("");
    }

    private static boolean isAbsent(Tree wish) {
        return wish instanceof Tree.Mapping map
                && map.get("ensure")
                        .filter(value -> value.inline().equals("absent"))
                        .isPresent();
    }

    /** What a wish leaves open is as it should be, whatever it is. */
    private static Tree linesOf(Tree wished, Tree asWish) {
        return wished instanceof Tree.Mapping lines && asWish instanceof Tree.Mapping all
                ? new Tree.Mapping(
                        all.entries().stream()
                                .filter(entry -> lines.get(entry.key()).isPresent())
                                .toList(),
                        all.place())
                : asWish;
    }

    private Tree masked(Tree tree) {
        return twin.redaction().tree(tree);
    }

    private Sides sides(Optional<Opener> before, Optional<Opener> after) {
        return new Sides(before, after, twin.redaction());
    }

    private <D extends Keyed> Optional<Opener> inRepo(Plugin<D, ?, ?> plugin, D wish) {
        return plugin.contents().pathOf(wish).map(path -> () -> twin.repo().open(path));
    }

    private <D extends Keyed> Optional<Opener> onMachine(Plugin<D, ?, ?> plugin, D asWish) {
        return plugin.contents().onMachine(asWish).map(opener -> offline ? DifferencesOfPlugin::notAsked : opener);
    }

    private static InputStream notAsked() throws IOException {
        throw new IOException("the machine was not asked, and the last snapshot keeps no content");
    }
}
