package dev.twinsync.os.worker;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Backups;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The root side: answers one request after the other until there are no more. What cannot be read or is not allowed is
 * answered with a fault, and nothing is done.
 */
public final class WorkerServer {

    private final String twin;
    private final RootPlugins plugins;
    private final Backups backups;
    private final Handover handover;
    private final Optional<Reception> reception;

    /**
     * @param twin the version of twin
     * @param backups what was kept before earlier changes: it need not be handed over again
     */
    public WorkerServer(String twin, RootPlugins plugins, Backups backups, Handover handover) {
        this(twin, plugins, backups, handover, Optional.empty());
    }

    private WorkerServer(
            String twin, RootPlugins plugins, Backups backups, Handover handover, Optional<Reception> reception) {
        this.twin = twin;
        this.plugins = plugins;
        this.backups = backups;
        this.handover = handover;
        this.reception = reception;
    }

    /** For the twin of another machine, and no other. */
    public static WorkerServer forGuest(String twin, Reception reception, Backups backups, Handover handover) {
        return new WorkerServer(twin, _ -> Map.of(), backups, handover, Optional.of(reception));
    }

    /** Says that another one is at work, and nothing more. */
    public static void turnAway(OutputStream out, String holder) {
        new Voice(new Wire(InputStream.nullInputStream(), out)).say(new Reply.Busy(holder));
    }

    /**
     * Returns at the end of input, once what it is at is finished.
     *
     * @return for how many days whoever was served wants to have kept what was replaced or removed
     */
    public long serve(InputStream in, OutputStream out) throws IOException {
        var wire = new Wire(in, out);
        var voice = new Voice(wire);
        voice.say(new Reply.Greeting(Wire.PROTOCOL, twin));
        if (reception.isEmpty()) {
            return answer(wire, voice, Optional.empty());
        } else {
            try (var lodge = new Lodge(reception.get())) {
                return answer(wire, voice, Optional.of(lodge));
            }
        }
    }

    private long answer(Wire wire, Voice voice, Optional<Lodge> lodge) throws IOException {
        var desk = new Desk(plugins, new ContentAtHand(handover, backups), voice, lodge);
        for (Optional<Reading<Tree>> message = wire.next(); message.isPresent(); message = wire.next()) {
            voice.say(desk.answer(message.get().then(Request.SHAPE::read)));
        }
        return desk.keepDays();
    }
}
