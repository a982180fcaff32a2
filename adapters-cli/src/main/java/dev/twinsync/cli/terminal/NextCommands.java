package dev.twinsync.cli.terminal;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.RemoteName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that twin tells a person to run next, as they have to be written: about the machine, the repository and the remote that
 * this command was about. Without them a copied {@code twin apply} would do what another repository says.
 *
 * @param host empty: this one
 * @param repository as it was named behind this command; empty: it was not
 * @param remote as it was named; empty: it was not
 */
public record NextCommands(Optional<HostAddress> host, Optional<Path> repository, Optional<RemoteName> remote) {

    public static final NextCommands HERE = new NextCommands(Optional.empty(), Optional.empty());

    private static final String OF_BOTH =
            "init|snapshot|status|plan|apply|undo|restore|time-machine|adopt|diff|review|plugins (?:describe|trust)";

    private static final Pattern OF_A_REMOTE = written("push|pull", "--remote");

    private static final Pattern OF_A_MACHINE = written(OF_BOTH, "--host");

    private static final Pattern OF_A_REPOSITORY = written(
            OF_BOTH
                    + "|approve|ignore|history|doctor|migrate|push|pull|share|upgrade"
                    + "|config (?:allow-secret|edit|get|list|set|show|validate|fs (?:add|list|remove))"
                    + "|logs(?: (?:auth|errors|new|show|units))?"
                    + "|plugins (?:check|list|renew)"
                    + "|remote (?:add|create|show)"
                    + "|schedule (?:install|remove|run|show)",
            "--repo");

    /** The usual remote is meant by itself. */
    public NextCommands {
        remote = remote.filter(name -> !name.equals(RemoteName.USUAL));
    }

    public NextCommands(Optional<HostAddress> host, Optional<Path> repository) {
        this(host, repository, Optional.empty());
    }

    /** As in {@code run: twin plan}, unless the option stands there already. */
    private static Pattern written(String commands, String option) {
        return Pattern.compile("(?:: | or | then | && )twin (?:" + commands + ")\\b(?![:-]|.*" + option + ")");
    }

    /** A sentence of twin's, with what has to be added. */
    String in(String sentence) {
        var there = remote.map(name -> with(" --remote " + name, OF_A_REMOTE, sentence))
                .orElse(sentence);
        var here = repository
                .map(folder -> with(" --repo " + Printable.of(ShellWord.of(folder)), OF_A_REPOSITORY, there))
                .orElse(there);
        return host.map(machine -> with(" --host " + machine, OF_A_MACHINE, here))
                .orElse(here);
    }

    private static String with(String option, Pattern commands, String sentence) {
        return commands.matcher(sentence).replaceAll(match -> Matcher.quoteReplacement(match.group() + option));
    }
}
