package dev.twinsync.cli.beside;

import dev.twinsync.cli.planted.StandsOnTheRoomBeside;

/** Breaks a rule on purpose, together with the class that it knows. */
public final class StandsOnThePlantedRoom {
    public String text(StandsOnTheRoomBeside other) {
        return other.text(this);
    }
}
