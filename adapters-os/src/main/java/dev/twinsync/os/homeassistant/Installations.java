package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installation.Contained;
import dev.twinsync.os.homeassistant.Installation.Supervised;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds every Home Assistant of this machine. No program is started where no folder, socket or process hints at one. */
public final class Installations {

    private static final String NONE = "there is no Home Assistant on this machine";
    private static final String SUPERVISOR = "hassio_supervisor";
    private static final String CORE = "homeassistant";
    private static final String TOKEN = "SUPERVISOR_TOKEN";

    private final Machine machine;
    private final Map<String, String> environment;
    private final Self self;
    private final CommandRunner commands;

    /**
     * @param root below which files and processes are looked for: {@code /}
     * @param environment of twin
     * @param self who looks: what nobody but another user answers for is not believed by root
     */
    public Installations(Path root, Map<String, String> environment, Self self, CommandRunner commands) {
        this.machine = new Machine(root);
        this.environment = Map.copyOf(environment);
        this.self = self;
        this.commands = commands;
    }

    public static Installations ofThisMachine(CommandRunner commands) {
        return new Installations(Path.of("/"), System.getenv(), Self.ofThisProcess(), commands);
    }

    /**
     * What was found.
     *
     * @param installations each folder once
     * @param hidden why there may be more, in sentences
     */
    public record Found(List<Installation> installations, List<String> hidden) {
        public Found {
            installations = List.copyOf(installations);
            hidden = List.copyOf(hidden);
        }
    }

    /** The one that is meant. @param chosen its folder, where there are several; it must be among those that are found */
    public Answer<Installation> one(Optional<Path> chosen) {
        return one(find(), chosen);
    }

    /** As {@link #one(Optional)}, among those that were found already. */
    public Answer<Installation> one(Found found, Optional<Path> chosen) {
        var candidates = found.installations().stream()
                .filter(installation -> chosen.map(machine::real)
                        .map(installation.folder()::equals)
                        .orElse(true))
                .toList();
        if (candidates.size() == 1) {
            return new Answer.Given<>(candidates.getFirst());
        }
        return new Answer.None<>(candidates.isEmpty() ? whyNone(found, chosen) : several(candidates));
    }

    private static String whyNone(Found found, Optional<Path> chosen) {
        if (chosen.isPresent() && !found.installations().isEmpty()) {
            return "there is no Home Assistant in " + chosen.get()
                    + ", which home_assistant.config_dir in config.yaml names;" + " there is one in "
                    + inWords(found.installations());
        }
        return found.hidden().isEmpty() ? NONE : String.join("; ", found.hidden());
    }

    private static String several(List<Installation> candidates) {
        return "there are several of Home Assistant on this machine: " + inWords(candidates)
                + "; say which one is meant by home_assistant: {config_dir: FOLDER} in config.yaml";
    }

    private static String inWords(List<Installation> installations) {
        return installations.stream().map(Installation::inWords).collect(Collectors.joining(", "));
    }

    /** All of them. Where two tell of the same folder, the one that knows more of it stands. */
    public Found find() {
        var processes = new Processes(machine);
        var running = processes.ofHomeAssistant();
        var hidden = new ArrayList<String>();
        var found = new LinkedHashMap<Path, Installation>();
        var containers = containers(hidden);
        supervised(containers).forEach(one -> found.putIfAbsent(one.folder(), one));
        contained(containers).forEach(one -> found.putIfAbsent(one.folder(), one));
        new Lonely(machine, self, processes, new Units(machine, commands))
                .find(running, hidden)
                .forEach(one -> found.putIfAbsent(one.folder(), one));
        if (found.isEmpty() && running.stream().anyMatch(HassProcess::isInContainer)) {
            hidden.add("a container of this machine runs Home Assistant, and " + self.name()
                    + " may not ask its engine; run twin as root, or as the owner of the container");
        }
        return new Found(List.copyOf(found.values()), found.isEmpty() ? hidden : List.of());
    }

    private List<Engines.Entry> containers(List<String> hidden) {
        var engines = new Engines(machine, self, commands);
        var all = new ArrayList<Engines.Entry>();
        for (ContainerEngine engine : engines.askable()) {
            switch (engines.containers(engine)) {
                case Answer.Given<List<Engines.Entry>>(var entries) -> all.addAll(entries);
                case Answer.None<List<Engines.Entry>>(var reason) ->
                    hidden.add("whether a container runs Home Assistant is not known: " + reason);
            }
        }
        return all;
    }

    /** Within an app the folder is mounted; on the host it is where the engine says, or where it usually is. */
    private List<Supervised> supervised(List<Engines.Entry> containers) {
        var supervisor = named(containers, SUPERVISOR);
        var core = supervisor.isPresent() ? named(containers, CORE) : Optional.<Engines.Entry>empty();
        var folders = new ArrayList<Path>();
        core.flatMap(Engines.Entry::configuration).map(this::folder).ifPresent(folders::add);
        if (!environment.getOrDefault(TOKEN, "").isEmpty()) {
            machine.configurations("/homeassistant", "/config").limit(1).forEach(folders::add);
        }
        machine.configurations("/mnt/data/supervisor/homeassistant", "/usr/share/hassio/homeassistant")
                .forEach(folders::add);
        return folders.stream()
                .distinct()
                .map(folder -> new Supervised(
                        folder, core.map(Engines.Entry::container), supervisor.map(Engines.Entry::container)))
                .toList();
    }

    private static Optional<Engines.Entry> named(List<Engines.Entry> containers, String name) {
        return containers.stream()
                .filter(entry -> entry.container().name().equals(name))
                .findFirst();
    }

    private List<Contained> contained(List<Engines.Entry> containers) {
        return containers.stream()
                .filter(entry ->
                        entry.isHomeAssistant() && entry.configuration().isPresent())
                .map(entry -> new Contained(folder(entry.configuration().orElseThrow()), entry.container()))
                .toList();
    }

    private Path folder(String absolute) {
        return machine.real(machine.place(absolute));
    }
}
