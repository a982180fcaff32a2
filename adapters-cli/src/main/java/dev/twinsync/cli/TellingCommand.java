package dev.twinsync.cli;

/** A command that tells something and changes nothing on the machine. */
abstract class TellingCommand extends RepoCommand {

    @Override
    final boolean onlyTells() {
        return true;
    }
}
