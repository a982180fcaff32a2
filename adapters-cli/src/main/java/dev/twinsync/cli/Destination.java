package dev.twinsync.cli;

import dev.twinsync.flow.Configuration;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.os.worker.Reception;
import dev.twinsync.os.worker.SecureShell;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.WishedContent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The machine that a command is about, and the way there where it is not this one. */
final class Destination implements Closeable {

    private final Optional<HostAddress> address;
    private Optional<OtherHost> host = Optional.empty();

    /** @param address of another machine; empty: this one */
    Destination(Optional<HostAddress> address) {
        this.address = address;
    }

    Optional<HostAddress> address() {
        return address;
    }

    /** The other machine, once it was visited; empty: this one. */
    Optional<OtherHost> host() {
        return host;
    }

    /**
     * Goes there, if it is another machine and nobody went there yet.
     *
     * @param content what wished files hold
     * @param whereabouts where it is noted that the repository is that of another machine
     */
    void visit(Configuration settings, Duration networkTimeout, WishedContent content, Whereabouts whereabouts)
            throws IOException {
        if (address.isPresent() && host.isEmpty()) {
            var order = new Reception.Order(
                    settings.files(), networkTimeout, settings.homeAssistant().configDir());
            var shell = SecureShell.to(address.get(), RepoCommand.isTerminal());
            host = Optional.of(OtherHost.visit(shell, order, content));
            if (!isThisMachine(host.get())) {
                whereabouts.note(address.get());
            }
        }
    }

    /** The programs of plugins of other people there. @param home of the user here */
    ForeignPrograms programs(Path home) {
        return host.map(there -> ForeignPrograms.of(home, there, address.orElseThrow()))
                .orElseGet(() -> ForeignPrograms.of(home));
    }

    /** What was only reached in another way is not elsewhere. */
    private static boolean isThisMachine(OtherHost found) {
        var here = new LinuxHost(new SystemCommandRunner()).identity().found();
        return here.isPresent() && found.facts().identity().found().equals(here);
    }

    /** Leaves it. */
    @Override
    public void close() {
        host.ifPresent(OtherHost::close);
        host = Optional.empty();
    }
}
