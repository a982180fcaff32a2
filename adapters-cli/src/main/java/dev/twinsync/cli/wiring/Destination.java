package dev.twinsync.cli.wiring;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.flow.configuration.Configuration;
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
import java.util.function.Function;

/** The machine that a command is about, and the way there where it is not this one. */
final class Destination implements Closeable {

    private final Optional<HostAddress> address;
    private final Function<HostAddress, SecureShell> ways;
    private Optional<OtherHost> host = Optional.empty();

    /** @param address of another machine; empty: this one */
    Destination(Optional<HostAddress> address) {
        this(address, machine -> SecureShell.to(machine, Console.isTerminal()));
    }

    /** @param ways how machines are reached */
    Destination(Optional<HostAddress> address, Function<HostAddress, SecureShell> ways) {
        this.address = address;
        this.ways = ways;
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
     * @param whereabouts where it is noted which machine the repository is of
     * @throws OfAnotherMachine where it is not of that one
     */
    void visit(Configuration settings, Duration networkTimeout, WishedContent content, Whereabouts whereabouts)
            throws IOException {
        if (address.isPresent() && host.isEmpty()) {
            var order = new Reception.Order(
                    settings.files(), networkTimeout, settings.homeAssistant().configDir(), settings.backupDays());
            var found = OtherHost.visit(ways.apply(address.get()), order, content);
            try {
                whereabouts.noteVisited(address.get(), found.facts().identity().found());
            } catch (IOException refused) {
                found.close();
                throw refused;
            }
            host = Optional.of(found);
        }
    }

    /** The programs of plugins of other people there. @param home of the user here */
    ForeignPrograms programs(Path home) {
        return host.map(there -> ForeignPrograms.of(home, there, address.orElseThrow()))
                .orElseGet(() -> ForeignPrograms.of(home));
    }

    /** Leaves it. */
    @Override
    public void close() {
        host.ifPresent(OtherHost::close);
        host = Optional.empty();
    }
}
