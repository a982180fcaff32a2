package dev.twinsync.os.worker;

import dev.twinsync.port.Progress;
import java.io.IOException;

/**
 * What the root side says. Once nobody listens any more it is silent, and what is under way goes on to its end: a
 * transaction of apt must not be cut off because a terminal was closed.
 */
final class Voice implements Progress {

    private static final int LONGEST = 1 << 16;

    private final Wire wire;
    private boolean silent;

    Voice(Wire wire) {
        this.wire = wire;
    }

    synchronized void say(Reply reply) {
        if (silent) {
            return;
        }
        try {
            wire.send(Reply.SHAPE.write(reply));
        } catch (Wire.TooLong tooLong) {
            say(new Reply.Fault(tooLong.getMessage()));
        } catch (IOException unheard) {
            silent = true;
        }
    }

    @Override
    public void at(int percent, String what) {
        say(new Reply.At(percent, what));
    }

    /** Of a long text the end, where the reason stands. */
    @Override
    public void said(String stderr) {
        say(new Reply.Said(stderr.substring(Math.max(0, stderr.length() - LONGEST))));
    }
}
