package dev.twinsync.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Who runs twin: the effective user, as the kernel has it. */
public record Self(String name, int uid) {

    private static final int ROOT = 0;
    private static final AtomicReference<Self> KNOWN = new AtomicReference<>();

    /** Asked of the kernel once: twin never becomes somebody else. */
    public static Self ofThisProcess() {
        return KNOWN.updateAndGet(known -> known == null ? asked() : known);
    }

    private static Self asked() {
        try {
            var process = Path.of("/proc/self");
            return new Self(Files.getOwner(process).getName(), (int) Files.getAttribute(process, "unix:uid"));
        } catch (IOException noProc) {
            throw new UncheckedIOException("who runs twin cannot be known without /proc", noProc);
        }
    }

    public boolean isRoot() {
        return uid == ROOT;
    }

    /** Why this user cannot change what belongs to the machine. */
    public Optional<String> lacksRoot() {
        return isRoot() ? Optional.empty() : Optional.of("needs root, and twin runs as " + name);
    }

    /** Why this user cannot change what belongs to another one. */
    public Optional<String> cannotActFor(String user) {
        return user.equals(name) ? Optional.empty() : lacksRoot();
    }
}
