package dev.twinsync.flow.view;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would have to notice a change of anything that is wished for, declared or not. */
public final class Notified {

    private final Set<String> services;

    public Notified(Wishes wishes, List<Look<?, ?, ?>> looks) {
        this.services = looks.stream().flatMap(look -> services(wishes, look)).collect(Collectors.toSet());
    }

    private static <D extends Keyed> Stream<String> services(Wishes wishes, Look<D, ?, ?> look) {
        return look.desired().stream().flatMap(wish -> wishes.notified(look.plugin(), wish.key(), Optional.of(wish)));
    }

    /** By key, whatever plugin they are of. */
    public Set<String> keys() {
        return services;
    }

    /** The things of this plugin that notice it. */
    Set<String> keysOf(Plugin<?, ?, ?> plugin) {
        var kind = plugin.kind();
        return services.stream()
                .map(service -> kind.noticedBy(service, services))
                .flatMap(service -> kind.whenNotified(service).stream())
                .map(Action::key)
                .collect(Collectors.toSet());
    }
}
