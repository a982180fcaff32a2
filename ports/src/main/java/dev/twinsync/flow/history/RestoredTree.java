package dev.twinsync.flow.history;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.content.Rewrite;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All of {@code state/} and {@code filesystem/} as it was. */
record RestoredTree(RepoView repo, RepoContents then) {

    /** What has to be written or taken away for it. What is ignored and was never committed is nobody's business here. */
    Reading<List<Rewrite>> all() throws IOException {
        var rewrites = new ArrayList<Rewrite>();
        var ours = new TreeSet<String>();
        for (String folder : List.of(Layout.STATE, Layout.FILESYSTEM)) {
            ours.addAll(repo.at("HEAD").list(folder));
            ours.addAll(repo.uncommitted(Set.of(folder)));
            ours.addAll(then.list(folder));
        }
        for (String path : ours) {
            if (!then.digest(path).equals(repo.digest(path))) {
                rewrites.add(new Rewrite.Whole(path, then));
            }
        }
        return new Reading.Value<>(List.copyOf(rewrites));
    }
}
