package dev.twinsync.os.worker;

import dev.twinsync.os.Dialogue;
import dev.twinsync.port.HostAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way to a twin on another machine. What is known of that machine, its keys and how to get there is what ssh knows of it.
 *
 * @param program ssh by absolute path, or what stands for it
 * @param agent the socket of the user's agent; empty: there is none
 * @param atTerminal whether somebody is there to be asked for a password
 */
public record SecureShell(HostAddress host, List<String> program, Optional<String> agent, boolean atTerminal) {

    /** The environment that ssh gets, and no signal of a terminal: it ends when twin does. */
    private static final List<String> CLEARED =
            List.of("-i", "--ignore-signal=INT,HUP,QUIT", "LC_ALL=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin");

    /** Nothing of this machine is lent to the other one, and a connection that broke is noticed within a minute. */
    private static final List<String> OPTIONS = List.of(
            "ConnectTimeout=30",
            "ServerAliveInterval=15",
            "ServerAliveCountMax=3",
            "ClearAllForwardings=yes",
            "ForwardAgent=no",
            "ForwardX11=no",
            "PermitLocalCommand=no",
            "RemoteCommand=none",
            "RequestTTY=no",
            "EscapeChar=none",
            "LogLevel=ERROR");

    /** What a shell over there takes as it stands. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9/._-]+");

    public SecureShell {
        program = List.copyOf(program);
    }

    /** Of this machine. */
    public static SecureShell to(HostAddress host, boolean atTerminal) {
        return new SecureShell(
                host, List.of("/usr/bin/ssh"), Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")), atTerminal);
    }

    /**
     * @param words of the command that is run there; the shell of the user reads them
     * @throws IOException in words, also where a word is none that may go to a shell
     */
    Dialogue run(List<String> words) throws IOException {
        return Dialogue.start("env", argv(words));
    }

    List<String> argv(List<String> words) throws IOException {
        for (String word : words) {
            if (!WORD.matcher(word).matches()) {
                throw new IOException("\"" + word + "\" cannot be said to " + host
                        + ": the shell there could take it for something else");
            }
        }
        var argv = new ArrayList<>(CLEARED);
        agent.ifPresent(socket -> argv.add("SSH_AUTH_SOCK=" + socket));
        argv.addAll(program);
        argv.add("-T");
        argv.addAll(List.of("-o", "BatchMode=" + (atTerminal ? "no" : "yes")));
        OPTIONS.forEach(option -> argv.addAll(List.of("-o", option)));
        host.user().ifPresent(name -> argv.addAll(List.of("-l", name)));
        argv.addAll(List.of("--", host.bareHost()));
        argv.addAll(words);
        return argv;
    }
}
