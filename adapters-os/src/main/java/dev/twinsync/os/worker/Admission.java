package dev.twinsync.os.worker;

import dev.twinsync.port.Elevation.Answer;
import java.io.IOException;
import java.util.function.Function;

/**
 * How one gets in with a root side that was started.
 *
 * @param repository the absolute path of the twin's own repository, in which the root side changes nothing
 * @param denied what to answer where one does not get in, by the reason
 */
record Admission(String repository, Supplies supplies, Function<String, Answer> denied) {

    Answer of(Conversation conversation) {
        try {
            var greeting = conversation.next();
            if (greeting instanceof Reply.Busy(var holder)) {
                conversation.close();
                return new Answer.Busy(holder);
            }
            return enter(conversation, greeting);
        } catch (IOException refused) {
            conversation.abandon();
            return denied.apply(refused.getMessage());
        }
    }

    private Answer enter(Conversation conversation, Reply greeting) throws IOException {
        if (!(greeting instanceof Reply.Greeting)) {
            throw new IOException(conversation.name() + " did not greet");
        }
        var programs = supplies.programs().get();
        conversation.ask(
                new Request.Hello(Wire.PROTOCOL, repository, programs, supplies.keepDays()), Reply.Taken.class);
        return new Answer.Granted(new RootWorker(conversation, supplies.content()));
    }
}
