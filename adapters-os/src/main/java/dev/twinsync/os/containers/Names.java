package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerName;

/** What containers are called for as long as something is done to them. */
final class Names {

    private Names() {}

    /** The old one, while a new one takes its place. */
    static ContainerName old(ContainerName name) {
        return new ContainerName(name + ".twin-old");
    }

    static String inTheWay(ContainerName name) {
        return "a container " + name + " is in the way; give it another name or remove it";
    }

    /** One that is being removed. */
    static ContainerName gone(ContainerName name) {
        return new ContainerName(name + ".twin-gone");
    }
}
