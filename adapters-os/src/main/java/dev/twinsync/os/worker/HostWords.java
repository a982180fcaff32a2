package dev.twinsync.os.worker;

import dev.twinsync.port.HostAddress;
import java.util.List;
import java.util.regex.Pattern;

/** What ssh, and what it started on another machine, says, with the remedy. */
record HostWords(HostAddress host) {

    /** What ssh draws around a warning. */
    private static final Pattern FRAME = Pattern.compile("@{9,}(; )?|@ +(?=WARNING)|(?<=!) +@(?=; )");

    private static final List<Remedy> REMEDIES = List.of(
            new Remedy(
                    List.of("HOST IDENTIFICATION HAS CHANGED"),
                    "it is another machine than before, or was set up anew: ask who looks after it; if that is so, take"
                            + " the line that ssh -T HOST names out of known_hosts, and run that once more"),
            new Remedy(
                    List.of("Host key verification failed"),
                    "nobody has looked yet whether it is this machine, or it is another one by now: run ssh -T HOST and see"),
            new Remedy(
                    List.of("Permission denied"),
                    "its user lets no key of yours in: run ssh -T HOST and see; without a terminal, nobody is asked for a"
                            + " password"),
            new Remedy(List.of("/usr/bin/ssh"), "here, as root, run: apt-get install openssh-client"),
            new Remedy(
                    List.of(
                            "Could not resolve",
                            "connect to host",
                            "Connection refused",
                            "timed out",
                            "No route to host",
                            "closed by",
                            "Connection reset"),
                    "see whether it can be reached: ssh -T HOST"),
            new Remedy(
                    List.of("a password is required", "a terminal is required"),
                    "sudo must not ask for a password there: in /etc/sudoers.d/twin of that machine, write"
                            + " NAME ALL=(root) NOPASSWD: /usr/bin/twin worker, /usr/bin/twin worker *; or name root@ in --host"),
            new Remedy(
                    notFound("sudo"),
                    "install sudo there and let its user do that in /etc/sudoers.d/twin, or name root@ in --host, or leave out"
                            + " what needs root, with --only"),
            new Remedy(
                    List.of("is not in the sudoers file", "may not run sudo", "is not allowed to"),
                    "let its user do that there in /etc/sudoers.d/twin, or name root@ in --host, or leave out what needs root,"
                            + " with --only"),
            new Remedy(notFound("twin"), "install twin there as well, where the PATH of ssh HOST finds it"),
            new Remedy(
                    List.of("Unknown option", "Unmatched argument", "protocol", "unknown key \""),
                    "the twin there is of another version: install the same one on both machines"),
            new Remedy(
                    List.of("does not understand"),
                    "something there writes before twin does, such as a start file of the shell, or the twin there is of another"
                            + " version: see what ssh -T HOST true prints"),
            new Remedy(List.of("ended with 255"), "see whether it can be reached: ssh -T HOST"),
            new Remedy(List.of("ended with "), "see what it says there: ssh -T HOST twin --version"));

    /** As the shells say it, each in its own way. */
    private static List<String> notFound(String program) {
        return List.of(
                program + ": not found",
                program + ": command not found",
                program + ": Command not found",
                program + ": No such file",
                "command not found: " + program,
                "Unknown command: " + program,
                "Unknown command '" + program + "'");
    }

    String of(String told) {
        var said = FRAME.matcher(told).replaceAll("");
        return Remedy.of(REMEDIES, said)
                .map(remedy -> said + "; "
                        + remedy.replace("HOST", host.toString())
                                .replace("NAME", host.user().orElse("NAME")))
                .orElse(said);
    }
}
