package dev.twinsync.cli;

import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.Plugin;
import dev.twinsync.flow.Trials;
import dev.twinsync.flow.Twin;
import dev.twinsync.flow.View;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.os.journal.FileJournal;
import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Narration;
import dev.twinsync.port.Probation;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Puts this machine and its repository together, as a configuration wants them. */
record Assembly(
        TwinRepo repo,
        Configuration settings,
        PluginList plugins,
        ForeignPrograms programs,
        StateFolder state,
        Interruption interruption,
        Narration narration,
        Duration networkTimeout,
        Recollection known) {

    /** @param sharing what holds back what came by a pull */
    Twin twin(Sharing sharing) throws IOException {
        var commands = new SystemCommandRunner(interruption::isHeeded);
        var journal = new FileJournal(state.runs(repo.root()));
        var redaction = Secrecy.redaction(settings);
        var kept = new KeptContent(state.backup());
        var free = new ArrayList<>(
                new Equipment(repo, settings, commands, kept, redaction, state, circumstances(), known.machine())
                        .inUse());
        free.addAll(new ForeignEquipment(plugins, programs, redaction, repo.root()).inUse());
        var view = new View(
                repo,
                plugins(free),
                Catalog.off(free, plugins),
                journal,
                Catalog.facts(settings, commands),
                new LinuxHost(commands).identity().found(),
                InstantSource.system(),
                narration,
                settings.ignored());
        var restraint = sharing.restraint(view);
        var equipped = free.stream().<Equipped<?, ?, ?>>map(restraint::on).toList();
        return new Twin(
                view.withPlugins(plugins(equipped)),
                repo,
                equipped,
                Catalog.logging(settings, commands, redaction),
                redaction,
                journal,
                KernelLock.ofTheMachine(),
                Elevation.none("nobody was asked"),
                interruption,
                new Trials(Wiring.TICKER, Probation.UNASKED));
    }

    private static List<Plugin<?, ?, ?>> plugins(List<Equipped<?, ?, ?>> equipped) {
        return equipped.stream().<Plugin<?, ?, ?>>map(Equipped::plugin).toList();
    }

    Circumstances circumstances() {
        return new Circumstances(
                networkTimeout, settings.homeAssistant().configDir().map(HomeAssistantOption::path));
    }
}
