package dev.twinsync.flow.view;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts what is wished for beside what is there, for all plugins. */
public final class Survey {

    private final View view;
    private final Wishes wishes;
    private final List<Problem> unread;

    public Survey(View view, Wishes wishes) {
        this(view, wishes, List.of());
    }

    /** @param unread what is wished and read by nobody, as a wish that cannot be read */
    public Survey(View view, Wishes wishes, List<Problem> unread) {
        this.view = view;
        this.wishes = wishes;
        this.unread = unread;
    }

    /** Looks at the machine, all plugins side by side. Nothing is looked at when a wish cannot be read. */
    public Reading<List<Look<?, ?, ?>>> ofMachine() throws IOException {
        return of(_ -> look -> Optional.of(new Scope.Everything(look.declared())));
    }

    /** As {@link #forPlan}, at nothing but what is selected. */
    public Reading<List<Look<?, ?, ?>>> forStatus(Selection selection) throws IOException {
        return ofPlanned(look -> selection.touches(look.plugin()));
    }

    /** As {@link #ofMachine}, at nothing but what a plan can be about; elsewhere the look is not taken. */
    public Reading<List<Look<?, ?, ?>>> forPlan() throws IOException {
        return ofPlanned(_ -> true);
    }

    private Reading<List<Look<?, ?, ?>>> ofPlanned(Predicate<Look<?, ?, ?>> which) throws IOException {
        return of(looks -> {
            var notified = new Notified(wishes, looks);
            return look -> which.test(look)
                    ? glance(union(look.declared(), notified.keysOf(look.plugin())))
                    : Optional.empty();
        });
    }

    private static Set<String> union(Set<String> declared, Set<String> notified) {
        var union = new HashSet<>(declared);
        union.addAll(notified);
        return union;
    }

    private static Optional<Scope> glance(Set<String> keys) {
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Scope.Glance(keys));
    }

    /** @param scopes of all the wishes: what of each plugin is to be looked at; empty: nothing */
    private Reading<List<Look<?, ?, ?>>> of(
            Function<List<Look<?, ?, ?>>, Function<Look<?, ?, ?>, Optional<Scope>>> scopes) throws IOException {
        return switch (ofWishes()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) ->
                new Reading.Value<>(sideBySide(scopes.apply(looks)).over(looks));
            case Reading.Wrong<List<Look<?, ?, ?>>> wrong -> wrong;
        };
    }

    private SideBySide<Look<?, ?, ?>, Look<?, ?, ?>> sideBySide(Function<Look<?, ?, ?>, Optional<Scope>> scopeOf) {
        return new SideBySide<>(look -> scopeOf.apply(look)
                .<Look<?, ?, ?>>map(scope -> taken(look, scope))
                .orElse(look));
    }

    /** Reads what is wished for and looks at nothing. */
    public Reading<List<Look<?, ?, ?>>> ofWishes() throws IOException {
        var looks = new ArrayList<Reading<Look<?, ?, ?>>>();
        for (Plugin<?, ?, ?> plugin : view.plugins()) {
            looks.add(wishesOf(plugin));
        }
        return all(looks);
    }

    /** Reads what is wished of plugins that are off, as far as it can be read: nothing depends on it. */
    public List<Look<?, ?, ?>> ofWishesInVain() throws IOException {
        var looks = new ArrayList<Look<?, ?, ?>>();
        for (Plugin<?, ?, ?> plugin : view.off()) {
            if (wishesOf(plugin) instanceof Reading.Value<Look<?, ?, ?>>(var look)) {
                looks.add(look);
            }
        }
        return looks;
    }

    /** Takes what the last snapshot saw, so that the machine need not be there. */
    public Reading<List<Look<?, ?, ?>>> ofRecords() throws IOException {
        var looks = new ArrayList<Reading<Look<?, ?, ?>>>();
        for (Plugin<?, ?, ?> plugin : view.plugins()) {
            looks.add(recordsOf(plugin));
        }
        return all(looks);
    }

    private Reading<List<Look<?, ?, ?>>> all(List<Reading<Look<?, ?, ?>>> looks) {
        if (!unread.isEmpty()) {
            looks.add(new Reading.Wrong<>(unread));
        }
        return Reading.all(looks);
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Reading<Look<?, ?, ?>> wishesOf(Plugin<D, L, A> plugin)
            throws IOException {
        return wishes.of(plugin).map(desired -> Look.notTaken(plugin, desired));
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

    private <D extends Keyed, L extends Keyed, A extends Action> Look<D, L, A> taken(Look<D, L, A> look, Scope scope) {
        var plugin = look.plugin();
        view.narration().looking(plugin.name());
        return new Look<>(plugin, look.desired(), plugin.sight().observe(scope));
    }
}
