package dev.twinsync.os.worker;

import dev.twinsync.port.HostAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All conversations that are going on with one machine. */
final class Connections {

    private final HostAddress host;
    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();

    Connections(HostAddress host) {
        this.host = host;
    }

    void add(Conversation another) {
        conversations.add(another);
    }

    /** Why one of them broke off, in a sentence. */
    Optional<String> lost() {
        return conversations.stream()
                .flatMap(conversation -> conversation.broken().stream())
                .findFirst()
                .map(reason -> "the connection to " + host + " is lost (" + reason + ")");
    }
}
