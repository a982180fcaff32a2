package dev.twinsync.os.worker;

import dev.twinsync.port.MachineLock;
import java.io.IOException;
import java.time.Duration;

/** The lock of another machine. Its twin gives it back by itself when the connection ends, after what it is at. */
record LockThere(Conversation conversation) implements MachineLock {

    @Override
    public Answer take(Duration patience) throws IOException {
        var reply = conversation.ask(new Request.Lock(patience.toMillis()), Reply.Locking.class);
        return switch (reply) {
            case Reply.Busy(var holder) -> new Answer.Busy(holder + " on that machine");
            case Reply.Taken() -> new Answer.Taken(this::giveBack);
        };
    }

    /** Where nobody is heard any more, it was given back there or will be. */
    private void giveBack() throws IOException {
        if (conversation.broken().isEmpty()) {
            conversation.ask(new Request.Unlock(), Reply.Taken.class);
        }
    }
}
