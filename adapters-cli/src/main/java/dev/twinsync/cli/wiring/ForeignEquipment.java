package dev.twinsync.cli.wiring;

import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.domain.foreign.ForeignWish;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.secrecy.DiscreetForeign;
import dev.twinsync.flow.secrecy.UnmaskedWishes;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.os.Self;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.os.worker.PluginBackend;
import dev.twinsync.port.Backend;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The plugins of other people with their programs. None is started before it is needed.
 *
 * @param host the machine on which they look and act; empty: this one
 */
record ForeignEquipment(
        PluginList plugins, ForeignPrograms programs, Redaction redaction, Path repository, Optional<OtherHost> host) {

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
        return Equipped.of(
                plugin.name(),
                kind,
                new DiscreetForeign(backend(plugin, kind), redaction, kind),
                new UnmaskedWishes<>(ForeignWish::isMasked, REMEDY));
    }

    private Backend<ForeignThing, ForeignAction> backend(ListedPlugin plugin, Foreign kind) {
        boolean needsRoot = plugin.descriptor().root();
        return host.map(there -> there.program(plugin.name(), kind, needsRoot, () -> programs.named(plugin)))
                .orElseGet(() -> new PluginBackend(
                        plugin.name(),
                        kind,
                        repository,
                        () -> programs.trusted(plugin).path(),
                        needsRoot,
                        Self.ofThisProcess()));
    }
}
