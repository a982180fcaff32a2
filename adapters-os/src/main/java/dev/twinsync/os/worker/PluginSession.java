package dev.twinsync.os.worker;

import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.WishedContent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One program of a plugin that was started and greeted. Once it did not keep to what was agreed, it is ended. */
final class PluginSession implements Closeable {

    /** How long a look or a question may take. */
    static final Duration LOOKING = Duration.ofSeconds(60);

    /** How long a change may take: something large may have to be fetched. */
    static final Duration ACTING = Duration.ofMinutes(30);

    private static final WishedContent NO_CONTENT = path -> {
        throw new IOException("a plugin of other people is given no content");
    };

    private final PluginPartner partner;
    private final Conversation conversation;
    private final Backend<ForeignThing, ForeignAction> backend;
    private final Set<String> can;

    private PluginSession(
            PluginPartner partner, Conversation conversation, String plugin, Foreign kind, Set<String> can) {
        this.partner = partner;
        this.conversation = conversation;
        this.backend = new RemoteBackend<>(plugin, kind, conversation, new Delivery(conversation, NO_CONTENT));
        this.can = can;
    }

    /** @throws IOException in words where it cannot be started, or does not greet as agreed */
    static PluginSession start(String plugin, Foreign kind, Path program, Path repository, Duration patience)
            throws IOException {
        var partner = PluginPartner.start(plugin, program);
        var conversation = new Conversation(partner);
        try {
            partner.within(patience);
            var greeting = greeted(conversation.next(), partner);
            conversation.ask(new Request.Hello(Wire.PROTOCOL, repository.toString()), Reply.Taken.class);
            return new PluginSession(partner, conversation, plugin, kind, Set.copyOf(greeting.can()));
        } catch (IOException refused) {
            partner.abandon();
            throw refused;
        }
    }

    private static Reply.Plugin greeted(Reply reply, PluginPartner partner) throws IOException {
        if (!(reply instanceof Reply.Plugin greeting)) {
            throw new IOException(partner.name() + " did not greet as a plugin does");
        }
        if (greeting.protocol() != Wire.PROTOCOL) {
            throw new IOException(partner.name() + " speaks protocol " + greeting.protocol() + ", and this twin "
                    + Wire.PROTOCOL + ": one of both is too old");
        }
        return greeting;
    }

    boolean can(String request) {
        return can.contains(request);
    }

    /** What it does for the next question. @param time how long the answer may take */
    Backend<ForeignThing, ForeignAction> within(Duration time) {
        partner.within(time);
        return backend;
    }

    /**
     * What it answered on a change, where that is among what was agreed. The root side has more to answer, of which other things follow:
     * what is on probation would be waited for as long as a stranger says.
     */
    Attempt agreed(Attempt answered) {
        return switch (answered) {
            case Attempt.Ran _, Attempt.Refused _ -> answered;
            case Attempt.OnProbation _, Attempt.TakenBack _, Attempt.Unfinished _ ->
                new Attempt.Refused(conversation
                        .breakOff(partner.name() + " answered a change with neither ran nor refused")
                        .getMessage());
        };
    }

    /** How it did not keep to what was agreed, and it is ended; empty: it does. */
    Optional<String> fault() {
        var broken = conversation.broken();
        broken.ifPresent(_ -> partner.abandon());
        return broken;
    }

    @Override
    public void close() {
        conversation.close();
    }
}
