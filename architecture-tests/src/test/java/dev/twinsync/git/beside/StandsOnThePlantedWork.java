package dev.twinsync.git.beside;

import dev.twinsync.git.planted.StandsOnTheWorkBeside;

/** Breaks a rule on purpose, together with the class that it knows. */
public final class StandsOnThePlantedWork {
    public String text(StandsOnTheWorkBeside other) {
        return other.text(this);
    }
}
