package dev.twinsync.cli.wiring;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.plugin.TrustedProgram;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.FoundProgram;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.os.worker.RootProgram;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.HostFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which programs of plugins of other people may be started on a machine by who runs twin. Each machine has programs of its own, so each has
 * to be trusted for itself.
 *
 * @param ofRoot the folder where root puts one
 * @param machine which one it is
 */
public record ForeignPrograms(Search search, Path ofRoot, TrustFile trust, Site machine) {

    /** Where programs are looked for. */
    @FunctionalInterface
    interface Search {
        /** @throws IOException in words where there is none that could be trusted */
        FoundProgram find(ProgramName name) throws IOException;
    }

    /**
     * @param mark of the names of plugins in the list of what is trusted; nothing for this machine
     * @param option what to say to twin to be there; nothing for this machine
     */
    public record Site(String mark, String option) {
        static final Site HERE = new Site("", "");
    }

    public ForeignPrograms(PluginFolders folders, TrustFile trust) {
        this(folders::find, folders.ofRoot().getLast(), trust, Site.HERE);
    }

    public static ForeignPrograms of(Path home) {
        return new ForeignPrograms(folders(home), TrustFile.of(home));
    }

    /** Of another machine, which is known by its identity and not by its name. @param home of the user here */
    public static ForeignPrograms of(Path home, OtherHost host, HostAddress address) {
        var ofRoot = folders(home).ofRoot().getLast();
        var option = " --host " + address;
        return switch (host.facts().identity()) {
            case HostFacts.Answer.Known<Digest>(var identity) ->
                new ForeignPrograms(host::find, ofRoot, TrustFile.of(home), new Site("@" + identity, option));
            case HostFacts.Answer.Unknown<Digest>(var reason) ->
                new ForeignPrograms(_ -> none(reason), ofRoot, TrustFile.of(home), new Site("@", option));
        };
    }

    private static PluginFolders folders(Path home) {
        return PluginFolders.ofThisMachine(home, Self.ofThisProcess());
    }

    private static FoundProgram none(String reason) throws IOException {
        throw new IOException("which machine it is is not known, so no program there can be trusted: " + reason);
    }

    /** @throws IOException in words where there is none that could be trusted */
    public FoundProgram find(ListedPlugin plugin) throws IOException {
        var found = search.find(plugin.program().orElseThrow());
        if (plugin.descriptor().root() && !found.isOfRoot()) {
            throw new IOException(plugin.name() + " needs root, and " + found.path()
                    + " is not in a folder of root's; have it installed in " + ofRoot);
        }
        return found;
    }

    /** @throws IOException in words where it must not be started, with the remedy */
    public FoundProgram trusted(ListedPlugin plugin) throws IOException {
        var found = find(plugin);
        var trusted = trust.read().get(mark(plugin));
        var remedy = "twin plugins trust " + plugin.name() + machine.option();
        if (trusted == null) {
            throw new IOException(found.path() + " was never trusted; if you do: " + remedy);
        }
        if (!trusted.digest().equals(found.digest())) {
            throw new IOException(
                    found.path() + " is not the program that you trusted; if you trust this one: " + remedy);
        }
        if (!trusted.equals(words(plugin, found))) {
            throw new IOException("plugins/" + plugin.name() + " does not say what it said when you trusted "
                    + found.path() + "; if you still do: " + remedy);
        }
        return found;
    }

    private String mark(ListedPlugin plugin) {
        return plugin.name() + machine.mark();
    }

    /** What is said of it to who is to start it. @throws IOException as {@link #trusted} */
    RootProgram named(ListedPlugin plugin) throws IOException {
        return new RootProgram(
                plugin.descriptor().name(),
                plugin.program().orElseThrow(),
                trusted(plugin).digest(),
                plugin.foreign().orElseThrow().document());
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
            return Optional.of(named(plugin));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public void trust(ListedPlugin plugin, FoundProgram found) throws IOException {
        trust.trust(mark(plugin), words(plugin, found));
    }

    private static TrustedProgram words(ListedPlugin plugin, FoundProgram found) {
        return new TrustedProgram(
                plugin.program().orElseThrow(),
                found.digest(),
                plugin.foreign().orElseThrow().says());
    }
}
