package dev.twinsync.os.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Access control list and extended attributes of a file. Without its list a file gives its group what the mask of the list says, so none
 * is left behind: where one cannot be read or set, that fails.
 *
 * @param values by the kernel's names, as it has them: {@code system.posix_acl_access}, {@code user.colour}
 */
public record Extras(Map<String, byte[]> values) {

    private static final Extras NONE = new Extras(Map.of());

    /** What names them of one file: {@link AttributeCalls#names}. */
    @FunctionalInterface
    interface Lister {
        List<String> names(Path file) throws IOException;
    }

    static Extras of(Path file) throws IOException {
        return ExtendedAttributes.mayBeOn(file) ? of(file, AttributeCalls::names) : NONE;
    }

    /** Where the file system has none, there are none. */
    static Extras of(Path file, Lister lister) throws IOException {
        List<String> names;
        try {
            names = lister.names(file);
        } catch (AttributeCalls.NotSupported none) {
            return NONE;
        } catch (IOException failed) {
            throw named("its attributes cannot be listed", failed);
        }
        var values = new LinkedHashMap<String, byte[]>();
        for (String name : names) {
            values.put(name, value(file, name));
        }
        return new Extras(values);
    }

    private static byte[] value(Path file, String name) throws IOException {
        try {
            return AttributeCalls.value(file, name);
        } catch (IOException failed) {
            throw named(name, failed);
        }
    }

    private static IOException named(String what, IOException failed) {
        return new IOException(what + ": " + failed.getMessage(), failed);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void putOn(Path file) throws IOException {
        for (var extra : values.entrySet()) {
            try {
                AttributeCalls.set(file, extra.getKey(), extra.getValue());
            } catch (IOException failed) {
                throw named(extra.getKey(), failed);
            }
        }
    }

    /** From the file that is replaced to the one that replaces it. */
    public static void carry(Path from, Path to) throws Refusal {
        try {
            of(from).putOn(to);
        } catch (IOException failed) {
            throw new Refusal(
                    "what is set on the old file besides its mode could not be carried over: " + failed.getMessage());
        }
    }
}
