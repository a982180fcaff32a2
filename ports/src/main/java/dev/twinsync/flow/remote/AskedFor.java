package dev.twinsync.flow.remote;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.policy.PulledWish;
import dev.twinsync.flow.review.Change;
import dev.twinsync.flow.view.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a change of {@code state/} and {@code filesystem/} asks for.
 *
 * @param change how the wish changed
 * @param thing kind and key: {@code packages:htop}
 * @param wish what it says now, in one line; empty for one that is gone
 */
public record AskedFor(Change change, String thing, String wish) {

    /** What became of a wish. */
    public enum Change {
        NEW,
        CHANGED,
        /** No longer declared, which is left as it is. */
        GONE
    }

    /** All wishes, noted. */
    static Stream<PulledWish> noted(List<Look<?, ?, ?>> looks) {
        return looks.stream().flatMap(look -> noted(look));
    }

    private static <D extends Keyed> Stream<PulledWish> noted(Look<D, ?, ?> look) {
        return look.desired().stream()
                .map(wish -> Restraint.noted(look.plugin().name(), look.plugin().kind(), wish));
    }

    /** In the order of the looks, what is gone last. */
    static List<AskedFor> between(List<PulledWish> before, List<Look<?, ?, ?>> now) {
        Map<String, PulledWish> old = new HashMap<>();
        before.forEach(wish -> old.put(wish.plugin() + ":" + wish.key(), wish));
        var asked = new ArrayList<AskedFor>();
        now.forEach(look -> compare(look, old, asked));
        old.values().stream()
                .sorted(Comparator.comparing(wish -> wish.plugin() + ":" + wish.key()))
                .forEach(wish -> asked.add(new AskedFor(Change.GONE, wish.plugin() + ":" + wish.key(), "")));
        return asked;
    }

    private static <D extends Keyed> void compare(
            Look<D, ?, ?> look, Map<String, PulledWish> old, List<AskedFor> asked) {
        var kind = look.plugin().kind();
        for (D wish : look.desired()) {
            var now = Restraint.noted(look.plugin().name(), kind, wish);
            var before = old.remove(now.plugin() + ":" + now.key());
            if (before == null || !before.equals(now)) {
                asked.add(new AskedFor(
                        before == null ? Change.NEW : Change.CHANGED,
                        kind.name() + ":" + wish.key(),
                        kind.desired().write(wish).inline()));
            }
        }
    }
}
