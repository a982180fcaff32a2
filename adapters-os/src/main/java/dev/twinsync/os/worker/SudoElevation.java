package dev.twinsync.os.worker;

import dev.twinsync.os.Dialogue;
import dev.twinsync.os.Self;
import dev.twinsync.port.Elevation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the root side by sudo, or by doas where there is no sudo; both ask for the password on the terminal by themselves. Nothing of
 * the environment gets through, and neither an interrupt nor a lost terminal reaches it: it ends when it is told nothing any more.
 */
public final class SudoElevation implements Elevation {

    private static final List<String> CLEARED =
            List.of("-i", "--ignore-signal=INT,HUP,QUIT", "LC_ALL=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin");

    private final List<String> worker;
    private final Self self;
    private final Path repository;
    private final Supplies supplies;
    private final WayToRoot way = WayToRoot.here();

    /**
     * @param worker the command that is the root side, by absolute path, with its arguments
     * @param self who twin runs as: root needs no sudo
     * @param repository the twin's own repository, in which the root side changes nothing
     */
    SudoElevation(List<String> worker, Self self, Path repository, Supplies supplies) {
        this.worker = List.copyOf(worker);
        this.self = self;
        this.repository = repository.toAbsolutePath().normalize();
        this.supplies = supplies;
    }

    /**
     * With the same Java and the same jar as this twin.
     *
     * @param arguments of the root side, besides its name
     */
    public static Elevation ofThisProcess(Path repository, List<String> arguments, Supplies supplies) {
        return SameTwin.ofThisProcess()
                .map(twin -> Stream.of(twin.command(), List.of("worker"), arguments)
                        .flatMap(List::stream)
                        .toList())
                .<Elevation>map(worker -> new SudoElevation(worker, Self.ofThisProcess(), repository, supplies))
                .orElseGet(() -> Elevation.none("this twin does not run from its jar, so it cannot start a second one"
                        + " as root; start it with the script twin, or leave out what needs root, with --only"));
    }

    @Override
    public Answer ask(Duration patience) {
        try {
            return new Admission(repository.toString(), supplies, this::denied)
                    .of(new Conversation(Partner.of(start(patience))));
        } catch (IOException cannot) {
            return denied(cannot.getMessage());
        }
    }

    private Dialogue start(Duration patience) throws IOException {
        var cleared = Stream.of(CLEARED, worker, waiting(patience))
                .flatMap(List::stream)
                .toList();
        if (self.isRoot()) {
            return Dialogue.start("env", cleared);
        }
        var arguments = new ArrayList<>(List.of("--", "/usr/bin/env"));
        arguments.addAll(cleared);
        return Dialogue.start(way.program(), arguments);
    }

    private static List<String> waiting(Duration patience) {
        return patience.isZero() ? List.of() : List.of("--lock-timeout", String.valueOf(patience.toSeconds()));
    }

    private Answer denied(String reason) {
        return new Answer.Denied(self.isRoot() ? reason : way.denied(reason, self.name()));
    }
}
