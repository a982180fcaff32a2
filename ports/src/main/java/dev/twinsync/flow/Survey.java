package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts what is wished for beside what is there, for all plugins. */
public final class Survey {

    private final View view;
    private final Wishes wishes;

    Survey(View view, Wishes wishes) {
        this.view = view;
        this.wishes = wishes;
    }

    /** Looks at the machine, all plugins side by side. Nothing is looked at when a wish cannot be read. */
    public Reading<List<Look<?, ?, ?>>> ofMachine() throws IOException {
        return switch (ofWishes()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> new Reading.Value<>(sideBySide(looks));
            case Reading.Wrong<List<Look<?, ?, ?>>> wrong -> wrong;
        };
    }

    /** Reads what is wished for and looks at nothing. */
    public Reading<List<Look<?, ?, ?>>> ofWishes() throws IOException {
        var looks = new ArrayList<Reading<Look<?, ?, ?>>>();
        for (Plugin<?, ?, ?> plugin : view.plugins()) {
            looks.add(wishesOf(plugin));
        }
        return Reading.all(looks);
    }

    /** Takes what the last snapshot saw, so that the machine need not be there. */
    public Reading<List<Look<?, ?, ?>>> ofRecords() throws IOException {
        var looks = new ArrayList<Reading<Look<?, ?, ?>>>();
        for (Plugin<?, ?, ?> plugin : view.plugins()) {
            looks.add(recordsOf(plugin));
        }
        return Reading.all(looks);
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Reading<Look<?, ?, ?>> wishesOf(Plugin<D, L, A> plugin)
            throws IOException {
        return wishes.of(plugin)
                .map(desired -> new Look<>(plugin, desired, new Observation.Unavailable<>("not looked at")));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Reading<Look<?, ?, ?>> recordsOf(
            Plugin<D, L, A> plugin) throws IOException {
        var recorded = view.repo().read(Layout.live(plugin.kind()));
        return wishes.of(plugin)
                .then(desired -> recorded.map(live -> new Look<>(
                        plugin,
                        desired,
                        live.orElseGet(() -> new Observation.Unavailable<>("never seen; run: twin snapshot")))));
    }

    private List<Look<?, ?, ?>> sideBySide(List<Look<?, ?, ?>> looks) throws IOException {
        return new SideBySide<Look<?, ?, ?>, Look<?, ?, ?>>(this::observe).over(looks);
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Look<D, L, A> observe(Look<D, L, A> look) {
        var plugin = look.plugin();
        view.narration().looking(plugin.name());
        return new Look<>(plugin, look.desired(), plugin.sight().observe(new Scope.Everything(look.declared())));
    }
}
