package dev.twinsync.cli.machine;

import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.port.MachineLock;
import java.nio.file.Path;
import java.util.Optional;

/** What keeps the twins of this machine from working at once. The root side does not ask here: nobody tells it of another lock. */
public final class OneAtATime {

    /** Names the file that is locked by a twin which is no twin at work, but loads what one needs. */
    public static final String PROPERTY = "twin.lock";

    private OneAtATime() {}

    public static MachineLock ofThisProcess() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .<MachineLock>map(named -> new KernelLock(Path.of(named)))
                .orElseGet(KernelLock::ofTheMachine);
    }
}
