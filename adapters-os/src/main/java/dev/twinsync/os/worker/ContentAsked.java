package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.files.WritesContent;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.util.List;

/** Which content another machine would have to be given. */
record ContentAsked<L extends Keyed, A extends Action>(
        String plugin, Kind<?, L, A> kind, Conversation conversation, WishedContent content) {

    /** @throws IOException in words, where it does not answer */
    List<Digest> missing(List<A> actions) throws IOException {
        return conversation.ask(need(actions), Reply.Needed.class).contents();
    }

    /** Hands it over, for a forecast that goes by it. */
    void handOver(List<A> actions) throws IOException {
        var writes = actions.stream()
                .filter(WritesContent.class::isInstance)
                .map(WritesContent.class::cast)
                .toList();
        new Delivery(conversation, content).before(need(actions), writes);
    }

    private Request.Need need(List<A> actions) {
        return new Request.Need(
                plugin, actions.stream().map(kind.action()::write).toList());
    }
}
