package dev.twinsync.os.worker;

import dev.twinsync.port.Elevation.Answer;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How one gets in with a root side that was started.
 *
 * @param repository the absolute path of the twin's own repository, in which the root side changes nothing
 * @param content what is handed over to it where it needs it
 * @param programs of other people that it may have to start
 * @param keepDays for how many days it keeps for undo what it replaces or removes
 * @param denied what to answer where one does not get in, by the reason
 */
record Admission(
        String repository,
        WishedContent content,
        Supplier<List<RootProgram>> programs,
        long keepDays,
        Function<String, Answer> denied) {

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
        conversation.ask(new Request.Hello(Wire.PROTOCOL, repository, programs.get(), keepDays), Reply.Taken.class);
        return new Answer.Granted(new RootWorker(conversation, content));
    }
}
