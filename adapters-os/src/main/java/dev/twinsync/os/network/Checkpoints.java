package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.time.Duration;
import java.util.List;

/** NetworkManager's own way back: it remembers how everything is and brings that back by itself, unless it is told in time to forget it. */
record Checkpoints(NetworkBus bus) {

    private static final String OBJECT = "/org/freedesktop/NetworkManager";
    private static final long DELETE_NEW_CONNECTIONS = 2;
    private static final long DISCONNECT_NEW_DEVICES = 4;
    private static final GVariant ALL_DEVICES = new GVariant.Array(GType.Basic.OBJECT_PATH, List.of());

    private static final String ANOTHER =
            "somebody else has the network on probation, in a checkpoint of NetworkManager;"
                    + " it ends by itself after some time: try again then";

    /**
     * @param path its object, which another one may have once NetworkManager was started again
     * @param created in NetworkManager's time, so that the two of them are the same checkpoint and no other
     */
    record Checkpoint(String path, long created) {}

    /** Over all devices, so there is no other beside it: NetworkManager refuses to have two over one device. */
    Answer<Checkpoint> create(Duration timeout) {
        var created = bus.call(
                OBJECT,
                "",
                "CheckpointCreate",
                ALL_DEVICES,
                Facts.number(timeout.toSeconds()),
                Facts.number(DELETE_NEW_CONNECTIONS | DISCONNECT_NEW_DEVICES));
        return switch (created) {
            case Answer.None<List<GVariant>> none
            when !none.is("PermissionDenied") && isAnotherOpen() -> new Answer.None<>(none.error(), ANOTHER);
            case Answer<List<GVariant>> answer -> answer.then(reply -> describe(Facts.text(reply.getFirst())));
        };
    }

    private boolean isAnotherOpen() {
        return bus.facts(OBJECT, "") instanceof Answer.Given<Facts>(var facts)
                && !facts.textsOf("Checkpoints").isEmpty();
    }

    private Answer<Checkpoint> describe(String path) {
        return bus.facts(path, "Checkpoint").map(facts -> new Checkpoint(path, facts.numberOf("Created")));
    }

    /** Whether NetworkManager still has it, or has taken it back by itself since. */
    Answer<Boolean> isOpen(Checkpoint checkpoint) {
        return bus.facts(OBJECT, "")
                .then(facts -> facts.textsOf("Checkpoints").contains(checkpoint.path())
                        ? describe(checkpoint.path()).map(checkpoint::equals)
                        : new Answer.Given<>(false));
    }

    Answer<List<GVariant>> forget(Checkpoint checkpoint) {
        return bus.call(OBJECT, "", "CheckpointDestroy", Facts.path(checkpoint.path()));
    }

    /** Gives back how it went with each device, by name. */
    Answer<List<GVariant>> rollBack(Checkpoint checkpoint) {
        return bus.call(OBJECT, "", "CheckpointRollback", Facts.path(checkpoint.path()));
    }
}
