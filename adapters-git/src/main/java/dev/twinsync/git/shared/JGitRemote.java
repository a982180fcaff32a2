package dev.twinsync.git.shared;

import dev.twinsync.git.folder.GitFolder;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.port.BranchName;
import dev.twinsync.port.RefusedPush;
import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteAddress;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/**
 * By JGit, for where there is no git: with a token or {@code ~/.netrc}, and with the keys in {@code ~/.ssh}; no agent and no
 * credential helper is asked.
 */
public final class JGitRemote implements Remote {

    private static final String FETCHED = "refs/twin/fetched";
    private static final int SECONDS = 60;

    private final GitFolder folder;
    private final Path home;
    private final Token token;

    /** A token for whoever asks for one. */
    @FunctionalInterface
    public interface Token {
        Optional<String> find() throws IOException;
    }

    /** @param root the work tree @param home where {@code .netrc} and {@code .ssh} of the user are */
    public JGitRemote(Path root, Path home, Token token) {
        this.folder = new GitFolder(root.toAbsolutePath().normalize());
        this.home = home;
        this.token = token;
    }

    @FunctionalInterface
    private interface Work<T> {
        T by(Transport transport, FileRepository git) throws IOException;
    }

    private <T> Answer<T> answer(RemoteAddress remote, Work<T> work) {
        try (var git = folder.open()) {
            GitFolder.keepLittleInMemory(git);
            git.getConfig().setBoolean("core", null, "logAllRefUpdates", false);
            try (var transport = open(git, remote)) {
                return new Answer.Given<>(work.by(transport, git));
            }
        } catch (Unwilling unwilling) {
            return new Answer.Failed<>(
                    unwilling.trouble(),
                    remote + ": " + unwilling.getMessage() + unwilling.trouble().advice(remote));
        } catch (IOException | JGitInternalException fault) {
            var trouble = TransportFault.trouble(remote, fault);
            return new Answer.Failed<>(trouble, TransportFault.sentence(trouble, remote, fault));
        }
    }

    private Transport open(FileRepository git, RemoteAddress remote) throws IOException {
        var transport = Transport.open(git, address(remote));
        transport.setTimeout(SECONDS);
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setCheckFetchedObjects(true);
        switch (remote.way()) {
            case WEB -> transport.setCredentialsProvider(new WebCredentials(home.resolve(".netrc"), token.find()));
            case SECURE_SHELL -> ((SshTransport) transport).setSshSessionFactory(SecureShell.of(home));
            case FOLDER -> {
                // nobody asks who one is
            }
        }
        return transport;
    }

    private static URIish address(RemoteAddress remote) throws RepoFault {
        try {
            return new URIish(remote.text());
        } catch (URISyntaxException odd) {
            throw new RepoFault(remote + " is no address that can be followed: " + odd.getReason());
        }
    }

    @Override
    public Answer<Optional<String>> tip(RemoteAddress remote, BranchName branch) {
        return answer(remote, (transport, _) -> {
            try (var connection = transport.openFetch()) {
                return Optional.ofNullable(connection.getRef("refs/heads/" + branch))
                        .map(Ref::getObjectId)
                        .map(ObjectId::name);
            }
        });
    }

    @Override
    public Answer<Optional<String>> fetch(RemoteAddress remote, BranchName branch) {
        return answer(remote, (transport, git) -> {
            try {
                transport.fetch(
                        NullProgressMonitor.INSTANCE, List.of(new RefSpec("+refs/heads/" + branch + ":" + FETCHED)));
                return Optional.of(git.exactRef(FETCHED).getObjectId().name());
            } catch (TransportException none) {
                if (isAboutNoBranch(none)) {
                    return Optional.empty();
                }
                throw none;
            } finally {
                forget(git);
            }
        });
    }

    private static boolean isAboutNoBranch(TransportException failure) {
        return !(failure instanceof NoRemoteRepositoryException)
                && String.valueOf(failure.getMessage()).contains("available for fetch");
    }

    /** Git needs a name to fetch to; twin keeps none until it has looked at what came. */
    private static void forget(FileRepository git) throws IOException {
        if (git.exactRef(FETCHED) != null) {
            RefUpdate update = git.updateRef(FETCHED);
            update.setForceUpdate(true);
            update.delete();
        }
    }

    @Override
    public Answer<String> push(RemoteAddress remote, String commit, BranchName branch) {
        return answer(remote, (transport, git) -> {
            var update = new RemoteRefUpdate(git, commit, "refs/heads/" + branch, false, null, null);
            var result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            var sent = result.getRemoteUpdate("refs/heads/" + branch);
            return switch (sent.getStatus()) {
                case OK, UP_TO_DATE -> commit;
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED, REJECTED_NODELETE ->
                    throw new Unwilling(Trouble.NOT_FAST_FORWARD, "it has commits that are not here");
                case REJECTED_OTHER_REASON, NON_EXISTING, NOT_ATTEMPTED, AWAITING_REPORT ->
                    throw new Unwilling(
                            Trouble.REJECTED,
                            "it refused: "
                                    + RefusedPush.reason(result.getMessages()).orElse(sent.getMessage()));
            };
        });
    }

    /** The remote answers, and says no. */
    private static final class Unwilling extends IOException {
        private static final long serialVersionUID = 1;
        private final Trouble trouble;

        Unwilling(Trouble trouble, String message) {
            super(message);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
