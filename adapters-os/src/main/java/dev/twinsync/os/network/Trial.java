package dev.twinsync.os.network;

import dev.twinsync.os.network.Checkpoints.Checkpoint;
import java.util.List;

/**
 * What is on probation.
 *
 * @param rewritings all that was changed: NetworkManager's checkpoint brings back only what a device was connected by
 * @param connected the devices that were, by name
 */
record Trial(Checkpoint checkpoint, List<Rewriting> rewritings, List<String> connected) {}
