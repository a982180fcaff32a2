package dev.twinsync.port;

import java.util.Optional;

/**
 * The way to remote repositories. It brings and sends commits and decides nothing: what is fetched is in Git's store and on no
 * branch, and nothing that a remote has is ever overwritten.
 */
public interface Remote {

    /** What became of it. */
    sealed interface Answer<T> {

        record Given<T>(T value) implements Answer<T> {}

        /** @param sentence with what to do about it; it names no password or token */
        record Failed<T>(Trouble trouble, String sentence) implements Answer<T> {}
    }

    /** Why it did not come about. */
    enum Trouble {
        /** Nobody answers, or not in time. */
        UNREACHABLE,
        /** No, wrong or too weak credentials. */
        UNAUTHORISED,
        /** Nobody has said yet that the host is the right one, or it is another one now. */
        UNKNOWN_HOST,
        /** There is none, or it may not be seen. */
        NO_REPOSITORY,
        /** The remote branch has what is not known here. */
        NOT_FAST_FORWARD,
        /** The remote refuses what is sent, for reasons of its own. */
        REJECTED,
        /** What came is damaged, forged or too large. */
        UNSOUND,
        OTHER;

        /** What to do about it, to stand behind what was said; empty: nothing is known. */
        public String advice(RemoteAddress remote) {
            boolean isSsh = remote.way() == RemoteAddress.Way.SECURE_SHELL;
            return switch (this) {
                case UNREACHABLE -> ". Is there a network, and is the address right?";
                case UNAUTHORISED ->
                    isSsh
                            ? ". It has to know a key of yours; try: ssh -T " + login(remote)
                            : ". Let git know its credentials (gh auth login && gh auth setup-git), or put a token into"
                                    + " TWIN_GIT_TOKEN or ~/.config/twin/git_token (chmod 600)";
                case UNKNOWN_HOST ->
                    isSsh
                            ? ". twin trusts no host that nobody has looked at: compare its key with what its owner says,"
                                    + " and let ssh note it: ssh -T " + login(remote)
                            : ". This machine does not trust the certificate of that host";
                case NO_REPOSITORY ->
                    ". Is it there, and may you see it? To make a private one at GitHub: twin remote create";
                case NOT_FAST_FORWARD -> ". It has what is not here; run: twin pull";
                case REJECTED -> ". The host does not take it";
                case UNSOUND -> ". It is damaged, forged or too large, and none of it was taken over";
                case OTHER -> "";
            };
        }

        private static String login(RemoteAddress remote) {
            return (remote.port().isEmpty() ? "" : "-p " + remote.port() + " ")
                    + (remote.user().isEmpty() ? "" : remote.user() + "@")
                    + remote.host();
        }
    }

    /** The commit of a branch there; empty where there is no such branch. Nothing is fetched. */
    Answer<Optional<String>> tip(RemoteAddress remote, BranchName branch);

    /**
     * Brings the commits of a branch into the store of the repository, all checked to be sound.
     *
     * @return the commit of the branch; empty where there is no such branch
     */
    Answer<Optional<String>> fetch(RemoteAddress remote, BranchName branch);

    /** Makes a branch there be a commit, only where that adds to what it has. @return the commit */
    Answer<String> push(RemoteAddress remote, String commit, BranchName branch);
}
