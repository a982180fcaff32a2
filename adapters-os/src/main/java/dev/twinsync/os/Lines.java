package dev.twinsync.os;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines of text. A line over 64 KiB is handed on in parts, bytes that are not UTF-8 as replacement
 * characters.
 */
final class Lines extends LineCutter {

    private static final int LONGEST = 1 << 16;

    private final Consumer<String> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public void add(byte[] bytes, int length) {
        super.add(bytes, length);
        if (line.size() >= LONGEST) {
            handOn();
        }
    }

    @Override
    void hold(byte[] bytes, int from, int length) {
        line.write(bytes, from, length);
    }

    @Override
    public void finish() {
        if (line.size() > 0) {
            handOn();
        }
    }

    @Override
    void handOn() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        listener.accept(text);
    }
}
