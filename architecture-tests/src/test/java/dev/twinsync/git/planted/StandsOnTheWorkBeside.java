package dev.twinsync.git.planted;

import dev.twinsync.git.beside.StandsOnThePlantedWork;

/** Breaks a rule on purpose, together with the class that it knows. */
public final class StandsOnTheWorkBeside {
    public String text(StandsOnThePlantedWork other) {
        return other.text(this);
    }
}
