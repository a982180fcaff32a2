package dev.twinsync.flow.planted;

import dev.twinsync.flow.beside.StandsOnThePlantedFlow;

/** Breaks a rule on purpose, together with the class that it knows. */
public final class StandsOnTheFlowBeside {
    public String text(StandsOnThePlantedFlow other) {
        return other.text(this);
    }
}
