package dev.twinsync.port;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what it is given when the command ends: until then the room on the disk is left to the journal, and to what is kept for undo. */
public final class LaterMemory implements Memory {

    private final Memory memory;
    private final Map<String, byte[]> given = new ConcurrentHashMap<>();

    LaterMemory(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<byte[]> recall(String name) {
        return Optional.ofNullable(given.get(name)).or(() -> memory.recall(name));
    }

    @Override
    public void keep(String name, byte[] bytes) {
        given.put(name, bytes);
    }

    void keep() {
        given.forEach(memory::keep);
    }
}
