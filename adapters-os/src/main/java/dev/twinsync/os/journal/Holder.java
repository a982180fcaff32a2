package dev.twinsync.os.journal;

import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Who holds the lock, in words that stand in its file. Everybody may write to that, so what is read may be anything. */
final class Holder {

    private static final int LONGEST = 100;
    private static final int BYTES = 4 * LONGEST;
    private static final String INVISIBLE = "[\\p{C}\\p{Zl}\\p{Zp}\\ufffd]";

    private Holder() {}

    static String of(Self self) {
        return self.name() + " (process " + ProcessHandle.current().pid() + ")";
    }

    static void write(FileChannel file, Self self) throws IOException {
        file.truncate(0);
        file.write(ByteBuffer.wrap((of(self) + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    static String read(FileChannel file) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES);
        file.read(bytes, 0);
        var text = StandardCharsets.UTF_8.decode(bytes.flip()).toString().replaceAll(INVISIBLE, "");
        var shown = text.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.isBlank() ? "another twin" : shown;
    }
}
