package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Circumstances;
import dev.twinsync.cli.machine.HomeAssistantOption;
import dev.twinsync.cli.machine.Machine;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.os.secrets.KeyedFingerprints;
import dev.twinsync.os.worker.NamedPrograms;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.os.worker.Reception;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * This machine, as the twin of another one is served by it: all that the user who was logged in may see and do.
 *
 * @param state where twin keeps what is no business of a repository
 * @param home of the user
 */
public record GuestReception(
        String user, HostFacts machine, MachineLock lock, CommandRunner commands, StateFolder state, Path home)
        implements Reception {

    @Override
    public House open(Order order, WishedContent content) {
        var circumstances =
                new Circumstances(order.networkTimeout(), order.homeAssistant().map(HomeAssistantOption::path));
        var here = new Machine.Here(
                commands,
                state.backups(order.keepDays()),
                Path.of(OtherHost.NO_REPOSITORY),
                content,
                order.files(),
                state,
                circumstances,
                KnownContent.NONE);
        return new House(
                Catalog.hosted(here, _ -> true),
                contents(here),
                logs(circumstances),
                new NamedPrograms(PluginFolders.ofThisMachine(home, Self.ofThisProcess()), Self.ofThisProcess()),
                choosable(here),
                HomeAssistantPlugin.reloads(here).getAsBoolean());
    }

    /** What is cut out of a message is masked by the key of the user here, which stays here. */
    private Map<String, LogSource> logs(Circumstances circumstances) {
        var redaction = new Redaction(new KeyedFingerprints(state.keys()), Set.of());
        return LogPlugins.sources(commands, redaction, circumstances.homeAssistant()).stream()
                .collect(Collectors.toMap(LogSource::name, Function.identity()));
    }

    private static Map<String, Readable> contents(Machine.Here here) {
        var contents = new HashMap<String, Readable>();
        for (BuiltIn plugin : Catalog.PLUGINS) {
            plugin.contents(here).ifPresent(readable -> contents.put(plugin.name(), readable));
        }
        return contents;
    }

    /** Of those that may stand for each other, the ones that are here. */
    private static List<String> choosable(Machine.Here here) {
        return Catalog.choices().stream()
                .filter(candidates -> candidates.size() > 1)
                .flatMap(List::stream)
                .filter(plugin -> plugin.isOn(here))
                .map(BuiltIn::name)
                .toList();
    }

    /** What a guest says is checked like anything else that comes from outside. */
    static <T> T named(Supplier<T> path) throws IOException {
        try {
            return path.get();
        } catch (IllegalArgumentException noPath) {
            throw new IOException(noPath.getMessage(), noPath);
        }
    }
}
