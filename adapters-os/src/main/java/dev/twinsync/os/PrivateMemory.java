package dev.twinsync.os;

import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.port.Memory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Files in a folder that nobody else may look into, each behind a checksum. Where it cannot be used, is somebody else's or is spoiled, nothing
 * is remembered.
 */
public record PrivateMemory(PrivateFolder folder) implements Memory {

    @Override
    public Optional<byte[]> recall(String name) {
        try {
            var file = folder.find(name);
            return file.isEmpty() ? Optional.empty() : opened(Files.readAllBytes(file.get()));
        } catch (IOException lost) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> opened(byte[] sealed) {
        if (sealed.length < Long.BYTES) {
            return Optional.empty();
        }
        var bytes = Arrays.copyOfRange(sealed, Long.BYTES, sealed.length);
        return ByteBuffer.wrap(sealed).getLong() == sum(bytes) ? Optional.of(bytes) : Optional.empty();
    }

    @Override
    public void keep(String name, byte[] bytes) {
        var sealed = ByteBuffer.allocate(Long.BYTES + bytes.length)
                .putLong(sum(bytes))
                .put(bytes)
                .array();
        try {
            folder.make();
            folder.put(name, file -> file.write(sealed));
        } catch (IOException lost) {
            // it costs the time to work it out again, and the next command says what is wrong with the disk
        }
    }

    private static long sum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
