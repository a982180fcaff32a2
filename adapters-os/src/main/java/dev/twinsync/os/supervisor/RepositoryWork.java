package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.RepositorySource;
import java.io.IOException;

/** Repositories come and go. That they are there already, or gone already, is as good. */
record RepositoryWork(SupervisorApi api) {

    void add(RepositorySource source, Share share) throws IOException {
        share.at(0, "fetching " + source);
        try {
            var body = Tree.map().put("repository", source.text()).build();
            api.post("store/repositories", body, Patience.CONTAINER);
        } catch (NoAnswer no) {
            if (Repositories.of(api).find(source).isEmpty()) {
                throw no;
            }
        }
    }

    void remove(RepositorySource source) throws IOException {
        var there = Repositories.of(api).find(source);
        if (there.isEmpty()) {
            return;
        }
        try {
            api.delete("store/repositories/" + there.get().at("slug").text(), Patience.CONTAINER);
        } catch (NoAnswer no) {
            if (Repositories.of(api).find(source).isPresent()) {
                throw no;
            }
        }
    }
}
