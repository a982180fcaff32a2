package dev.twinsync.os.files;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.files.FileMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Access control list and extended attributes of a file. Without its list a file gives its group what the mask of the list says, so none
 * is left behind: where one cannot be read or set, that fails.
 *
 * @param values by the kernel's names, as it has them: {@code system.posix_acl_access}, {@code user.colour}
 */
public record Extras(Map<String, byte[]> values) {

    private static final Extras NONE = new Extras(Map.of());
    private static final String CAPABILITY = "security.capability";
    private static final String NOT_CARRIED =
            "what is set on the old file besides its mode could not be carried over: ";
    private static final int OTHERS_WRITE = 0022;

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

    /** Whether what is made in a folder, on which these are, gets a list by that. */
    boolean giveLists() {
        return values.containsKey(AccessList.DEFAULT);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Why these must not be set on a file that is to have this owner and mode. The kernel takes a capability from a file that somebody
     * writes to, and not from one that is changed through a mapping into memory, so whoever may write to it has the capability for
     * whatever they like; when it is set does not matter.
     *
     * @param ofRoot whether the file is to belong to root
     */
    Optional<String> danger(boolean ofRoot, FileMode mode) {
        boolean rootAlone =
                ofRoot && (mode.bits() & OTHERS_WRITE) == 0; // with a list, the bits of the group are its mask
        return values.containsKey(CAPABILITY) && !rootAlone
                ? Optional.of("it has a capability (" + CAPABILITY
                        + "), and others than root could put a program of their own behind that")
                : Optional.empty();
    }

    /**
     * On a file that nobody else may read yet, and may not for this: the mode comes afterwards. Where no list is among them, the file loses
     * the one that its folder gave it.
     */
    void putOn(Path file) throws IOException {
        for (var extra : values.entrySet()) {
            try {
                AttributeCalls.set(file, extra.getKey(), AccessList.closed(extra.getKey(), extra.getValue()));
            } catch (IOException failed) {
                throw named(extra.getKey(), failed);
            }
        }
        if (!values.containsKey(AccessList.NAME) && of(file).values.containsKey(AccessList.NAME)) {
            AttributeCalls.remove(file, AccessList.NAME);
        }
    }

    /** As below, to one that gets the same mode. */
    public static void carry(Path from, Path to) throws Refusal {
        try {
            var old = Stat.of(from).orElseThrow(() -> new Refusal(from + " is not there any more"));
            carry(from, to, FileMode.of(old.mode()));
        } catch (IOException failed) {
            throw new Refusal(NOT_CARRIED + failed.getMessage());
        }
    }

    /**
     * From the file that is replaced to the one that replaces it.
     *
     * @param to with its owner and group, and readable by nobody else
     * @param mode what it is to have
     */
    static void carry(Path from, Path to, FileMode mode) throws Refusal {
        try {
            var extras = of(from);
            extras.checkCarried(
                    from, Stat.of(to).filter(stat -> stat.uid() == 0).isPresent(), mode);
            extras.putOn(to);
        } catch (IOException failed) {
            throw new Refusal(NOT_CARRIED + failed.getMessage());
        }
    }

    /** Where these are on a file that is to be replaced. @param ofRoot whether the new one is to belong to root */
    void checkCarried(Path from, boolean ofRoot, FileMode mode) throws Refusal {
        var danger = danger(ofRoot, mode);
        if (danger.isPresent()) {
            throw new Refusal(NOT_CARRIED + danger.get()
                    + "; give the file to root and let nobody else write to it, or take the capability away first: setcap -r "
                    + ShellWord.of(from));
        }
    }
}
