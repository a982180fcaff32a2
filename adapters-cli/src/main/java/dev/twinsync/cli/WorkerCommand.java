package dev.twinsync.cli;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.catalog.GuestReception;
import dev.twinsync.cli.command.LockTimeoutOption;
import dev.twinsync.cli.machine.BothLocks;
import dev.twinsync.cli.machine.Circumstances;
import dev.twinsync.cli.machine.HomeAssistantOption;
import dev.twinsync.cli.machine.NetworkTimeoutOption;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.os.worker.Handover;
import dev.twinsync.os.worker.NamedPrograms;
import dev.twinsync.os.worker.RootPrograms;
import dev.twinsync.os.worker.WorkerServer;
import dev.twinsync.port.Backups;
import dev.twinsync.port.MachineLock;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The root side, which twin starts by itself. It reads requests and nothing else: no environment, no repository, no
 * configuration. Only its answers reach standard output. With {@code --guest} it serves the twin of another machine, as
 * whoever was logged in for it.
 */
@Command(name = "worker", hidden = true, description = "Do as root what twin asks for; twin starts this by itself.")
final class WorkerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LockTimeoutOption lockTimeout;

    @Mixin
    private NetworkTimeoutOption networkTimeout;

    @Mixin
    private HomeAssistantOption homeAssistant;

    @Option(names = "--guest")
    private boolean guest;

    @Override
    public Integer call() throws IOException {
        var answers = new FileOutputStream(FileDescriptor.out);
        if (guest) {
            System.setOut(System.err);
            return serveGuest(System.in, answers, lockOfGuest(), StateFolder.ofThisProcess())
                    .code();
        }
        if (!Self.ofThisProcess().isRoot()) {
            var err = spec.commandLine().getErr();
            new Console(spec.commandLine().getOut(), err, new Progress(err, false, false))
                    .complain("this is what twin starts by itself to do what needs root; run: twin apply");
            return Exit.REFUSED.code();
        }
        var lock = KernelLock.ofTheRootSide().take(lockTimeout.duration());
        System.setOut(System.err);
        var circumstances = new Circumstances(networkTimeout.duration(), homeAssistant.chosen());
        return serve(System.in, answers, lock, StateFolder.OF_ROOT, circumstances)
                .code();
    }

    /** A root side of a twin that is gone may still be at work, and root is not to come in between. */
    private static MachineLock lockOfGuest() {
        return Self.ofThisProcess().isRoot()
                ? new BothLocks(KernelLock.ofTheMachine(), KernelLock.ofTheRootSide())
                : KernelLock.ofTheMachine();
    }

    /** For the twin of another machine, as whoever was logged in for it: each such twin has a process of its own. */
    static Exit serveGuest(InputStream requests, OutputStream answers, MachineLock lock, StateFolder folder)
            throws IOException {
        var commands = new SystemCommandRunner();
        var user = Self.ofThisProcess().name();
        var reception = new GuestReception(
                user,
                new LinuxHost(commands),
                lock,
                commands,
                folder,
                TwinHome.ofThisProcess().home());
        try (var content = Handover.ofThisProcess(folder.visits(), Handover.MOST_BYTES)) {
            serve(WorkerServer.forGuest(Version.number(), reception, kept(folder), content), requests, answers, folder);
        }
        return Exit.OK;
    }

    /** @param lock whether no other root side is at work
     * @param folder where root keeps what is no business of any repository */
    static Exit serve(
            InputStream requests,
            OutputStream answers,
            MachineLock.Answer lock,
            StateFolder folder,
            Circumstances circumstances)
            throws IOException {
        return switch (lock) {
            case MachineLock.Answer.Busy(var holder) -> {
                WorkerServer.turnAway(answers, holder);
                yield Exit.REFUSED;
            }
            case MachineLock.Answer.Taken(var held) -> serve(requests, answers, held, folder, circumstances);
        };
    }

    private static Exit serve(
            InputStream requests, OutputStream answers, Closeable lock, StateFolder folder, Circumstances circumstances)
            throws IOException {
        try (lock;
                var content = new Handover(folder.handover(), Handover.MOST_BYTES)) {
            var plugins = new RootPrograms(
                    Catalog.onRootSide(new SystemCommandRunner(), folder, circumstances),
                    new NamedPrograms(PluginFolders.ofRootSide(), Self.ofThisProcess()));
            serve(new WorkerServer(Version.number(), plugins, kept(folder), content), requests, answers, folder);
        }
        return Exit.OK;
    }

    private static void serve(WorkerServer server, InputStream requests, OutputStream answers, StateFolder folder)
            throws IOException {
        folder.forgetBackups(server.serve(requests, answers));
    }

    /** To be read: for how long something is to be kept, whoever is served has yet to say. */
    private static Backups kept(StateFolder folder) {
        return folder.backups(Backups.USUAL_DAYS);
    }
}
