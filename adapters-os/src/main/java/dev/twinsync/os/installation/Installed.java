package dev.twinsync.os.installation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How twin was installed, as its place tells. What is built by packaging/build says so in a file {@code origin}. */
public sealed interface Installed {

    /** By a Debian package. */
    record Deb() implements Installed {}

    /** An archive that somebody unpacked. @param place the folder that it is */
    record Archive(Path place) implements Installed {}

    /** A checkout of its sources. @param place the folder that it is */
    record Checkout(Path place) implements Installed {}

    /** In none of the ways that twin knows. */
    record Unknown() implements Installed {}

    static Installed ofThisProcess() {
        return of(System.getProperty("java.class.path"));
    }

    /** @param classPath of the Java that runs twin */
    static Installed of(String classPath) {
        if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
            return new Unknown();
        }
        var app = Path.of(classPath).toAbsolutePath().normalize().getParent();
        return packaged(app).or(() -> checkout(app)).orElse(new Unknown());
    }

    /** {@code lib/twin/app/twin.jar} beside {@code lib/twin/origin}. */
    private static Optional<Installed> packaged(Path app) {
        try {
            return switch (Files.readString(app.resolveSibling("origin")).strip()) {
                case "deb" -> Optional.of(new Deb());
                case "archive" -> Optional.of(new Archive(above(app, 3)));
                default -> Optional.empty();
            };
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** {@code adapters-cli/target/app/twin.jar} below {@code pom.xml} and {@code twin}. */
    private static Optional<Installed> checkout(Path app) {
        if (!app.endsWith(Path.of("adapters-cli", "target", app.getFileName().toString()))) {
            return Optional.empty();
        }
        return Optional.of(above(app, 3))
                .filter(root -> Files.exists(root.resolve("pom.xml")) && Files.exists(root.resolve("twin")))
                .map(Checkout::new);
    }

    private static Path above(Path path, int levels) {
        var folder = path;
        for (int level = 0; level < levels; level++) {
            folder = Optional.ofNullable(folder.getParent()).orElse(folder);
        }
        return folder;
    }
}
