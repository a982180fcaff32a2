package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The networks that a container is tied to, as the one before it was. An engine makes a container in one network; with the others it is
 * connected afterwards.
 *
 * @param chosen that it is to be made in now, if that is another one
 */
record Ties(Container before, Optional<NetworkMode> chosen) {

    /** The engine's own networks, which it finds by itself where it is told of no other. */
    private static final List<String> OF_ENGINE = List.of("bridge", "podman", "default");

    /** No networks, but words for how to do without one. */
    private static final List<String> WORDS = List.of(NetworkMode.HOST.text(), NetworkMode.NONE.text());

    /** Without root Podman has no network, but does as if. */
    private static final List<String> WITHOUT_ROOT = List.of("", "slirp4netns", "pasta");

    /** @param wish what is said of the one that takes its place */
    static Ties of(Container before, IsolationWish wish) {
        return new Ties(before, wish.networkMode().filter(mode -> !mode.equals(mode(before))));
    }

    /** In which network somebody made it. */
    static NetworkMode mode(Container container) {
        var told = container.host().at("NetworkMode").text();
        return WORDS.contains(told) || told.contains(":")
                ? new NetworkMode(told)
                : new Ties(container, Optional.empty())
                        .home()
                        .filter(_ -> !WITHOUT_ROOT.contains(told))
                        .map(NetworkMode::new)
                        .orElse(NetworkMode.BRIDGE);
    }

    /** Those that it is to be made in; none: the engine's own, or what the mode of its network says by itself. */
    Map<String, Tree> first() {
        var network = chosen.isPresent() ? chosen.filter(NetworkMode::isMade).map(NetworkMode::text) : home();
        var first = new LinkedHashMap<String, Tree>();
        network.ifPresent(
                name -> first.put(name, all().getOrDefault(name, Tree.map().build())));
        return first;
    }

    /** Those that it is connected with once it is made. */
    Map<String, Tree> others() {
        if (chosen.filter(mode -> !mode.publishes()).isPresent()) {
            return Map.of();
        }
        var others = all();
        chosen.map(NetworkMode::text).ifPresent(others::remove);
        var home = home();
        if (home.isPresent()) {
            others.remove(home.get());
        } else {
            others.keySet().removeAll(OF_ENGINE);
        }
        return others;
    }

    /** Podman calls every mode {@code bridge}, so there the first network that somebody made has to do. */
    private Optional<String> home() {
        var names = new ArrayList<>(all().keySet());
        var mode = before.host().at("NetworkMode").text();
        if (names.contains(mode) && !OF_ENGINE.contains(mode)) {
            return Optional.of(mode);
        }
        return names.stream().anyMatch(OF_ENGINE::contains)
                ? Optional.empty()
                : names.stream().findFirst();
    }

    private Map<String, Tree> all() {
        var all = new LinkedHashMap<String, Tree>();
        before.facts().at("NetworkSettings", "Networks").entries().forEach((network, tie) -> {
            if (!WORDS.contains(network)) {
                all.put(network, endpoint(tie));
            }
        });
        return all;
    }

    private Tree endpoint(Facts tie) {
        var shortId = Container.shortened(before.id());
        var aliases = tie.at("Aliases").texts().stream()
                .filter(alias -> !alias.equals(shortId))
                .toList();
        return Tree.map()
                .put("IPAMConfig", tie.at("IPAMConfig").tree())
                .put("Links", tie.at("Links").tree())
                .put("Aliases", Blueprint.texts(aliases))
                .build();
    }
}
