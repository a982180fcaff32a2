package dev.twinsync.os.worker;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** One question at a time, and its answer. Once it broke off, every further question is answered with the reason. */
final class Conversation implements Closeable {

    private final Partner partner;
    private final Wire wire;
    private Optional<String> broken = Optional.empty();

    Conversation(Partner partner) {
        this.partner = partner;
        this.wire = new Wire(partner.output(), partner.input());
    }

    /** @throws IOException in words: it broke off, or the root side finds fault with the question */
    synchronized <R extends Reply> R ask(Request request, Class<R> type, Progress progress) throws IOException {
        if (broken.isPresent()) {
            throw new IOException(broken.get());
        }
        send(request);
        var reply = next();
        while (reply instanceof Reply.News news) {
            tell(news, progress);
            reply = next();
        }
        return expected(reply, type);
    }

    <R extends Reply> R ask(Request request, Class<R> type) throws IOException {
        return ask(request, type, Progress.SILENT);
    }

    private void send(Request request) throws IOException {
        try {
            wire.send(Request.SHAPE.write(request));
        } catch (Wire.TooLong tooLong) {
            throw tooLong;
        } catch (TimedInput.NotRead deaf) {
            throw breakOff(partner.name() + " " + deaf.getMessage());
        } catch (IOException unheard) {
            throw breakOff(partner.ending());
        }
    }

    private static void tell(Reply.News news, Progress progress) {
        switch (news) {
            case Reply.At(var percent, var what) -> progress.at(percent, what);
            case Reply.Said(var stderr) -> progress.said(stderr);
        }
    }

    private <R extends Reply> R expected(Reply reply, Class<R> type) throws IOException {
        if (reply instanceof Reply.Fault(var reason)) {
            throw new IOException(given(reason));
        }
        if (!type.isInstance(reply)) {
            throw breakOff(partner.name() + " answered out of turn");
        }
        return type.cast(reply);
    }

    /** What the root side says next. */
    Reply next() throws IOException {
        var reading = message().then(Reply.SHAPE::read);
        if (reading instanceof Reading.Value<Reply>(var reply)) {
            return reply;
        }
        throw breakOff(partner.name() + " answered what twin does not understand: "
                + reading.problems().getFirst());
    }

    private Reading<Tree> message() throws IOException {
        try {
            var message = wire.next();
            if (message.isPresent()) {
                return message.get();
            }
        } catch (IOException unreadable) {
            throw breakOff("what " + partner.name() + " says cannot be read: " + unreadable.getMessage());
        }
        throw breakOff(partner.ending());
    }

    /** Why nothing more can be asked; empty: it goes on. */
    synchronized Optional<String> broken() {
        return broken;
    }

    /** Goes on no more with one that answered what it was not asked. @return what it is told by */
    synchronized IOException breakOff(String reason) {
        broken = Optional.of(reason);
        return new IOException(reason);
    }

    /** A reason as it is told; that none was given is told, too. */
    String given(String reason) {
        return reason.isBlank() ? partner.name() + " gives no reason" : reason;
    }

    /** Who is asked, in a sentence: the root side. */
    String name() {
        return partner.name();
    }

    /** Leaves who is asked to itself. */
    void abandon() {
        partner.abandon();
    }

    /** Ends the root side once it has finished what it is at; one that does not keep to what was agreed is left to itself. */
    @Override
    public void close() {
        if (broken.isPresent()) {
            partner.abandon();
        } else {
            partner.dismiss();
        }
    }
}
