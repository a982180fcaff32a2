package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.JsonReader;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Somebody who writes to a root side what they like, by hand. */
record Stranger(RootPlugins plugins, Kept kept, Path folder) {

    static final String HELLO = "{\"ask\":\"hello\",\"protocol\":1,\"repository\":\"/home/alice/device\"}";

    static String apply(String plugin, String... actions) {
        return "{\"ask\":\"apply\",\"plugin\":\"" + plugin + "\",\"actions\":[" + String.join(",", actions) + "]}";
    }

    static String hand(String digest, String content) {
        var base64 = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return "{\"ask\":\"hand\",\"digest\":\"" + digest + "\",\"from\":0,\"base64\":\"" + base64
                + "\",\"last\":true}";
    }

    static String digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8)).text();
    }

    /** The answers to all lines but the hello, which is said before them. */
    List<Reply> hears(String... lines) {
        var all = hearsAll(HELLO + "\n" + String.join("\n", lines) + "\n");
        assertEquals(new Reply.Taken(), all.removeFirst());
        return all;
    }

    /** The one answer that is no news. */
    Reply hears(String line) {
        return hears(new String[] {line}).getLast();
    }

    /** The answers to exactly this text. */
    List<Reply> hearsAll(String text) {
        var out = new ByteArrayOutputStream();
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var handover = new Handover(folder.resolve("handover"), 1 << 20)) {
                new WorkerServer("test", plugins, kept, handover)
                        .serve(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out);
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        var replies = new ArrayList<>(
                out.toString(StandardCharsets.UTF_8).lines().map(Stranger::read).toList());
        assertEquals(new Reply.Greeting(1, "test"), replies.removeFirst());
        return replies;
    }

    private static Reply read(String line) {
        var reading = JsonReader.read(line).then(Reply.SHAPE::read);
        return (Reply) assertInstanceOf(Reading.Value.class, reading, line).value();
    }
}
