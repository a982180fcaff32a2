package dev.twinsync.cli.planted;

import dev.twinsync.cli.beside.StandsOnThePlantedRoom;

/** Breaks a rule on purpose, together with the class that it knows. */
public final class StandsOnTheRoomBeside {
    public String text(StandsOnThePlantedRoom other) {
        return other.text(this);
    }
}
