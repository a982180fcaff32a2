package dev.twinsync.cli;

import dev.twinsync.cli.machine.Circumstances;
import dev.twinsync.cli.machine.Machine;
import dev.twinsync.cli.machine.NetworkTimeoutOption;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Backups;
import dev.twinsync.port.KnownContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What tests look at. */
public final class Machines {

    private Machines() {}

    /** This machine, for a twin that keeps everything in that folder. */
    public static Machine.Here here(Path folder) {
        var state = new StateFolder(folder);
        return new Machine.Here(
                new SystemCommandRunner(),
                state.backups(Backups.USUAL_DAYS),
                folder.resolve("device"),
                path -> {
                    throw new IOException("there is no " + path.text());
                },
                Configuration.DEFAULT.files(),
                state,
                new Circumstances(NetworkTimeoutOption.DEFAULT, Optional.empty()),
                KnownContent.NONE);
    }
}
