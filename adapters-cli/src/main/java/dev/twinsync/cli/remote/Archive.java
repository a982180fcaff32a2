package dev.twinsync.cli.remote;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file that holds others. The same content gives the same bytes: no time, no user, no machine is in it. */
enum Archive {
    ZIP {
        @Override
        void write(SortedMap<String, byte[]> files, OutputStream out) throws IOException {
            try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    var entry = new ZipEntry(file.getKey());
                    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        }
    },
    TAR_GZ {
        @Override
        void write(SortedMap<String, byte[]> files, OutputStream out) throws IOException {
            try (var tar = new GZIPOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    tar.write(TarHeader.of(file.getKey(), file.getValue().length));
                    tar.write(file.getValue());
                    tar.write(new byte[TarHeader.paddingOf(file.getValue().length)]);
                }
                tar.write(new byte[2 * TarHeader.BLOCK]);
            }
        }
    };

    abstract void write(SortedMap<String, byte[]> files, OutputStream out) throws IOException;

    /** By its name's ending; refused in words where that is none of these. */
    static Archive of(Path file) {
        var name = file.toString();
        if (name.endsWith(".zip")) {
            return ZIP;
        }
        if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
            return TAR_GZ;
        }
        throw new IllegalArgumentException("the name must end with .zip, .tar.gz or .tgz, to say what it is to be");
    }

    /** A new file that its owner alone may read; one that is there already is never touched. */
    void write(Path file, SortedMap<String, byte[]> files) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (var channel = Files.newByteChannel(file, fresh, ownerOnly);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            write(files, out);
        }
    }
}
