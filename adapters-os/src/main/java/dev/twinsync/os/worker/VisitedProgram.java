package dev.twinsync.os.worker;

import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.os.Self;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Relay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The program of a plugin of other people on another machine, where the twin there starts it. It is named to it when it is first needed; where
 * that does not do, nothing is seen and nothing is done.
 */
final class VisitedProgram implements Relay<ForeignThing, ForeignAction> {

    private final String plugin;
    private final Foreign kind;
    private final boolean needsRoot;
    private final Trusted trusted;
    private final Conversation conversation;
    private final Backend<ForeignThing, ForeignAction> there;
    private Optional<Backend<ForeignThing, ForeignAction>> engaged = Optional.empty();

    /** @param there what it is once it is engaged */
    VisitedProgram(
            String plugin,
            Foreign kind,
            boolean needsRoot,
            Trusted trusted,
            Conversation conversation,
            Backend<ForeignThing, ForeignAction> there) {
        this.plugin = plugin;
        this.kind = kind;
        this.needsRoot = needsRoot;
        this.trusted = trusted;
        this.conversation = conversation;
        this.there = there;
    }

    @Override
    public boolean isPersonal() {
        return !needsRoot;
    }

    @Override
    public synchronized Backend<ForeignThing, ForeignAction> backend() {
        if (engaged.isEmpty()) {
            engaged = Optional.of(engage());
        }
        return engaged.get();
    }

    private Backend<ForeignThing, ForeignAction> engage() {
        try {
            conversation.ask(new Request.Engage(trusted.program(), needsRoot), Reply.Taken.class);
            return there;
        } catch (IOException off) {
            return new PluginBackend(
                    plugin, kind, Path.of(OtherHost.NO_REPOSITORY), () -> none(off), needsRoot, Self.ofThisProcess());
        }
    }

    private static Path none(IOException off) throws IOException {
        throw off;
    }
}
