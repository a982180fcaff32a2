package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.ImageName;
import dev.twinsync.domain.containers.RestartPolicy;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What twin asks of an engine. A container is called by its id once it was found: a name could be the beginning of an id. */
record Engine(Api api) {

    private static final int LOG_LINES = 10;
    private static final int LOG_BYTES = 64 * 1024;

    /** The ids of all containers. */
    List<String> ids() throws NoAnswer {
        var ids = new ArrayList<String>();
        var list = api.get("containers/json?all=1").orElseThrow(() -> new NoAnswer("the engine knows no containers"));
        for (Facts container : list.items()) {
            ids.add(container.at("Id").text());
        }
        return ids;
    }

    Optional<Container> byId(String id) throws NoAnswer {
        var found = api.get("containers/" + id + "/json").map(Container::new);
        return found.filter(Container::isOfPodmanWithHome).isPresent()
                ? Optional.of(found.get().madeBy(commandThatMade(id)))
                : found;
    }

    /** Only Podman's own interface tells it. */
    private List<String> commandThatMade(String id) throws NoAnswer {
        return api.get("v4.0.0/libpod/containers/" + id + "/json")
                .map(facts -> facts.at("Config", "CreateCommand").texts())
                .orElse(List.of());
    }

    Optional<Container> byName(ContainerName name) throws NoAnswer {
        return byId(name.text()).filter(container -> container.name().equals(name.text()));
    }

    Optional<Facts> image(String reference) throws NoAnswer {
        return api.get("images/" + reference + "/json");
    }

    boolean hasImage(ImageName image) throws NoAnswer {
        return image(image.text()).isPresent();
    }

    /** The new container's id. */
    String create(ContainerName name, Tree body) throws NoAnswer {
        return api.post("containers/create?name=" + name, body).at("Id").text();
    }

    void connect(String network, String id, Tree endpoint) throws NoAnswer {
        var body =
                Tree.map().put("Container", id).put("EndpointConfig", endpoint).build();
        api.post("networks/" + network + "/connect", body);
    }

    /** Their names. */
    Set<String> networks() throws NoAnswer {
        var networks = new TreeSet<String>();
        api.get("networks")
                .ifPresent(list -> list.items()
                        .forEach(network -> networks.add(network.at("Name").text())));
        return networks;
    }

    void start(String id) throws NoAnswer {
        api.post("containers/" + id + "/start");
    }

    /** As the container itself wants it: its signal, its time. */
    void stop(String id) throws NoAnswer {
        api.post("containers/" + id + "/stop");
    }

    void rename(String id, ContainerName name) throws NoAnswer {
        api.post("containers/" + id + "/rename?name=" + name);
    }

    /** Its volumes stay, those without a name too. */
    void remove(String id) throws NoAnswer {
        api.delete("containers/" + id + "?v=false");
    }

    void update(String id, RestartPolicy restart) throws NoAnswer {
        api.post(
                "containers/" + id + "/update",
                Tree.map().put("RestartPolicy", restart(restart)).build());
    }

    static Tree restart(RestartPolicy restart) {
        return Tree.map()
                .put("Name", restart.name())
                .put("MaximumRetryCount", Tree.literal(restart.times()))
                .build();
    }

    /** The last lines that it wrote; nothing where the engine does not keep them. */
    String log(Container container) {
        try {
            var bytes =
                    api.read("containers/" + container.id() + "/logs?stdout=1&stderr=1&tail=" + LOG_LINES, LOG_BYTES);
            return LogFrames.text(bytes, container.hasTerminal());
        } catch (NoAnswer notKept) {
            return "";
        }
    }
}
