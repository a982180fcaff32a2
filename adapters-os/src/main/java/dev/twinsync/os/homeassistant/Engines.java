package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import dev.twinsync.os.Self;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The container engines of the machine that may be asked; none is where nothing hints at it. */
record Engines(Machine machine, Self self, CommandRunner commands) {

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    private static final String FORMAT =
            "{\"id\":{{json .ID}},\"name\":{{json .Name}},\"image\":{{json .Config.Image}},"
                    + "\"mounts\":{{json .Mounts}},\"running\":{{json .State.Running}},\"started\":{{json .State.StartedAt}}}";

    /**
     * What an engine says of one container.
     *
     * @param image as it was asked for: {@code hub.example/home-assistant/home-assistant:stable}
     * @param configuration what it has as {@code /config}, as a path of the machine
     */
    record Entry(FoundContainer container, String image, Optional<String> configuration) {

        boolean isHomeAssistant() {
            var bare = image.replaceFirst("@.*$", "");
            var name = bare.substring(bare.lastIndexOf('/') + 1).replaceFirst(":.*$", "");
            return name.endsWith("home-assistant") || name.endsWith("homeassistant");
        }
    }

    /** Those that this user may ask. */
    List<ContainerEngine> askable() {
        return Stream.of(ContainerEngine.values()).filter(this::isAskable).toList();
    }

    private boolean isAskable(ContainerEngine engine) {
        return switch (engine) {
            case DOCKER ->
                Stream.of("/run/docker.sock", "/var/run/docker.sock")
                        .map(machine::place)
                        .anyMatch(Files::isWritable);
            case PODMAN ->
                storage()
                        .filter(folder ->
                                Files.exists(folder.resolve("libpod")) || Files.exists(folder.resolve("db.sql")))
                        .isPresent();
        };
    }

    /** Root's containers are the machine's, everybody else has their own. */
    private Optional<Path> storage() {
        return self.isRoot()
                ? Optional.of(machine.place("/var/lib/containers/storage"))
                : machine.home(machine.account(self.uid()))
                        .map(home -> home.resolve(".local/share/containers/storage"));
    }

    /** All containers of one engine. One may vanish between the list and the look at it. */
    Answer<List<Entry>> containers(ContainerEngine engine) {
        Answer<List<Entry>> answer = new Answer.None<>(engine.word() + " was not asked");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            answer = ids(engine).then(ids -> ids.isEmpty() ? new Answer.Given<>(List.of()) : inspect(engine, ids));
            if (answer instanceof Answer.Given) {
                return answer;
            }
        }
        return answer;
    }

    private Answer<List<String>> ids(ContainerEngine engine) {
        return ask(engine, List.of("ps", "--all", "--no-trunc", "--format", "{{.ID}}"))
                .map(text ->
                        text.lines().filter(id -> id.matches("[0-9a-f]{64}")).toList());
    }

    private Answer<List<Entry>> inspect(ContainerEngine engine, List<String> ids) {
        var arguments = new ArrayList<>(List.of("inspect", "--type", "container", "--format", FORMAT, "--"));
        arguments.addAll(ids);
        return ask(engine, arguments)
                .map(text -> text.lines()
                        .flatMap(line -> JsonReader.read(line) instanceof Reading.Value<Tree>(var tree)
                                ? Stream.of(entry(engine, new Facts(tree)))
                                : Stream.empty())
                        .toList());
    }

    private Answer<String> ask(ContainerEngine engine, List<String> arguments) {
        var result = commands.run(Command.of(engine.word(), arguments)
                .withEnvironment(environment(engine))
                .withLimit(LOOK));
        return result instanceof Result.Ended ended && ended.exit() == 0
                ? new Answer.Given<>(ended.text())
                : new Answer.None<>(result.inWords(engine.word()));
    }

    /** Where podman finds the containers of a user. */
    Map<String, String> environment(ContainerEngine engine) {
        return engine == ContainerEngine.DOCKER || self.isRoot()
                ? Map.of()
                : machine.home(machine.account(self.uid()))
                        .map(home -> Map.of("HOME", home.toString(), "XDG_RUNTIME_DIR", "/run/user/" + self.uid()))
                        .orElse(Map.of());
    }

    private static Entry entry(ContainerEngine engine, Facts facts) {
        var configuration = facts.at("mounts").items().stream()
                .filter(mount -> mount.at("Destination").text().equals("/config"))
                .map(mount -> mount.at("Source").text())
                .filter(source -> source.startsWith("/"))
                .findFirst();
        var container = new FoundContainer(
                engine,
                facts.at("id").text(),
                facts.at("name").text().replaceFirst("^/", ""),
                facts.at("running").truth(),
                time(facts.at("started").text()));
        return new Entry(container, facts.at("image").text(), configuration);
    }

    /** Docker calls the first year what never was. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replaceFirst(" ([+-]\\d{2})(\\d{2}) .*$", "$1:$2")
                                    .replace(' ', 'T'))
                            .toInstant())
                    .filter(time -> time.isAfter(Instant.EPOCH));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
