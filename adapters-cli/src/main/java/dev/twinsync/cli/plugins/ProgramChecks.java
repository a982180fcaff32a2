package dev.twinsync.cli.plugins;

import dev.twinsync.cli.wiring.ForeignPrograms;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.os.doctor.Finding;
import java.io.IOException;
import java.util.List;

/** Whether the programs of plugins of other people may be started. */
public record ProgramChecks(ForeignPrograms programs) {

    /** One for each such plugin that is on. */
    public List<Finding> of(PluginList plugins) {
        return plugins.all().stream()
                .filter(plugin -> plugin.isOn() && plugin.program().isPresent())
                .map(this::of)
                .toList();
    }

    private Finding of(ListedPlugin plugin) {
        var what = "plugin " + plugin.name();
        try {
            return Finding.ok(
                    what, "is started from " + programs.trusted(plugin).path());
        } catch (IOException untrusted) {
            return Finding.note(what, untrusted.getMessage(), "see: twin plugins describe " + plugin.name());
        }
    }
}
