package dev.twinsync.os.worker;

import java.util.List;

/** What sudo says, with the remedy. */
final class SudoWords {

    private static final String OR_PART = "; or leave out what needs root, with --only";

    private SudoWords() {}

    /** @param words what sudo, or who tried to start it, said */
    private record Remedy(List<String> words, String remedy) {
        boolean fits(String said) {
            return words.stream().anyMatch(said::contains);
        }
    }

    private static final List<Remedy> REMEDIES = List.of(
            new Remedy(List.of("is not installed"), "as root, run: apt-get install sudo"),
            new Remedy(
                    List.of("a terminal is required", "no tty present", "you must have a tty"),
                    "it wants to ask for the password: run twin in a terminal"),
            new Remedy(
                    List.of("is not in the sudoers file", "may not run sudo", "is not allowed to"),
                    "who administers this machine can allow it: adduser NAME sudo"),
            new Remedy(
                    List.of("incorrect password attempt", "a password is required", "no password was provided"),
                    "without the right password nothing is done as root: run it again"));

    static String of(String said, String user) {
        var remedy = REMEDIES.stream()
                .filter(candidate -> candidate.fits(said))
                .findFirst()
                .map(Remedy::remedy)
                .orElse("see whether sudo works here: sudo -v");
        return "the rights of root are not to be had: " + said + "; " + remedy.replace("NAME", user) + OR_PART;
    }
}
