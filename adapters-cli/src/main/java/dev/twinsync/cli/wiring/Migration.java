package dev.twinsync.cli.wiring;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.flow.migrating.Machine;
import dev.twinsync.flow.migrating.Migrate;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.packages.DebianPackages;
import dev.twinsync.os.services.SystemdServices;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.port.Backups;
import dev.twinsync.port.OldRepository;
import dev.twinsync.port.ScanningGate;
import dev.twinsync.port.TwinRepo;
import java.util.Optional;

/** The machine as a migration looks at it, and what guards the new repository. */
record Migration(TwinRepo repo, Redaction redaction, StateFolder state) {

    Migrate of(OldRepository old) {
        var commands = new SystemCommandRunner();
        var host = new LinuxHost(commands);
        var machine = new Machine(
                id -> host.identity().found().equals(Optional.of(LinuxHost.digest(id))),
                host.facts().found().map(SystemFacts::hostname),
                new DebianPackages(commands),
                new SystemdServices(commands),
                rules -> new MirroredFiles(
                        path -> repo.open(path.text()),
                        state.backups(Backups.USUAL_DAYS),
                        rules,
                        repo.root(),
                        commands));
        var user = new UserName(Self.ofThisProcess().name());
        return new Migrate(old, repo, new ScanningGate(redaction), redaction, machine, user);
    }
}
