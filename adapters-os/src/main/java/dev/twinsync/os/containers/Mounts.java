package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.Volume;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a container that is about to be made sees of the machine. A volume without a name goes from the container before it to the same
 * place, unless the wish puts something there: nothing that was written into a volume is lost.
 */
record Mounts(ContainerSpec spec, Optional<Portrait> before) {

    /** As {@code SOURCE:PLACE[:OPTIONS]}. */
    List<String> binds() {
        var binds = new ArrayList<String>();
        var taken = new HashSet<String>();
        others().forEach(mount -> taken.add(target(new Facts(mount))));
        for (String bind : named()) {
            if (taken.add(place(bind))) {
                binds.add(bind);
            }
        }
        before.stream()
                .flatMap(portrait -> portrait.container().mounts().stream())
                .filter(mount -> mount.at("Type").text().equals("volume"))
                .filter(mount -> Portrait.isNameless(mount.at("Name").text()))
                .filter(mount -> taken.add(mount.at("Destination").text()))
                .forEach(mount -> binds.add(
                        mount.at("Name").text() + ":" + mount.at("Destination").text()));
        return binds;
    }

    private List<String> named() {
        return spec.volumes()
                .map(volumes -> volumes.stream()
                        .filter(volume -> !volume.isAnonymous())
                        .map(this::asBefore)
                        .toList())
                .orElseGet(this::bindsBefore);
    }

    /** One that stays has the options that it had, for which a wish has no words. */
    private String asBefore(Volume volume) {
        return bindsBefore().stream()
                .filter(bind -> stays(volume) && place(bind).equals(volume.place()))
                .findFirst()
                .orElse(volume.text());
    }

    private boolean stays(Volume volume) {
        return before.filter(portrait -> portrait.volumes().contains(volume)).isPresent();
    }

    private List<String> bindsBefore() {
        return before.map(portrait -> portrait.container().host().at("Binds").texts())
                .orElse(List.of());
    }

    private static String place(String bind) {
        var parts = bind.split(":");
        return Volume.cleaned(parts.length > 1 ? parts[1] : bind);
    }

    private static String target(Facts mount) {
        return Volume.cleaned(mount.at("Target").text());
    }

    /** What was mounted in the longer way of saying it, without what the wish says anew and without volumes that had no name. */
    List<Tree> others() {
        return before.stream()
                .flatMap(portrait -> portrait.container().host().at("Mounts").items().stream())
                .filter(mount -> !isNameless(mount) && (isMemory(mount) || isAsWished(mount)))
                .map(Facts::tree)
                .toList();
    }

    private boolean isAsWished(Facts mount) {
        return spec.volumes()
                .map(volumes -> volumes.stream()
                        .anyMatch(volume -> stays(volume) && volume.place().equals(target(mount))))
                .orElse(true);
    }

    private static boolean isMemory(Facts mount) {
        return !Set.of("volume", "bind").contains(mount.at("Type").text());
    }

    private static boolean isNameless(Facts mount) {
        return mount.at("Type").text().equals("volume") && mount.at("Source").isNothing();
    }
}
