package dev.twinsync.flow.planted;

import dev.twinsync.port.TwinRepo;

public record ChecksAndCouldChange(Inside inside) {

    record Inside(TwinRepo repo) {}
}
