package dev.twinsync.flow.view;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.content.DigestsAtHand;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code state/} says. */
public record DeclaredWishes(RepoContents repo) implements Wishes {

    @Override
    public <D extends Keyed, L extends Keyed, A extends Action> Reading<List<D>> of(Plugin<D, L, A> plugin)
            throws IOException {
        var document = Layout.desired(plugin.kind());
        return switch (repo.read(document).map(wishes -> wishes.orElse(List.of()))) {
            case Reading.Value<List<D>>(var wishes) -> complete(plugin, wishes);
            case Reading.Wrong<List<D>> wrong -> wrong;
        };
    }

    /** What they refer to is looked up at once. */
    private <D extends Keyed> Reading<List<D>> complete(Plugin<D, ?, ?> plugin, List<D> wishes) throws IOException {
        var contents = plugin.contents();
        var paths =
                wishes.stream().flatMap(wish -> contents.pathOf(wish).stream()).toList();
        var lookedUp = new DigestsAtHand(repo, repo.digests(paths));
        var places = new WishPlaces(repo, Layout.desired(plugin.kind()).path());
        var completed = new ArrayList<Reading<D>>();
        for (D wish : wishes) {
            completed.add(places.named(contents.complete(wish, lookedUp), wish.key()));
        }
        return Reading.all(completed);
    }
}
