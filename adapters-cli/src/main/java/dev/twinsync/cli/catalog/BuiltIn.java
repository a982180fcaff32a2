package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Machine;
import dev.twinsync.domain.Kind;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.os.worker.Reception.Readable;
import java.util.Optional;

/** A plugin that twin has of its own, and all that the rest of twin need know of it. Most are {@link Ordinary}. */
interface BuiltIn {

    /** Kind and backend: {@code packages.debian}. */
    String name();

    Kind<?, ?, ?> kind();

    /** Whether root's side has nothing of it, as {@link dev.twinsync.port.Backend#isPersonal} says of its backend. */
    default boolean isPersonal() {
        return false;
    }

    /** Whether its component is on the machine, as far as that can be told at a glance; asked where others may stand for it. */
    default boolean isOn(Machine machine) {
        return true;
    }

    /** For the repository and the machine that it is to work with. */
    Equipped<?, ?, ?> equipped(Equipment with);

    /** For another twin that looks and acts through this one: root's, or that of another machine. */
    Hosted<?, ?> hosted(Machine.Here here);

    /** What its things hold, where they hold something. */
    default Optional<Readable> contents(Machine.Here here) {
        return Optional.empty();
    }
}
