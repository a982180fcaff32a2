package dev.twinsync.port;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Much that is little, kept as one: to look for each of it would take longer than to work it out again. */
public final class SmallMemory implements Memory {

    /** What was not met by the command that keeps is forgotten where all of it is more than so many bytes. */
    private static final int MUCH = 1 << 20;

    private final Memory memory;
    private final String name;
    private final Map<String, byte[]> met = new ConcurrentHashMap<>();
    private Optional<Map<String, byte[]>> before = Optional.empty();

    /** @param name under which all of it is remembered */
    SmallMemory(Memory memory, String name) {
        this.memory = memory;
        this.name = name;
    }

    /** Recalled by the first question: most commands have none. */
    private synchronized Map<String, byte[]> before() {
        if (before.isEmpty()) {
            before = Optional.of(memory.recall(name).map(SmallMemory::read).orElse(Map.of()));
        }
        return before.get();
    }

    @Override
    public Optional<byte[]> recall(String name) {
        var known = Optional.ofNullable(met.get(name)).or(() -> Optional.ofNullable(before().get(name)));
        known.ifPresent(bytes -> met.put(name, bytes));
        return known;
    }

    @Override
    public void keep(String name, byte[] bytes) {
        met.put(name, bytes);
    }

    /** For the next command, where there is something new. */
    void keep() {
        if (met.entrySet().stream().anyMatch(this::isNew)) {
            var all = new HashMap<>(before());
            all.putAll(met);
            var written = written(all);
            memory.keep(name, written.length > MUCH ? written(met) : written);
        }
    }

    private boolean isNew(Map.Entry<String, byte[]> entry) {
        return before().get(entry.getKey()) != entry.getValue();
    }

    private static byte[] written(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] bytes) {
        var entries = new HashMap<String, byte[]>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                var name = in.readUTF();
                entries.put(name, in.readNBytes(in.readInt()));
            }
            return entries;
        } catch (IOException | IllegalArgumentException spoiled) {
            return Map.of();
        }
    }
}
