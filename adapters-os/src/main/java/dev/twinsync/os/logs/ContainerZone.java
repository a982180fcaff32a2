package dev.twinsync.os.logs;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** In which zone a container writes its times: what its variable says, or the file that it has of the machine, or none. */
final class ContainerZone {

    private static final String FORMAT = "{\"env\":{{json .Config.Env}},\"mounts\":{{json .Mounts}}}";
    private static final String VARIABLE = "TZ=";
    private static final String FILE = "/etc/localtime";

    private ContainerZone() {}

    /** Empty: its engine does not tell. */
    static Optional<ZoneId> of(EngineLog engine) {
        return engine.ask(FORMAT)
                .flatMap(text -> JsonReader.read(text) instanceof Reading.Value<Tree>(var tree)
                        ? Optional.of(of(new Facts(tree)))
                        : Optional.empty());
    }

    private static ZoneId of(Facts container) {
        return variable(container).or(() -> file(container)).orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> variable(Facts container) {
        return container.at("env").texts().stream()
                .filter(line -> line.startsWith(VARIABLE))
                .map(line -> line.substring(VARIABLE.length()))
                .flatMap(name -> zone(name).stream())
                .findFirst();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> file(Facts container) {
        return container.at("mounts").items().stream()
                .filter(mount -> mount.at("Destination").text().equals(FILE))
                .map(mount -> MachineTime.zone(Path.of(mount.at("Source").text())))
                .findFirst();
    }
}
