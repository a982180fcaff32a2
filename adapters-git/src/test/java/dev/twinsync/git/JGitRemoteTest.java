package dev.twinsync.git;

import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteContract;
import java.nio.file.Path;
import java.util.Optional;

class JGitRemoteTest extends RemoteContract {

    @Override
    protected Remote remote(Path root, Path home, Optional<String> token) {
        return new JGitRemote(root, home, () -> token);
    }
}
