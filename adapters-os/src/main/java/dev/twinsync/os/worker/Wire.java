package dev.twinsync.os.worker;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.JsonReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Messages over a pair of pipes: a line of JSON each. */
final class Wire {

    /** What both sides speak; a change that an older side would misread gets another number. */
    static final long PROTOCOL = 1;

    private static final int LONGEST = JsonReader.LONGEST;

    /** How much of a line that is too long is passed over; whoever writes on without an end is not listened to for ever. */
    private static final long PASSED_OVER = 8L * LONGEST;

    private final InputStream in;
    private final OutputStream out;

    Wire(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.out = out;
    }

    /** Nothing of the message was sent. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        private TooLong(int bytes) {
            super("a message of " + bytes + " bytes is too long, at most " + LONGEST + " fit");
        }
    }

    /** @throws IOException where the message is {@link TooLong}, or nobody reads any more */
    void send(Tree message) throws IOException {
        var line = (JsonTree.compact(message) + "\n").getBytes(StandardCharsets.UTF_8);
        if (line.length > LONGEST) {
            throw new TooLong(line.length);
        }
        out.write(line);
        out.flush();
    }

    /**
     * The next message; empty at the end. A last line without its end was cut off and is none.
     *
     * @throws IOException also where a line does not come to its end
     */
    Optional<Reading<Tree>> next() throws IOException {
        var line = new ByteArrayOutputStream();
        long length = 0;
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                return Optional.of(length > LONGEST ? tooLong() : parsed(line.toByteArray()));
            }
            length++;
            if (length <= LONGEST) {
                line.write(read);
            } else if (length > PASSED_OVER) {
                throw new IOException("a line has no end within " + PASSED_OVER + " bytes");
            }
        }
        return Optional.empty();
    }

    private static Reading<Tree> tooLong() {
        return Reading.wrong(Place.NONE, "the line is longer than " + LONGEST + " bytes");
    }

    private static Reading<Tree> parsed(byte[] line) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return JsonReader.read(text.toString());
        } catch (CharacterCodingException notText) {
            return Reading.wrong(Place.NONE, "the line is not UTF-8");
        }
    }
}
