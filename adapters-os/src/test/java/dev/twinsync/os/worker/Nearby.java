package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Backups;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A root side in a thread of the test, at the other end of two pipes. */
final class Nearby implements Partner, AutoCloseable {

    private final Pipe requests = pipe();
    private final Pipe replies = pipe();
    private final Thread server;
    private final Conversation conversation;

    /** One that was not greeted yet. */
    Nearby(WorkerServer worker) {
        server = Thread.ofPlatform().start(() -> serve(worker));
        conversation = new Conversation(this);
    }

    Nearby(RootPlugins plugins, Backups backups, Path folder) throws IOException {
        this(new WorkerServer("test", plugins, backups, handover(folder)));
        assertInstanceOf(Reply.Greeting.class, conversation.next());
        assertEquals(
                new Reply.Taken(),
                conversation.ask(new Request.Hello(Wire.PROTOCOL, "/home/alice/device"), Reply.Taken.class));
    }

    private static Handover handover(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Handover(folder.resolve("handover"), 1 << 22);
    }

    Conversation conversation() {
        return conversation;
    }

    /** With one plugin, called {@code test}. */
    static Nearby hosting(Hosted<?, ?> hosted, Backups backups, Path folder) throws IOException {
        return new Nearby(_ -> Map.of("test", hosted), backups, folder);
    }

    private static Pipe pipe() {
        try {
            return Pipe.open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void serve(WorkerServer worker) {
        try (var in = Channels.newInputStream(requests.source());
                var out = Channels.newOutputStream(replies.sink())) {
            worker.serve(in, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    <L extends Keyed, A extends Action> Backend<L, A> backend(Kind<?, L, A> kind, WishedContent content) {
        return new RootWorker(conversation, content).backend("test", kind);
    }

    @Override
    public InputStream output() {
        return Channels.newInputStream(replies.source());
    }

    @Override
    public OutputStream input() {
        return Channels.newOutputStream(requests.sink());
    }

    @Override
    public String ending() {
        return "the root side ended";
    }

    @Override
    public void dismiss() {
        try {
            requests.sink().close();
            server.join();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void abandon() {
        dismiss();
    }

    @Override
    public void close() {
        conversation.close();
    }
}
