package dev.twinsync.cli.wiring;

import dev.twinsync.cli.catalog.SchemaChecks;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.UnreadDocuments;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks through the documents of a repository whose configuration can be read. */
record DocumentChecks(TwinRepo repo, PluginList plugins) {

    List<Problem> problems(View view) throws IOException {
        var problems = new ArrayList<>(view.survey().ofWishes().problems());
        problems.addAll(repo.read(Layout.logsConfig()).problems());
        problems.addAll(UnreadDocuments.of(view));
        problems.addAll(new SchemaChecks(repo).problems(plugins));
        return List.copyOf(problems);
    }
}
