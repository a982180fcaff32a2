package dev.twinsync.cli;

import dev.twinsync.domain.plugin.TrustedProgram;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.FoundProgram;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.os.worker.RootProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which programs of plugins of other people may be started on this machine by who runs twin. */
record ForeignPrograms(PluginFolders folders, TrustFile trust) {

    static ForeignPrograms of(Path home) {
        return new ForeignPrograms(PluginFolders.ofThisMachine(home, Self.ofThisProcess()), TrustFile.of(home));
    }

    /** @throws IOException in words where there is none that could be trusted */
    FoundProgram find(ListedPlugin plugin) throws IOException {
        var found = folders.find(plugin.program().orElseThrow());
        if (plugin.descriptor().root() && !found.isOfRoot()) {
            throw new IOException(plugin.name() + " needs root, and " + found.path()
                    + " is not in a folder of root's; have it installed in "
                    + folders.ofRoot().getLast());
        }
        return found;
    }

    /** @throws IOException in words where it must not be started, with the remedy */
    FoundProgram trusted(ListedPlugin plugin) throws IOException {
        var found = find(plugin);
        var trusted = trust.read().get(plugin.name());
        if (trusted == null) {
            throw new IOException(found.path() + " was never trusted; if you do: twin plugins trust " + plugin.name());
        }
        if (!trusted.digest().equals(found.digest())) {
            throw new IOException(
                    found.path() + " is not the program that you trusted; if you trust this one: twin plugins"
                            + " trust " + plugin.name());
        }
        if (!trusted.equals(words(plugin, found))) {
            throw new IOException("plugins/" + plugin.name() + " does not say what it said when you trusted "
                    + found.path() + "; if you still do: twin plugins trust " + plugin.name());
        }
        return found;
    }

    /** What the root side has to know of those that it is to start, once it is asked. */
    Supplier<List<RootProgram>> forRoot(PluginList plugins) {
        return () -> plugins.all().stream()
                .filter(plugin -> plugin.isOn() && plugin.descriptor().root())
                .flatMap(plugin -> forRoot(plugin).stream())
                .toList();
    }

    /** Empty where it must not be started: its plugin says so by itself, and nothing of it is planned. */
    private Optional<RootProgram> forRoot(ListedPlugin plugin) {
        try {
            return Optional.of(new RootProgram(
                    plugin.descriptor().name(),
                    plugin.program().orElseThrow(),
                    trusted(plugin).digest(),
                    plugin.foreign().orElseThrow().document()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    void trust(ListedPlugin plugin, FoundProgram found) throws IOException {
        trust.trust(plugin.name(), words(plugin, found));
    }

    private static TrustedProgram words(ListedPlugin plugin, FoundProgram found) {
        return new TrustedProgram(
                plugin.program().orElseThrow(),
                found.digest(),
                plugin.foreign().orElseThrow().says());
    }
}
