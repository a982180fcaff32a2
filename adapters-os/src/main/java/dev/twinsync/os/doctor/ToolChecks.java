package dev.twinsync.os.doctor;

import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The programs that twin asks, and what they say of themselves. */
public record ToolChecks(CommandRunner commands, Self self) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String ASKS_FOR_A_PASSWORD =
            "asks for a password, so that apply needs a terminal and nothing of root's is done by the clock";

    public List<Finding> all() {
        return List.of(git(), dpkg(), apt(), sudo(), clock(), networkManager(), dconf());
    }

    private Finding git() {
        return first("git", "--version")
                .map(version -> Finding.ok("git", version))
                .orElseGet(() -> Finding.note(
                        "git",
                        "is not installed: a remote is reached without your credential helpers and SSH agent",
                        "sudo apt-get install git"));
    }

    /** An audit of dpkg says nothing where all is well. */
    private Finding dpkg() {
        return switch (ask("dpkg", "--audit")) {
            case Result.Ended ended
            when ended.exit() == 0 && ended.text().isBlank() -> Finding.ok("dpkg", "nothing is half done");
            case Result.Ended _ -> Finding.fault("dpkg", "packages are half installed", Packages.MEND);
            case Result.NoSuchProgram _ ->
                Finding.note(
                        "dpkg", "is not installed: packages are not managed here", "nothing, unless this is Debian");
            case Result failed -> Finding.fault("dpkg", failed.inWords("dpkg"), "look with: dpkg --audit");
        };
    }

    private Finding apt() {
        return first("apt-mark", "--version")
                .map(version -> Finding.ok("apt", version))
                .orElseGet(() -> Finding.note(
                        "apt", "is not installed: packages are not managed here", "nothing, unless this is Debian"));
    }

    /** Without a password nothing is asked, and nothing is done but {@code true}. */
    private Finding sudo() {
        if (self.isRoot()) {
            return Finding.ok("sudo", "is not needed: twin runs as root");
        }
        return switch (ask("sudo", "-n", "--", "/usr/bin/true")) {
            case Result.Ended ended when ended.exit() == 0 -> Finding.ok("sudo", "works without a password");
            case Result.Ended ended
            when ended.message().contains("password") ->
                Finding.note("sudo", ASKS_FOR_A_PASSWORD, "nothing, if apply is run by hand");
            case Result.NoSuchProgram _ -> doas();
            case Result failed ->
                Finding.note("sudo", failed.inWords("sudo"), "as root: adduser " + self.name() + " sudo");
        };
    }

    /** Asked where there is no sudo, and without a password as well. */
    private Finding doas() {
        return switch (ask("doas", "-n", "--", "/usr/bin/true")) {
            case Result.Ended ended when ended.exit() == 0 -> Finding.ok("doas", "works without a password");
            case Result.Ended ended
            when ended.message().contains("Authentication required") ->
                Finding.note("doas", ASKS_FOR_A_PASSWORD, "nothing, if apply is run by hand");
            case Result.NoSuchProgram _ ->
                Finding.note(
                        "sudo",
                        "is not installed: what needs root is not applied",
                        "as root: apt-get install sudo && adduser " + self.name() + " sudo");
            case Result.Ended ended
            when ended.message().contains("not permitted") || ended.message().contains("not enabled") ->
                Finding.note(
                        "doas",
                        ended.inWords("doas"),
                        "in /etc/doas.conf, root writes: permit " + self.name() + " as root");
            case Result failed ->
                Finding.note("doas", failed.inWords("doas"), "as root: ls -l /etc/doas.conf; doas -C /etc/doas.conf");
        };
    }

    private Finding clock() {
        return switch (first("timedatectl", "show", "--property=NTPSynchronized", "--value")
                .orElse("")) {
            case "yes" -> Finding.ok("clock", "is kept by NTP");
            case "no" ->
                Finding.note(
                        "clock",
                        "is not kept by NTP; a clock that goes back makes plans look used up",
                        "sudo timedatectl set-ntp true");
            default -> Finding.note("clock", "nobody says whether NTP keeps it", "see: timedatectl");
        };
    }

    private Finding networkManager() {
        return switch (first("systemctl", "is-active", "NetworkManager.service").orElse("")) {
            case "active" -> Finding.ok("NetworkManager", "runs");
            default ->
                Finding.note(
                        "NetworkManager",
                        "does not run: network profiles are not managed here",
                        "nothing, if another program looks after the network; else: sudo apt-get install network-manager");
        };
    }

    private Finding dconf() {
        return first("gsettings", "--version")
                .map(version -> Finding.ok("dconf", "gsettings " + version))
                .orElseGet(() -> Finding.note(
                        "dconf",
                        "gsettings is not installed: settings of GNOME are not managed here",
                        "nothing, unless this is a desktop: sudo apt-get install libglib2.0-bin dconf-cli"));
    }

    private Result ask(String program, String... arguments) {
        return commands.run(Command.of(program, arguments).withLimit(LIMIT));
    }

    /** The first line of what it says; empty where it says nothing or is not there. */
    private Optional<String> first(String program, String... arguments) {
        return ask(program, arguments) instanceof Result.Ended ended
                ? ended.text().lines().findFirst().map(String::strip).filter(line -> !line.isEmpty())
                : Optional.empty();
    }
}
