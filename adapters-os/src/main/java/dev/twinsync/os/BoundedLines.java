package dev.twinsync.os;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes into lines, and never holds more of one than is allowed. */
final class BoundedLines implements LineCutter {

    private final int longest;
    private final Consumer<StreamedLine> listener;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;

    BoundedLines(int longest, Consumer<StreamedLine> listener) {
        this.longest = longest;
        this.listener = listener;
    }

    @Override
    public void add(byte[] bytes, int length) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                hold(bytes, from, at - from);
                handOn();
                from = at + 1;
            }
        }
        hold(bytes, from, length - from);
    }

    @Override
    public void finish() {
        if (tooLong || line.size() > 0) {
            handOn();
        }
    }

    private void hold(byte[] bytes, int from, int length) {
        tooLong = tooLong || line.size() + length > longest;
        if (tooLong) {
            line = new ByteArrayOutputStream();
        } else {
            line.write(bytes, from, length);
        }
    }

    private void handOn() {
        StreamedLine told =
                tooLong ? new StreamedLine.TooLong() : new StreamedLine.Whole(line.toString(StandardCharsets.UTF_8));
        tooLong = false;
        line.reset();
        listener.accept(told);
    }
}
