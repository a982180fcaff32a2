package dev.twinsync.git.shared;

import java.nio.file.Path;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** SSH in Java, with the keys, the known hosts and the settings in {@code ~/.ssh}. A host that is not known is refused. */
final class SecureShell {

    private SecureShell() {}

    static SshSessionFactory of(Path home) {
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(home.resolve(".ssh").toFile())
                .setConnectorFactory(null) // the agent needs a module that is not published for this version
                .build(null);
    }
}
