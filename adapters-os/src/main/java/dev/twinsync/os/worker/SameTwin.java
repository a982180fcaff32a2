package dev.twinsync.os.worker;

import dev.twinsync.os.installation.Installed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The twin that runs here, to be started once more: the same Java, the same jar, and the cache of classes if it was made of that
 * jar. Java does not look at that itself: with a cache that was made of another one it runs a mixture of both.
 */
public record SameTwin(Path java, Path jar) {

    /** Empty where this twin was not started from one jar. */
    public static Optional<SameTwin> ofThisProcess() {
        return of(System.getProperty("java.home"), System.getProperty("java.class.path"));
    }

    static Optional<SameTwin> of(String javaHome, String classPath) {
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? Optional.of(new SameTwin(
                        Path.of(javaHome, "bin", "java"), Path.of(classPath).toAbsolutePath()))
                : Optional.empty();
    }

    /** The command by absolute path, as the start script has it. */
    List<String> command() {
        return command(cacheFits());
    }

    /** As {@link #command}, for a time at which somebody may have built another jar; what is installed goes together with its cache. */
    public List<String> lastingCommand() {
        return command(
                switch (Installed.of(jar.toString())) {
                    case Installed.Deb _, Installed.Archive _ -> cacheFits();
                    case Installed.Checkout _, Installed.Unknown _ -> false;
                });
    }

    private List<String> command(boolean cached) {
        var command = new ArrayList<>(List.of(java.toString(), "@" + jar.resolveSibling("java.options")));
        if (cached) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private Path cache() {
        return jar.resolveSibling("twin.aot");
    }

    private boolean cacheFits() {
        try {
            return Files.getLastModifiedTime(cache()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException _) {
            return false; // where there is none, nothing has to fit
        }
    }
}
