package dev.twinsync.os.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts what is read into lines, of which it holds no more than is shown. */
final class PassingLines {

    @FunctionalInterface
    interface Listener {

        /** @param at where the line begins */
        void line(String text, long at);
    }

    private static final int BLOCK = 1 << 16;

    private final Listener listener;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private long begins;
    private long at;

    /** Whether the beginning of the line under way was not seen, so that it says nothing. */
    private boolean amidst;

    /**
     * @param begins where what will be read begins
     * @param amidst whether that is in the middle of a line
     */
    PassingLines(long begins, boolean amidst, Listener listener) {
        this.begins = begins;
        this.at = begins;
        this.amidst = amidst;
        this.listener = listener;
    }

    void read(InputStream source, long length) throws IOException {
        var block = new byte[BLOCK];
        long left = length;
        int read = source.read(block, 0, (int) Math.min(BLOCK, left));
        while (read > 0) {
            add(block, read);
            left -= read;
            read = source.read(block, 0, (int) Math.min(BLOCK, left));
        }
    }

    private void add(byte[] block, int length) {
        int from = 0;
        for (int index = 0; index < length; index++) {
            if (block[index] == '\n') {
                hold(block, from, index);
                at++;
                handOn(true);
                from = index + 1;
            }
        }
        hold(block, from, length);
    }

    private void hold(byte[] block, int from, int to) {
        beginning.write(block, from, Math.min(to - from, Shortened.ENOUGH - beginning.size()));
        at += to - from;
    }

    private void handOn(boolean ended) {
        if (!amidst) {
            listener.line(Shortened.of(beginning.toByteArray(), at - begins - (ended ? 1 : 0), ended), begins);
        }
        amidst = false;
        beginning.reset();
        begins = at;
    }

    /** Hands on a last line that has no end, and will never have one. */
    void finish() {
        if (at > begins) {
            handOn(false);
        }
    }

    /** Where the line begins that is under way; where what is read began, if that was amidst a line that did not end. */
    long begins() {
        return begins;
    }

    boolean isAmidst() {
        return amidst;
    }
}
