package dev.twinsync.domain.containers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.domain.secrets.Mask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The wish that a container is what it is. */
final class Adopted {

    private Adopted() {}

    static Present exactly(LiveContainer seen, ContainerEngine engine) {
        return wish(
                seen,
                seen.digests().stream()
                        .findFirst()
                        .filter(_ -> seen.image().digest().isEmpty()),
                Optional.of(seen.ports()),
                Optional.of(seen.volumes()),
                Optional.of(seen.environment()),
                Optional.of(seen.labels()),
                IsolationWish.exactly(seen.isolation(), engine));
    }

    /** In as few words as will bring it back. */
    static Present briefly(LiveContainer seen, ContainerEngine engine) {
        return wish(
                seen,
                Optional.empty(),
                unlessEmpty(seen.ports()),
                unlessEmpty(named(seen.volumes())),
                Optional.of(seen.environment()).filter(variables -> !variables.isEmpty()),
                Optional.of(seen.labels()).filter(labels -> !labels.isEmpty()),
                IsolationWish.briefly(seen.isolation(), engine));
    }

    private static List<Volume> named(List<Volume> volumes) {
        return volumes.stream().filter(volume -> !volume.isAnonymous()).toList();
    }

    private static <C extends Collection<?>> Optional<C> unlessEmpty(C values) {
        return Optional.of(values).filter(some -> !some.isEmpty());
    }

    private static Present wish(
            LiveContainer seen,
            Optional<Digest> digest,
            Optional<List<PublishedPort>> ports,
            Optional<List<Volume>> volumes,
            Optional<Map<String, String>> environment,
            Optional<Map<String, String>> labels,
            IsolationWish isolation) {
        var spec = new ContainerSpec(
                Optional.of(seen.image()),
                digest.filter(_ -> !seen.image().isId()),
                Optional.of(seen.restart()),
                seen.command(),
                seen.entrypoint(),
                ports.filter(_ -> seen.isolation().networkMode().publishes()),
                volumes,
                environment.map(Adopted::variables),
                labels,
                isolation);
        return new Present(seen.name(), spec, Optional.of(seen.isRunning()).filter(_ -> isUpOrDown(seen)));
    }

    /** Nobody can wish that it is paused. */
    private static boolean isUpOrDown(LiveContainer seen) {
        return seen.status() != LiveContainer.Status.PAUSED;
    }

    private static Map<String, VariableWish> variables(Map<String, String> values) {
        var wishes = new TreeMap<String, VariableWish>();
        values.forEach((name, value) -> wishes.put(name, isTold(value) ? new Plain(value) : new Keep()));
        return wishes;
    }

    private static boolean isTold(String value) {
        return !Mask.isIn(value) && !value.equals(LiveContainer.UNTOLD);
    }
}
