package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Machine;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the plugins of the {@link Catalog} work with: a repository, as its configuration wants it, and a machine. */
public record Equipment(TwinRepo repo, Configuration configuration, Redaction redaction, Machine machine) {

    /**
     * Those for this machine, in the order in which their things are brought about. Also those that are off are made: twin is
     * rehearsed without the ones that would wake something up, and what it has not loaded then every command would load anew.
     */
    public List<Equipped<?, ?, ?>> all() throws IOException {
        var choice = new BackendChoice(repo, machine);
        var all = new ArrayList<Equipped<?, ?, ?>>();
        for (List<BuiltIn> candidates : Catalog.choices()) {
            all.add(choice.among(candidates).equipped(this));
        }
        return all;
    }
}
