package dev.twinsync.os.desktop;

import dev.twinsync.os.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * From which databases dconf puts a user's settings together.
 *
 * @param user the line of the user's own: {@code user-db:user}
 * @param system the lines of those below it, which whoever runs the machine decides
 */
record Profile(String user, List<String> system) {

    private static final Profile USUAL = new Profile("user-db:user", List.of());

    /** As dconf itself looks for it. @param root the root of the file system */
    static Answer<Profile> of(Session session, Path root) {
        var mandatory = session.run()
                .resolve("dconf/user")
                .resolve(String.valueOf(session.self().uid()));
        if (Files.exists(mandatory)) {
            return new Answer.None<>("dconf is bound to the profile in " + mandatory
                    + ", under which twin cannot tell what is chosen from what is given");
        }
        var places = Stream.of(
                session.runtimeFolder().resolve("dconf/profile"),
                root.resolve("etc/dconf/profile/user"),
                root.resolve("usr/local/share/dconf/profile/user"),
                root.resolve("usr/share/dconf/profile/user"));
        return places.filter(Files::exists).findFirst().map(Profile::read).orElseGet(() -> new Answer.Given<>(USUAL));
    }

    private static Answer<Profile> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            var databases = lines.map(Profile::withoutRemark)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return databases.isEmpty() || !databases.getFirst().startsWith("user-db:")
                    ? new Answer.None<>(file + " does not begin with a user-db, so dconf keeps no settings there")
                    : new Answer.Given<>(
                            new Profile(databases.getFirst(), List.copyOf(databases.subList(1, databases.size()))));
        } catch (IOException | UncheckedIOException unreadable) {
            return new Answer.None<>(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static String withoutRemark(String line) {
        int remark = line.indexOf('#');
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }

    /** As a profile that has only what the user chose. */
    List<String> onlyUser() {
        return List.of(user);
    }

    /** All of it. */
    List<String> whole() {
        return Stream.concat(Stream.of(user), system.stream()).toList();
    }
}
