package dev.twinsync.os;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes into lines, and never holds more of one than is allowed. */
final class BoundedLines extends LineCutter {

    private final int longest;
    private final Consumer<StreamedLine> listener;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;

    BoundedLines(int longest, Consumer<StreamedLine> listener) {
        this.longest = longest;
        this.listener = listener;
    }

    @Override
    public void finish() {
        if (tooLong || line.size() > 0) {
            handOn();
        }
    }

    @Override
    void hold(byte[] bytes, int from, int length) {
        tooLong = tooLong || line.size() + length > longest;
        if (tooLong) {
            line = new ByteArrayOutputStream();
        } else {
            line.write(bytes, from, length);
        }
    }

    @Override
    void handOn() {
        StreamedLine told =
                tooLong ? new StreamedLine.TooLong() : new StreamedLine.Whole(line.toString(StandardCharsets.UTF_8));
        tooLong = false;
        line.reset();
        listener.accept(told);
    }
}
