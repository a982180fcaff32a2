package dev.twinsync.cli;

import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignWish;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.DiscreetForeign;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.UnmaskedWishes;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.os.Self;
import dev.twinsync.os.worker.PluginBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The plugins of other people with their programs. None is started before it is needed.
 *
 * @param elsewhere whether another machine is looked at, on which twin starts none of them
 */
record ForeignEquipment(
        PluginList plugins, ForeignPrograms programs, Redaction redaction, Path repository, boolean elsewhere) {

    private static final String REMEDY = "leave the line out of the wish, or set it by hand on each machine";

    /** Those that are on. */
    List<Equipped<?, ?, ?>> inUse() {
        return plugins.all().stream()
                .filter(plugin -> plugin.isOn() && plugin.foreign().isPresent())
                .<Equipped<?, ?, ?>>map(this::equipped)
                .toList();
    }

    private Equipped<?, ?, ?> equipped(ListedPlugin plugin) {
        var kind = new Foreign(plugin.foreign().orElseThrow().schema());
        var backend = new PluginBackend(
                plugin.name(),
                kind,
                repository,
                () -> program(plugin),
                plugin.descriptor().root(),
                Self.ofThisProcess());
        return Equipped.of(
                plugin.name(),
                kind,
                new DiscreetForeign(backend, redaction, kind),
                new UnmaskedWishes<>(ForeignWish::isMasked, REMEDY));
    }

    private Path program(ListedPlugin plugin) throws IOException {
        if (elsewhere) {
            throw new IOException(
                    "twin starts no program of other people on another machine by --host; run twin there");
        }
        return programs.trusted(plugin).path();
    }
}
