package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerAction.Update;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.Device;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.port.Forecast;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What cannot be done to containers as things are, told before anything is tried.
 *
 * @param all containers of the engine
 * @param networks of the engine, by name; none where nobody asks for one
 */
record Foresight(List<Container> all, Set<String> networks) {

    static Foresight of(Engine engine, List<ContainerAction> actions) throws NoAnswer {
        var all = new ArrayList<Container>();
        for (String id : engine.ids()) {
            engine.byId(id).ifPresent(all::add);
        }
        boolean asks = actions.stream().anyMatch(action -> network(action).isPresent());
        return new Foresight(List.copyOf(all), asks ? engine.networks() : Set.of());
    }

    /** That somebody must have made. */
    private static Optional<NetworkMode> network(ContainerAction action) {
        return switch (action) {
            case Create(var _, var spec, var _) -> network(spec);
            case Replace(var _, var spec, var _) -> network(spec);
            case Update _, Start _, Stop _, Remove _ -> Optional.empty();
        };
    }

    private static Optional<NetworkMode> network(ContainerSpec spec) {
        return spec.isolation().networkMode().filter(NetworkMode::isMade);
    }

    Map<String, Forecast> of(List<ContainerAction> actions) {
        var going = actions.stream()
                .filter(Remove.class::isInstance)
                .map(ContainerAction::key)
                .toList();
        var coming = actions.stream()
                .filter(Create.class::isInstance)
                .map(ContainerAction::key)
                .toList();
        var forecasts = new TreeMap<String, Forecast>();
        for (ContainerAction action : actions) {
            forecast(action, going, coming).ifPresent(forecast -> forecasts.put(action.key(), forecast));
        }
        return forecasts;
    }

    private Optional<Forecast> forecast(ContainerAction action, List<String> going, List<String> coming) {
        return switch (action) {
            case Create(var _, var spec, var _) ->
                impossible(Stream.of(withoutNetwork(spec), withoutHost(spec, going, coming)))
                        .or(() -> missing(spec));
            case Replace(var name, var spec, var _) ->
                impossible(Stream.of(
                                inTheWay(Names.old(name)),
                                cutOff(name).filter(_ -> staysInNetwork(spec)),
                                shared(name, going),
                                withoutNetwork(spec),
                                withoutHost(spec, going, coming)))
                        .or(() -> missing(spec));
            case Remove(var name) -> impossible(Stream.of(inTheWay(Names.gone(name)), shared(name, going)));
            case Start(var name) -> impossible(Stream.of(cutOff(name)));
            case Update _, Stop _ -> Optional.empty();
        };
    }

    private static Optional<Forecast> impossible(Stream<Optional<String>> reasons) {
        return reasons.flatMap(Optional::stream).findFirst().map(Forecast.Impossible::new);
    }

    private Optional<Container> named(ContainerName name) {
        return all.stream()
                .filter(container -> container.name().equals(name.text()))
                .findFirst();
    }

    private Optional<String> inTheWay(ContainerName name) {
        return named(name).map(_ -> Names.inTheWay(name));
    }

    /** It was made in the network of another one, which it is tied to by the id. */
    private Optional<String> cutOff(ContainerName name) {
        return named(name)
                .flatMap(Container::lodging)
                .filter(host ->
                        all.stream().noneMatch(container -> container.id().equals(host)))
                .map(host -> "it was made in the network of another container, which is gone ("
                        + Container.shortened(host) + "), and no engine starts it again; remove it and make it anew");
    }

    private Optional<String> shared(ContainerName name, List<String> going) {
        return named(name)
                .flatMap(host -> all.stream()
                        .filter(guest -> guest.lodging().equals(Optional.of(host.id())))
                        .map(Container::name)
                        .filter(guest -> !going.contains(guest))
                        .findFirst())
                .map(guest -> guest + " lives in its network and could never be started again; remove " + guest
                        + " first, and make it anew afterwards");
    }

    private Optional<String> withoutNetwork(ContainerSpec spec) {
        return network(spec)
                .filter(mode -> !networks.contains(mode.text()))
                .map(mode ->
                        "its engine has no network " + mode + ", and twin makes none; make it with network create");
    }

    private static boolean staysInNetwork(ContainerSpec spec) {
        return spec.isolation().networkMode().isEmpty();
    }

    private Optional<String> withoutHost(ContainerSpec spec, List<String> going, List<String> coming) {
        return spec.isolation()
                .lodging()
                .filter(host -> going.contains(host)
                        || !coming.contains(host)
                                && all.stream().map(Container::name).noneMatch(host::equals))
                .map(host -> "there will be no container " + host + " in whose network it could live");
    }

    /** Something that comes before it may bring it. */
    private static Optional<Forecast> missing(ContainerSpec spec) {
        return Stream.concat(missingFiles(spec), missingDevices(spec))
                .findFirst()
                .map(Forecast.Unknown::new);
    }

    /** What is in it is read only when the container is made. */
    private static Stream<String> missingFiles(ContainerSpec spec) {
        return spec.environment().orElse(Map.of()).values().stream()
                .filter(FromFile.class::isInstance)
                .map(wish -> ((FromFile) wish).path())
                .filter(path -> Files.notExists(Path.of(path), LinkOption.NOFOLLOW_LINKS))
                .map(path -> "file " + path + " for a secret");
    }

    private static Stream<String> missingDevices(ContainerSpec spec) {
        return spec.isolation().devices().orElse(List.of()).stream()
                .map(Device::host)
                .filter(path -> Files.notExists(Path.of(path)))
                .map(path -> "device " + path);
    }
}
