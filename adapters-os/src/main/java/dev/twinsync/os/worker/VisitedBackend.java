package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Relay;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A backend of another machine, which may lack the right to do something. */
record VisitedBackend<L extends Keyed, A extends Action>(
        String plugin, Kind<?, L, A> kind, Conversation conversation, Backend<L, A> backend) implements Relay<L, A> {

    VisitedBackend(String plugin, Kind<?, L, A> kind, Conversation conversation, Delivery delivery) {
        this(plugin, kind, conversation, new RemoteBackend<>(plugin, kind, conversation, delivery));
    }

    @Override
    public Optional<String> obstacle(A action) {
        try {
            var request = new Request.Obstacles(plugin, List.of(kind.action().write(action)));
            var reasons = conversation.ask(request, Reply.Hindered.class).reasons();
            return Optional.ofNullable(reasons.get(action.key()));
        } catch (IOException unanswered) {
            return Optional.of(unanswered.getMessage());
        }
    }
}
