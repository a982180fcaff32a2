package dev.twinsync.os.worker;

import dev.twinsync.os.Dialogue;
import java.util.List;
import java.util.function.Predicate;

/** The programs by which an ordinary user gets the rights of root, and what each says, with the remedy. */
enum WayToRoot {
    SUDO(
            List.of(
                    new Remedy(List.of("is not installed"), "as root, run: apt-get install sudo"),
                    new Remedy(
                            List.of("a terminal is required", "no tty present", "you must have a tty"),
                            "it wants to ask for the password: run twin in a terminal"),
                    new Remedy(
                            List.of("is not in the sudoers file", "may not run sudo", "is not allowed to"),
                            "who administers this machine can allow it: adduser NAME sudo"),
                    new Remedy(
                            List.of("incorrect password attempt", "a password is required", "no password was provided"),
                            "without the right password nothing is done as root: run it again")),
            "see whether sudo works here: sudo -v"),

    /** It says the same of a wrong password and of a missing terminal. */
    DOAS(
            List.of(
                    new Remedy(
                            List.of("Authentication failed", "Authentication required", "a tty is required"),
                            "it wants the right password: run twin in a terminal, where it can ask for that"),
                    new Remedy(
                            List.of("doas is not enabled", "doas: Operation not permitted"),
                            "who administers this machine can allow it, by a line in /etc/doas.conf: permit NAME as root")),
            "see whether doas works here: doas true");

    private static final String OR_PART = "; or leave out what needs root, with --only";

    private final List<Remedy> remedies;
    private final String otherwise;

    WayToRoot(List<Remedy> remedies, String otherwise) {
        this.remedies = remedies;
        this.otherwise = otherwise;
    }

    /** The one of this machine. */
    static WayToRoot here() {
        return of(Dialogue::isInstalled);
    }

    /** sudo wherever it is installed, and where neither is: it is that which is told to be missing. */
    static WayToRoot of(Predicate<String> isInstalled) {
        return !isInstalled.test(SUDO.program()) && isInstalled.test(DOAS.program()) ? DOAS : SUDO;
    }

    String program() {
        return switch (this) {
            case SUDO -> "sudo";
            case DOAS -> "doas";
        };
    }

    /** @param user who asked for it */
    String denied(String said, String user) {
        var remedy = Remedy.of(remedies, said).orElse(otherwise);
        return "the rights of root are not to be had: " + said + "; " + remedy.replace("NAME", user) + OR_PART;
    }
}
