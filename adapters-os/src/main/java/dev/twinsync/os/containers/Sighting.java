package dev.twinsync.os.containers;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.os.Facts;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One look at the containers of an engine. */
final class Sighting {

    /** Docker 17.06; older ones leave out what twin reads. */
    private static final int OLDEST_MINOR = 30;

    private final Engine engine;
    private final ContainerEngine kind;
    private final Map<String, Optional<Facts>> images = new HashMap<>();

    /** @param kind of engine, for each tells something else */
    Sighting(Engine engine, ContainerEngine kind) {
        this.engine = engine;
        this.kind = kind;
    }

    Seen<LiveContainer> look(Scope scope) throws NoAnswer {
        checkVersion();
        return switch (scope) {
            case Scope.Some some -> seen(named(some.keys()));
            case Scope.Everything(var declared) -> seen(all(declared));
        };
    }

    private void checkVersion() throws NoAnswer {
        var version = engine.api().get("version").orElseThrow(() -> new NoAnswer("the engine does not say what it is"));
        var text = version.at("ApiVersion").text();
        if (text.matches("1\\.[0-9]{1,4}") && Integer.parseInt(text.substring(2)) < OLDEST_MINOR) {
            throw new NoAnswer("the engine speaks version " + text + " of its interface, and twin needs 1."
                    + OLDEST_MINOR + "; a newer one is needed");
        }
    }

    private List<Container> named(Set<String> keys) throws NoAnswer {
        var containers = new ArrayList<Container>();
        for (String key : keys) {
            engine.byName(new ContainerName(key)).ifPresent(containers::add);
        }
        return containers;
    }

    /** What goes away by itself is left out, unless somebody asks about it. */
    private List<Container> all(Set<String> declared) throws NoAnswer {
        var containers = new ArrayList<Container>();
        for (String id : engine.ids()) {
            engine.byId(id)
                    .filter(container -> !container.isThrownAway() || declared.contains(container.name()))
                    .ifPresent(containers::add);
        }
        return containers;
    }

    private Seen<LiveContainer> seen(List<Container> containers) throws NoAnswer {
        var live = new ArrayList<LiveContainer>();
        var gaps = new ArrayList<Gap>();
        for (Container container : containers) {
            var image = image(container.imageId());
            if (isHalfReplaced(container)) {
                gaps.add(new Gap(container.name(), halfReplaced(container.name())));
            } else if (image.isEmpty()) {
                gaps.add(new Gap(
                        container.name(),
                        "its image is gone from this machine, so nobody knows what is its own; pull it again"));
            } else {
                describe(new Portrait(container, image.get(), host(container)), live, gaps);
            }
        }
        return new Seen<>(live, gaps);
    }

    /** What was before it is still there: whether it came up, nobody saw. */
    private boolean isHalfReplaced(Container container) throws NoAnswer {
        var before = container.label(Container.REPLACES);
        return before.isPresent() && engine.byId(before.get().split(" ")[0]).isPresent();
    }

    private static String halfReplaced(String name) {
        var old = Names.old(new ContainerName(name));
        return "what it was to take the place of is still there, as " + old
                + ", so its replacement did not come to an end; where " + name + " works, remove " + old
                + ", else remove " + name + " and call " + old + " by that name again";
    }

    private Optional<String> host(Container lodger) throws NoAnswer {
        var id = lodger.lodging();
        return id.isEmpty() ? id : engine.byId(id.get()).map(Container::name);
    }

    private void describe(Portrait portrait, List<LiveContainer> live, List<Gap> gaps) {
        try {
            live.add(portrait.live(kind));
        } catch (IllegalArgumentException odd) {
            gaps.add(new Gap(portrait.container().name(), odd.getMessage()));
        }
    }

    private Optional<Facts> image(String id) throws NoAnswer {
        var known = images.get(id);
        if (known == null) {
            known = engine.image(id);
            images.put(id, known);
        }
        return known;
    }
}
