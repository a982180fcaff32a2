package dev.twinsync.cli.command;

/** A command that tells something and changes nothing on the machine. */
public abstract class TellingCommand extends RepoCommand {

    @Override
    protected final boolean onlyTells() {
        return true;
    }
}
