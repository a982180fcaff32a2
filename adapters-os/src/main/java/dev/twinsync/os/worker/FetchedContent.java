package dev.twinsync.os.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** What a thing of another machine holds, fetched part by part while it is read. */
final class FetchedContent extends InputStream {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Conversation conversation;
    private final String plugin;
    private final String key;
    private final long number = NUMBERS.incrementAndGet();
    private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);
    private long fetched;
    private boolean last;

    private FetchedContent(Conversation conversation, String plugin, String key) {
        this.conversation = conversation;
        this.plugin = plugin;
        this.key = key;
    }

    /** @throws IOException in words, where it is not there or must not be read */
    static InputStream of(Conversation conversation, String plugin, String key) throws IOException {
        var content = new FetchedContent(conversation, plugin, key);
        content.fetch();
        return content;
    }

    private void fetch() throws IOException {
        var reply = conversation.ask(new Request.Fetch(plugin, key, number, fetched), Reply.Part.class);
        try {
            var bytes = Base64.getDecoder().decode(reply.base64());
            part = new ByteArrayInputStream(bytes);
            fetched += bytes.length;
            last = reply.last();
        } catch (IllegalArgumentException damaged) {
            throw new IOException("what came of " + key + " is not base64", damaged);
        }
        if (!last && part.available() == 0) {
            throw new IOException("nothing more came of " + key);
        }
    }

    /** Whether there is something to read. */
    private boolean fill() throws IOException {
        if (part.available() == 0 && !last) {
            fetch();
        }
        return part.available() > 0;
    }

    @Override
    public int read() throws IOException {
        return fill() ? part.read() : -1;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        return most == 0 ? 0 : fill() ? part.read(into, at, most) : -1;
    }
}
