package dev.twinsync.os.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs right now and came out of packages.
 *
 * @param kernelRelease as {@code uname -r} says it; empty where it cannot be known
 * @param java the program that runs twin; empty if it is none of Debian's files
 */
record RunningSystem(Optional<String> kernelRelease, Optional<Path> java) {

    static RunningSystem here() {
        return new RunningSystem(kernel(), javaOfDebian());
    }

    private static Optional<String> kernel() {
        try {
            return Optional.of(
                    Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Path> javaOfDebian() {
        var home = Path.of(System.getProperty("java.home"));
        return Optional.of(home.resolve("bin/java"))
                .filter(_ -> home.startsWith("/usr") && !home.startsWith("/usr/local"));
    }
}
