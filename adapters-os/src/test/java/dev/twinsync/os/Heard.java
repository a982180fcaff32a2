package dev.twinsync.os;

import dev.twinsync.port.Progress;
import java.util.ArrayList;
import java.util.List;

/** Remembers what tools wrote to their standard error. */
public final class Heard implements Progress {

    private final List<String> said = new ArrayList<>();

    @Override
    public void at(int percent, String what) {}

    @Override
    public void said(String stderr) {
        said.add(stderr);
    }

    public List<String> said() {
        return List.copyOf(said);
    }
}
