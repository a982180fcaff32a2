package dev.twinsync.flow.beside;

import dev.twinsync.flow.planted.StandsOnTheFlowBeside;

/** Breaks a rule on purpose, together with the class that it knows. */
public final class StandsOnThePlantedFlow {
    public String text(StandsOnTheFlowBeside other) {
        return other.text(this);
    }
}
