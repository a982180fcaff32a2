package dev.twinsync.os.files;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.files.FileMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
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
        var values = new LinkedHashMap<String, byte[]>();
        for (String name : names(file, lister)) {
            values.put(name, value(file, name));
        }
        return new Extras(values);
    }

    /** What is set, for which nobody has to be allowed to read it. */
    private static List<String> names(Path file) throws IOException {
        return ExtendedAttributes.mayBeOn(file) ? names(file, AttributeCalls::names) : List.of();
    }

    private static List<String> names(Path file, Lister lister) throws IOException {
        try {
            return lister.names(file);
        } catch (AttributeCalls.NotSupported none) {
            return List.of();
        } catch (IOException failed) {
            throw named("its attributes cannot be listed", failed);
        }
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

    /** Whether what is made in a folder gets a list by that. */
    static boolean areGivenBy(Path folder) throws IOException {
        return names(folder).contains(AccessList.DEFAULT);
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
        return danger(values.keySet(), ofRoot, mode);
    }

    private static Optional<String> danger(Collection<String> names, boolean ofRoot, FileMode mode) {
        boolean rootAlone =
                ofRoot && (mode.bits() & OTHERS_WRITE) == 0; // with a list, the bits of the group are its mask
        return names.contains(CAPABILITY) && !rootAlone
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
        if (!values.containsKey(AccessList.NAME) && names(file).contains(AccessList.NAME)) {
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
            refuse(
                    from,
                    extras.danger(Stat.of(to).filter(stat -> stat.uid() == 0).isPresent(), mode));
            extras.putOn(to);
        } catch (IOException failed) {
            throw new Refusal(NOT_CARRIED + failed.getMessage());
        }
    }

    /** @param from a file that is to be replaced @param ofRoot whether the new one is to belong to root */
    static void checkCarried(Path from, boolean ofRoot, FileMode mode) throws IOException, Refusal {
        refuse(from, danger(names(from), ofRoot, mode));
    }

    private static void refuse(Path from, Optional<String> danger) throws Refusal {
        if (danger.isPresent()) {
            throw new Refusal(NOT_CARRIED + danger.get()
                    + "; give the file to root and let nobody else write to it, or take the capability away first: setcap -r "
                    + ShellWord.of(from));
        }
    }
}
