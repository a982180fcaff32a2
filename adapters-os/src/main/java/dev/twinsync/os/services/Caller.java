package dev.twinsync.os.services;

import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who runs twin, and which systemds that person can reach.
 *
 * @param run {@code /run}, where systemd and its users have their sockets
 */
record Caller(Path run, Self self) {

    private static final int FIRST_PERSON = 1000;

    static Caller ofThisProcess() {
        return new Caller(Path.of("/run"), Self.ofThisProcess());
    }

    boolean isRoot() {
        return self.isRoot();
    }

    /** Why a unit of that scope cannot be changed. */
    Optional<String> obstacle(UnitScope scope) {
        return switch (scope) {
            case UnitScope.Machine _ -> self.lacksRoot();
            case UnitScope.User(var user) -> self.cannotActFor(user);
        };
    }

    boolean isOnSystemd() {
        return Systemctl.isAtWork(run);
    }

    /**
     * The users looked at without being declared: oneself; for root everybody whose systemd runs, but not the accounts of
     * the machine, which come and go with a login screen.
     */
    List<UnitScope> users() {
        var names = new TreeSet<String>();
        if (!isRoot()) {
            names.add(self.name());
        } else {
            runtimeFolders().stream()
                    .filter(folder -> folder.uid() >= FIRST_PERSON && hasSystemd(folder.path()))
                    .forEach(folder -> names.add(folder.owner()));
        }
        return names.stream().flatMap(user -> scope(user).stream()).toList();
    }

    private static Optional<UnitScope> scope(String user) {
        try {
            return Optional.of(new UnitScope.User(user));
        } catch (IllegalArgumentException notDeclarable) {
            return Optional.empty();
        }
    }

    Answer<Systemctl> reach(UnitScope scope, CommandRunner commands) {
        return switch (scope) {
            case UnitScope.Machine _ -> new Answer.Given<>(Systemctl.ofTheMachine(commands));
            case UnitScope.User(var user) -> reach(user, commands);
        };
    }

    private Answer<Systemctl> reach(String user, CommandRunner commands) {
        if (!exists(user)) {
            return new Answer.None<>("there is no user " + user);
        }
        if (!isRoot() && !user.equals(self.name())) {
            return new Answer.None<>("only root and " + user + " can see the services of " + user);
        }
        var folder = folderOf(user).filter(Caller::hasSystemd);
        if (folder.isEmpty()) {
            return new Answer.None<>("the systemd of " + user
                    + " does not run; it runs while they are logged in, or always after: loginctl enable-linger "
                    + user);
        }
        return new Answer.Given<>(
                isRoot()
                        ? new Systemctl(commands, List.of("--user", "--machine=" + user + "@"), Map.of())
                        : new Systemctl(
                                commands,
                                List.of("--user"),
                                Map.of("XDG_RUNTIME_DIR", folder.get().toString())));
    }

    /** Where D-Bus reaches the systemd of a scope; empty where only {@code systemctl} does. */
    Optional<String> bus(UnitScope scope) {
        var socket = switch (scope) {
            case UnitScope.Machine _ -> Optional.of(run.resolve("dbus/system_bus_socket"));
            case UnitScope.User(var user) ->
                folderOf(user).filter(_ -> !isRoot()).map(folder -> folder.resolve("bus"));
        };
        return socket.filter(Files::exists).map(path -> "unix:path=" + path);
    }

    private Optional<Path> folderOf(String user) {
        return runtimeFolders().stream()
                .filter(folder -> folder.owner().equals(user))
                .map(RuntimeFolder::path)
                .findFirst();
    }

    /** Asking another user's systemd that does not run would start it. */
    private static boolean hasSystemd(Path folder) {
        return Files.exists(folder.resolve("systemd/private"));
    }

    /** {@code /run/user/UID}, which is there while that user has a systemd or a session. */
    private record RuntimeFolder(Path path, String owner, int uid) {}

    private List<RuntimeFolder> runtimeFolders() {
        var users = run.resolve("user");
        if (!Files.isDirectory(users)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(users)) {
            return folders.sorted().flatMap(Caller::runtimeFolder).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A user may log out while twin looks. */
    private static Stream<RuntimeFolder> runtimeFolder(Path path) {
        try {
            return Stream.of(new RuntimeFolder(
                    path, Files.getOwner(path).getName(), (int) Files.getAttribute(path, "unix:uid")));
        } catch (NoSuchFileException gone) {
            return Stream.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean exists(String user) {
        try {
            run.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
            return true;
        } catch (UserPrincipalNotFoundException unknown) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
