package dev.twinsync.cli.wiring;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.catalog.Equipment;
import dev.twinsync.cli.catalog.LogPlugins;
import dev.twinsync.cli.machine.Circumstances;
import dev.twinsync.cli.machine.HomeAssistantOption;
import dev.twinsync.cli.machine.Machine;
import dev.twinsync.cli.machine.OneAtATime;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.domain.Digest;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.twin.Trials;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.View;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.os.journal.FileJournal;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.os.worker.SudoElevation;
import dev.twinsync.os.worker.Supplies;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Journal;
import dev.twinsync.port.OwnerNote;
import dev.twinsync.port.Probation;
import dev.twinsync.port.TwinRepo;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a machine and its repository together, as a configuration wants them.
 *
 * @param host the machine; empty: this one
 */
record Assembly(
        TwinRepo repo,
        Configuration settings,
        PluginList plugins,
        ForeignPrograms programs,
        StateFolder state,
        Surroundings around,
        Optional<OtherHost> host) {

    /** @param sharing what holds back what came by a pull */
    Twin twin(Sharing sharing) throws IOException {
        var commands = new SystemCommandRunner(around.interruption()::isHeeded);
        var machine = host.map(OtherHost::facts).orElseGet(() -> new LinuxHost(commands));
        var identity = machine.identity().found();
        var journal = journal(identity);
        var redaction = Secrecy.redaction(settings);
        var kept = state.backups(settings.backupDays());
        var own = new Equipment(repo, settings, redaction, site(commands, kept)).all();
        var free = new ArrayList<>(own);
        free.removeIf(one -> settings.disabled().contains(one.plugin().name()));
        free.addAll(new ForeignEquipment(plugins, programs, redaction, repo.root(), host).inUse());
        var view = new View(
                repo,
                plugins(free),
                Catalog.off(own, free, plugins),
                journal,
                Catalog.facts(settings, machine),
                identity,
                InstantSource.system(),
                around.narration(),
                settings.ignored());
        var restraint = sharing.restraint(view, plugins);
        var equipped = free.stream().<Equipped<?, ?, ?>>map(restraint::on).toList();
        return new Twin(
                view.withPlugins(plugins(equipped)),
                repo,
                equipped,
                host.map(there -> LogPlugins.logging(settings, there))
                        .orElseGet(() -> LogPlugins.logging(settings, commands, redaction)),
                redaction,
                journal,
                host.map(OtherHost::lock).orElseGet(OneAtATime::ofThisProcess),
                Elevation.none("nobody was asked"),
                around.interruption(),
                new Trials(Wiring.TICKER, Probation.UNASKED),
                ownerNote());
    }

    private OwnerNote ownerNote() throws IOException {
        return host.isPresent() ? OwnerNote.NONE : Whereabouts.of(state, repo)::noteThisMachine;
    }

    private Machine site(CommandRunner commands, KeptContent kept) {
        return host.<Machine>map(Machine.There::new)
                .orElseGet(() -> new Machine.Here(
                        commands,
                        kept,
                        repo.root(),
                        content(repo),
                        settings.files(),
                        state,
                        circumstances(),
                        around.known().machine()));
    }

    static WishedContent content(TwinRepo repo) {
        return path -> repo.open(path.text());
    }

    /** Kept here also for another machine: what was about to be done there must be known when nobody hears it any more. */
    private Journal journal(Optional<Digest> identity) throws IOException {
        return host.isPresent()
                ? host.get().whileHeard(new FileJournal(state.runsOf(repo.root(), identity)))
                : new FileJournal(state.runs(repo.root()));
    }

    /** The way to do what needs root, on whichever machine it is. */
    Elevation sudo() throws IOException {
        var arguments = circumstances().toRootSide();
        var supplies = new Supplies(content(repo), programs.forRoot(plugins), settings.backupDays());
        return host.isPresent()
                ? host.get().elevation(arguments, supplies)
                : SudoElevation.ofThisProcess(repo.root(), arguments, supplies);
    }

    private static List<Plugin<?, ?, ?>> plugins(List<Equipped<?, ?, ?>> equipped) {
        return equipped.stream().<Plugin<?, ?, ?>>map(Equipped::plugin).toList();
    }

    private Circumstances circumstances() {
        return new Circumstances(
                around.networkTimeout(), settings.homeAssistant().configDir().map(HomeAssistantOption::path));
    }
}
