package dev.twinsync.os.remotes;

import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.GitProgram;
import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class SystemGitTest extends RemoteContract {

    @Override
    protected Remote remote(Path root, Path home, Optional<String> token) {
        var environment = token.map(text -> Map.of("TWIN_GIT_TOKEN", text)).orElse(Map.of());
        return new SystemGit(
                root.resolve(".git"),
                folder.resolve("scratch"),
                new SystemCommandRunner(),
                new GitWorld(environment, home, false),
                new GitToken(environment, home, Self.ofThisProcess().uid(), folder),
                () -> Optional.of(new GitProgram(root).run("rev-parse", "HEAD")));
    }
}
