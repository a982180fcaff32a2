package dev.twinsync.flow.configuration;

/** What of the captured logs goes into commits; none of it is ever the reason for one. */
public enum LogsInGit {
    /** Nothing: all of it stays on this machine. */
    NONE,
    /** The index: numbers, names and the words of errors, without secrets. */
    INDEX,
    /** The last lines of each log too. */
    CURRENT
}
