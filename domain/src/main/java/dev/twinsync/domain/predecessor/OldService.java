package dev.twinsync.domain.predecessor;

import dev.twinsync.domain.services.UnitFileState;
import java.util.Optional;

/**
 * A unit as the predecessor listed it.
 *
 * @param name as it stands there, which may be anything
 * @param state what systemd said of its file; empty where the predecessor kept only whether that was {@code enabled}
 * @param enabled whether it is to start at boot; empty where nothing is said of that
 * @param running whether it is to run; empty where what it says is neither
 * @param line of the file it stands in
 */
public record OldService(
        String name, Optional<UnitFileState> state, Optional<Boolean> enabled, Optional<Boolean> running, long line) {}
