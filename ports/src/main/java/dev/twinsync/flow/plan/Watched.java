package dev.twinsync.flow.plan;

import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Notified;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.Wishes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked whether it failed, since it must notice a change of what is selected, or is selected itself and must notice
 * something. Found out once for a plan, of which there may be thousands of wishes.
 *
 * @param ofAll the keys of what must notice a change of anything that is wished for and not ignored
 * @param ofSelected the same, of what is selected
 */
record Watched(Set<String> ofAll, Set<String> ofSelected, Selection selection, Ignored ignored) {

    static Watched nothing(Selection selection) {
        return new Watched(Set.of(), Set.of(), selection, Ignored.NOTHING);
    }

    static Watched of(
            Wishes wishes,
            List<Look<?, ?, ?>> heeded,
            List<Look<?, ?, ?>> selected,
            Selection selection,
            Ignored ignored) {
        return new Watched(
                new Notified(wishes, heeded).keys(), new Notified(wishes, selected).keys(), selection, ignored);
    }

    Set<String> of(Plugin<?, ?, ?> plugin) {
        return ofAll.stream()
                .filter(key -> ofSelected.contains(key) || selection.includes(plugin, key))
                .filter(key -> !ignored.covers(plugin, key))
                .collect(Collectors.toSet());
    }
}
