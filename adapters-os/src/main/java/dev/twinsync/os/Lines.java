package dev.twinsync.os;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines of text. A line over 64 KiB is handed on in parts, bytes that are not UTF-8 as replacement
 * characters.
 */
final class Lines implements LineCutter {

    private static final int LONGEST = 1 << 16;

    private final Consumer<String> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public void add(byte[] bytes, int length) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                line.write(bytes, from, at - from);
                handOn();
                from = at + 1;
            }
        }
        line.write(bytes, from, length - from);
        if (line.size() >= LONGEST) {
            handOn();
        }
    }

    @Override
    public void finish() {
        if (line.size() > 0) {
            handOn();
        }
    }

    private void handOn() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        listener.accept(text);
    }
}
