package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Elevation.RootSide;
import dev.twinsync.port.WishedContent;

/** The process that runs as root, from this side. */
final class RootWorker implements RootSide {

    private final Conversation conversation;
    private final Delivery delivery;

    RootWorker(Conversation conversation, WishedContent content) {
        this.conversation = conversation;
        this.delivery = new Delivery(conversation, content);
    }

    @Override
    public <L extends Keyed, A extends Action> Backend<L, A> backend(String plugin, Kind<?, L, A> kind) {
        return new RemoteBackend<>(plugin, kind, conversation, delivery);
    }

    @Override
    public void close() {
        conversation.close();
    }
}
