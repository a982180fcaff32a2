package dev.twinsync.flow.apply;

import dev.twinsync.port.Narration;
import dev.twinsync.port.Progress;

/**
 * What a backend tells while it is at work, passed on.
 *
 * @param what it is at
 * @param said where what its tools say is collected
 */
record ToldProgress(Narration narration, String what, StringBuilder said) implements Progress {

    @Override
    public void at(int percent, String doing) {
        narration.acting(what, percent, doing);
    }

    @Override
    public void said(String stderr) {
        said.append(stderr).append('\n');
    }
}
